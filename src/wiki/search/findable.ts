import type { EntryTable, FileTable } from '../../store/schema.ts';
import { isIndexName, readPageName } from '../addresses.ts';
import { dataKind, fileAddress } from '../data-addresses.ts';
import { languageOfName } from '../data-languages.ts';
import type { PageReading } from '../page.ts';
import { folderOf, nameOf } from '../paths.ts';
import type { Site } from '../site.ts';
import type { Findable } from './document.ts';

/** What matters most is looked into first: a page near the root, another page, a file or an event, a row. */
const IMPORTANCE = { main: 0, page: 1, file: 2, row: 3 } as const;

/** How far from the root a page is still one of the main ones. */
const MAIN_DEPTH = 1;

const REGULAR = /^100/;

/** A page, unless it is in no list. */
export function findablePage({ page, passages, tags }: PageReading, site: Site): Findable[] {
  if (page.unlisted === 1) return [];
  const { path, title, language } = page;
  const name = readPageName(path, site);
  const depth = name.folder === '' ? 0 : name.folder.split('/').length - (isIndexName(name) ? 1 : 0);
  const [lead, ...others] = passages.headings;
  const repeats = lead?.at === 0 && lead.text === title;
  const start = repeats ? passages.text.indexOf('\n') + 1 : 0;
  const headings = repeats ? others : passages.headings;
  return [
    {
      path,
      kind: 'page',
      language,
      section: sectionOf(path, site),
      title,
      text: [passages.text.slice(start), ...tags].join('\n').trimEnd(),
      headings: headings.map((heading) => ({ ...heading, at: heading.at - start })),
      address: '',
      importance: depth <= MAIN_DEPTH ? IMPORTANCE.main : IMPORTANCE.page,
    },
  ];
}

/** A file by its name and those of its folders. Tables and calendars are found by their titles. */
export function findableFile({ path, mode }: FileTable, site: Site): Findable[] {
  if (!REGULAR.test(mode) || dataKind(path) !== undefined) return [];
  return [file(path, nameOf(path), site)];
}

/** A table or a calendar in a language, by its title. */
export function findableData(path: string, title: string, language: string, site: Site): Findable {
  return { ...file(path, title, site), language };
}

function file(path: string, title: string, site: Site): Findable {
  const name = title === nameOf(path) ? '' : nameOf(path);
  return {
    path,
    kind: 'file',
    language: languageOfName(path, site) ?? site.defaultLanguage,
    section: sectionOf(path, site),
    title,
    text: [folderOf(path), name].filter((part) => part !== '').join('/'),
    headings: [],
    address: fileAddress(path),
    importance: IMPORTANCE.file,
  };
}

/** A row or an event in a language. */
export function findableEntry(
  { address, path, kind, title, text }: EntryTable,
  language: string,
  site: Site,
): Findable {
  return {
    path,
    kind,
    language,
    section: sectionOf(path, site),
    title,
    text,
    headings: [],
    address,
    importance: kind === 'row' ? IMPORTANCE.row : IMPORTANCE.file,
  };
}

/** The folder at the root that a file is in, a language's folder left out; `''` for the root. */
export function sectionOf(path: string, { suffixes }: Pick<Site, 'suffixes'>): string {
  const [top = '', next = ''] = folderOf(path).split('/');
  return suffixes.includes(top) ? next : top;
}
