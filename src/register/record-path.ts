import type { AccountRecord, RepositoryRecord } from './record.ts';

type Kind = 'repository' | 'account';

const FOLDERS: Readonly<Record<Kind, string>> = { repository: 'repositories', account: 'organizations' };
const PATH = /^(repositories|organizations)\/[0-9a-f]{3}\/([0-9a-f]{20})\.json$/;

/**
 * The path of a record’s file. Folders are made of the first digits of the key, so that a change of one record in a million
 * writes two small trees; an address in it would move the file when a repository is renamed.
 */
export function recordPath(kind: Kind, { key }: Pick<RepositoryRecord | AccountRecord, 'key'>): string {
  return `${FOLDERS[kind]}/${key.slice(0, 3)}/${key}.json`;
}

/** What a path holds; undefined where it is no record's. */
export function kindOfPath(path: string): { readonly kind: Kind; readonly key: string } | undefined {
  const [, folder, key] = PATH.exec(path) ?? [];
  if (key === undefined) return undefined;
  return { kind: folder === FOLDERS.repository ? 'repository' : 'account', key };
}
