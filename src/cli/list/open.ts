import { join } from 'node:path';
import { Invalid, NotFound } from '../../config/errors.ts';
import { Archive } from '../../mail/archive.ts';
import type { MailList } from '../../mail/list.ts';
import { type MailPlace, mailPlace } from '../../mail/mail-place.ts';
import type { Database } from '../../store/database.ts';
import type { Values } from '../command.ts';
import { openWiki, WIKI_OPTIONS } from '../open-wiki.ts';

/** What every command about lists takes. */
export const LIST_OPTIONS = { ...WIKI_OPTIONS, wiki: { type: 'string' } } as const;

export const LIST_OPTIONS_HELP = `  --wiki REPOSITORY  the wiki whose list it is, as for greffe serve (default: .)
  --data DIR         where the lists are kept, as for greffe serve
  --config FILE      settings that go before those of the repository's greffe.yml

It may run while greffe serve does. Exit codes: 0 done, 1 could not, 2 not understood.
`;

/** The lists of a wiki, opened for a command. */
export interface OpenedLists extends MailPlace {
  readonly database: Database;
  /** Where archives are: a folder for each list. */
  readonly folder: string;
}

/** Does some work with the lists of a wiki; gives its exit code. */
export async function withLists(
  values: Values,
  work: (opened: OpenedLists) => Promise<number>,
): Promise<number> {
  const { wiki, operator } = await openWiki(values, stringOf(values.wiki) ?? '.');
  try {
    await wiki.update();
    const place = await mailPlace(wiki.database);
    if (!place || place.lists.length === 0)
      throw new NotFound('This wiki has no list.', 'Name one under lists in its greffe.yml.');
    return await work({ ...place, database: wiki.database, folder: join(operator.dataFolder, 'lists') });
  } finally {
    await wiki.close();
  }
}

/** Throws {@link Invalid} without a name and {@link NotFound} for one that the settings do not have. */
export function namedList(lists: readonly MailList[], name: string | undefined): MailList {
  const names = lists.map((list) => list.name).join(', ');
  if (name === undefined) throw new Invalid('Which list?', `Name one of ${names}.`);
  const list = lists.find((candidate) => candidate.name === name);
  if (!list) throw new NotFound(`There is no list ${name}.`, `Name one of ${names}.`);
  return list;
}

/** The archive of a list, closed after the work. */
export async function withArchive<T>(
  folder: string,
  { name, settings }: MailList,
  work: (archive: Archive) => Promise<T>,
): Promise<T> {
  const archive = await Archive.open(join(folder, name), { name, address: settings.address });
  try {
    return await work(archive);
  } finally {
    archive.close();
  }
}

export function stringOf(value: string | boolean | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** `1 message`, `2 messages`. */
export function counted(count: number): string {
  return `${count} ${count === 1 ? 'message' : 'messages'}`;
}
