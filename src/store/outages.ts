import { Unavailable } from '../config/errors.ts';

/** Why a database does not open. */
export function cannotOpen(location: string, cause: Error): Unavailable {
  const known = outage(location, cause);
  if (known) return known;
  if (!isUrl(location)) {
    const remedy = `Check that ${location} can be written; it holds only the index, and may be deleted.`;
    return new Unavailable(`The database cannot be opened: ${cause.message}.`, remedy, { cause });
  }
  return new Unavailable(
    `PostgreSQL at ${new URL(location).host} does not answer: ${cause.message}.`,
    'Check GREFFE_DATABASE_URL and that the server runs.',
    { cause },
  );
}

/** SQLite's primary result codes (sqlite.org/rescode.html). */
const SQLITE: Readonly<Record<number, (file: string) => readonly [string, string]>> = {
  5: (file) => [`Another process has been writing to ${file} for too long`, 'See what it is, and stop it.'],
  8: (file) => [`The index ${file} can only be read`, 'Give this user the right to write to its folder.'],
  10: (file) => [`The disk fails under the index ${file}`, 'Check the disk and what room is left on it.'],
  11: (file) => [`The index ${file} is damaged`, 'Delete it: it is made again from the repository.'],
  13: (file) => [
    `There is no room left for the index ${file}`,
    'Make room on its disk, or choose another with --data.',
  ],
  26: (file) => [`${file} is not an index`, 'Delete it, or choose another folder with --data.'],
};

/** PostgreSQL's error codes (appendix A of its manual), and those of the network. */
const POSTGRESQL: readonly (readonly [RegExp, (host: string) => readonly [string, string]])[] = [
  [/^53100$/, (host) => [`PostgreSQL at ${host} has no room left on its disk`, 'Make room there.']],
  [
    /^(?:08...|57P0.|E[A-Z]+)$/,
    (host) => [
      `PostgreSQL at ${host} does not answer`,
      'Check GREFFE_DATABASE_URL and that the server runs.',
    ],
  ],
];

/** What keeps a database from working, when that is not the doing of who asks; undefined for any other error. */
export function outage(location: string, cause: unknown): Unavailable | undefined {
  const { errcode, code } = cause as { readonly errcode?: number; readonly code?: string };
  const said = isUrl(location)
    ? POSTGRESQL.find(([pattern]) => pattern.test(code ?? ''))?.[1](new URL(location).host)
    : SQLITE[(errcode ?? 0) & 0xff]?.(location);
  return said && new Unavailable(`${said[0]}.`, said[1], { cause });
}

function isUrl(location: string): boolean {
  return /^postgres(?:ql)?:/.test(location);
}
