import { codeRecordsAfter } from '../store/code-listing.ts';
import type { Reader } from '../store/database.ts';
import type { AccountRecord, RepositoryRecord } from './record.ts';

/** The columns that code.gouv.fr publishes, in the order of its schemas. */
const COLUMNS = {
  repository: [
    'id',
    'name',
    'organization_name',
    'platform',
    'repository_url',
    'description',
    'default_branch',
    'is_fork',
    'is_archived',
    'creation_date',
    'last_update',
    'last_modification',
    'homepage',
    'stars_count',
    'forks_count',
    'license',
    'open_issues_count',
    'language',
    'topics',
    'software_heritage_exists',
    'software_heritage_url',
  ] satisfies (keyof RepositoryRecord)[],
  account: [
    'login',
    'description',
    'name',
    'organization_url',
    'avatar_url',
    'website',
    'location',
    'email',
    'is_verified',
    'repositories_count',
    'creation_date',
    'platform',
  ] satisfies (keyof AccountRecord)[],
} as const;

type Kind = keyof typeof COLUMNS;

/** Records read at a time. */
const PAGE = 1_000;

/** All records that are not gone, as CSV (RFC 4180: every text in quotes, lines end in CR LF). */
export async function* codeCsv(reader: Reader, kind: Kind): AsyncGenerator<string> {
  yield `${COLUMNS[kind].join(',')}\r\n`;
  for await (const records of pages(reader, kind))
    yield records
      .map(
        (record) =>
          `${COLUMNS[kind].map((name) => csvCell(record[name as keyof typeof record])).join(',')}\r\n`,
      )
      .join('');
}

/** The same as a JSON array, an object a line; unknown is null. */
export async function* codeJson(reader: Reader, kind: Kind): AsyncGenerator<string> {
  let parting = '[\n';
  for await (const records of pages(reader, kind))
    for (const record of records) {
      const shown = COLUMNS[kind].map((name) => [name, jsonValue(record[name as keyof typeof record])]);
      yield parting + JSON.stringify(Object.fromEntries(shown));
      parting = ',\n';
    }
  yield parting === '[\n' ? '[]\n' : '\n]\n';
}

async function* pages(
  reader: Reader,
  kind: Kind,
): AsyncGenerator<readonly (RepositoryRecord | AccountRecord)[]> {
  for (let after = ''; ; ) {
    const rows = await codeRecordsAfter(reader, kind, after, PAGE);
    const records = rows.map(({ record }) => JSON.parse(record) as RepositoryRecord | AccountRecord);
    yield records.filter(({ gone }) => gone === null);
    if (rows.length < PAGE) return;
    after = (rows.at(-1) as { key: string }).key;
  }
}

/** A text in quotes, a number or a boolean without; nothing where it is unknown. */
function csvCell(value: unknown): string {
  const shown = jsonValue(value);
  if (shown === null || shown === undefined) return '';
  return typeof shown === 'string' ? `"${shown.replaceAll('"', '""')}"` : String(shown);
}

function jsonValue(value: unknown): unknown {
  return Array.isArray(value) ? value.join(',') : value;
}
