import type { RepositoryRecord, SaidRepository } from '../record.ts';

/** Another number reads the files of all repositories again. */
const READING = 1;

/** What a forge says of the last change of a repository: files are read again when it says something else. */
export function lastChange({ head, last_modification, last_update }: SaidRepository): string {
  return `${READING} ${head ?? last_modification ?? last_update ?? ''}`.trim();
}

/** The change after which the files of a repository were read: a commit, or when it was made (RFC 3339). */
export function readAfter({ files_read_at }: RepositoryRecord): string | undefined {
  return files_read_at?.split(' ')[1];
}

/**
 * What was heard of a repository, and whether its files are to be read. Where they are as they were, the licence that they
 * tell is one that the forge does not know.
 */
export function withKnownFiles(
  said: SaidRepository,
  before: RepositoryRecord | undefined,
): { readonly said: SaidRepository; readonly waits: boolean } {
  if (before?.files_read_at !== lastChange(said)) return { said, waits: true };
  const keepsLicence = (said.spdx_id ?? null) === null && before.spdx_id !== null;
  return { said: keepsLicence ? { ...said, spdx_id: before.spdx_id } : said, waits: false };
}
