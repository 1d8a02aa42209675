import { gitStream } from './run.ts';

/** The forms of an archive, by the end of its name, with their media types. */
export const ARCHIVE_TYPES = { 'tar.gz': 'application/gzip', zip: 'application/zip' } as const;

export type ArchiveFormat = keyof typeof ARCHIVE_TYPES;

/** A client that reads slower is left. */
const TIMEOUT_MS = 10 * 60_000;

/** The files of a commit under one folder (`prefix`), as git-archive(1) packs them: always the same bytes. */
export function archiveStream(
  gitDir: string,
  commit: string,
  format: ArchiveFormat,
  prefix: string,
): AsyncGenerator<Buffer, void> {
  return gitStream(gitDir, ['archive', `--format=${format}`, `--prefix=${prefix}/`, commit], {
    timeoutMs: TIMEOUT_MS,
  });
}
