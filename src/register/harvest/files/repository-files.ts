import type { SaidRepository } from '../../record.ts';

/** A file, or a folder, as a forge lists it. */
export interface ListedFile {
  readonly name: string;
  readonly isFolder: boolean;
  /** In bytes, where the forge says. */
  readonly size?: number | undefined;
}

export interface FileBytes {
  readonly bytes: Uint8Array;
  /** Whether there is more of it. */
  readonly isCut: boolean;
}

/** The files of the default branch of a repository; asking throws {@link ForgeFault}. */
export interface RepositoryFiles {
  /** What is in a folder, `''` for the first; nothing where there is none. */
  list(folder: string): Promise<readonly ListedFile[]>;
  /** So many bytes of a file, from its start. */
  read(path: string, maxBytes: number): Promise<FileBytes>;
  /** What else is known once they are there. */
  readonly told?: Partial<SaidRepository>;
  /** Gives back what it took. */
  close?(): Promise<void>;
}
