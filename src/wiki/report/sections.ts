import type { Occurrence } from '../calendars/event.ts';
import { nameOf } from '../paths.ts';
import type { TableRow } from '../tables/table.ts';
import type { Happenings, PageHappening, TableHappening } from './happenings.ts';
import type { ReportWords } from './report-words.ts';

export type SectionName = 'pages' | 'tables' | 'events' | 'contributors';

export const SECTIONS: readonly SectionName[] = ['pages', 'tables', 'events', 'contributors'];

const PAGE_KINDS = ['added', 'changed', 'renamed', 'deleted'] as const;

/** What a section of a report says, as Markdown; links are written from the root of the wiki. */
export function section(
  name: SectionName,
  happenings: Happenings,
  words: ReportWords,
  language: string,
): string {
  const text = writers[name](happenings, words, language);
  return text === '' ? words.nothing : text;
}

type Writer = (happenings: Happenings, words: ReportWords, language: string) => string;

const writers: Readonly<Record<SectionName, Writer>> = {
  pages: ({ pages }, words, language) =>
    PAGE_KINDS.flatMap((kind) => {
      const families = byFamily(pages.filter((page) => page.kind === kind));
      if (families.length === 0) return [];
      return [`${words[kind]}\n\n${families.map((family) => pageLine(family, language)).join('\n')}`];
    }).join('\n\n'),
  tables: ({ tables }, words) => tables.flatMap((table) => tableParagraphs(table, words)).join('\n\n'),
  events: ({ events }, words, language) =>
    [...Map.groupBy(events, ({ uid, summary }) => `${uid} ${summary}`).values()]
      .map((held) => eventLine(held, words, language))
      .join('\n'),
  contributors: ({ contributors }, words) =>
    contributors
      .map(({ name, commits }) => `- ${escapeMarkdown(name)}, ${words.commits(commits)}`)
      .join('\n'),
};

/** A page and its translations are one happening to most readers. */
function byFamily(pages: readonly PageHappening[]): (readonly PageHappening[])[] {
  return [...Map.groupBy(pages, ({ path, page }) => page?.family ?? path).values()];
}

function pageLine(family: readonly PageHappening[], language: string): string {
  const main = family.find(({ page }) => page?.language === language) ?? (family[0] as PageHappening);
  const { path, page } = main;
  if (!page) return `- ${escapeMarkdown(nameOf(path))}`;
  const others = family.flatMap((other) => (other !== main && other.page ? [other] : []));
  const named = others.map(({ path, page }) => link(languageName(page?.language ?? '', language), path));
  const foreign = page.language === language ? [] : [languageName(page.language, language)];
  const tongues = [...foreign, ...named];
  const beside = tongues.length === 0 ? '' : ` (${tongues.join(', ')})`;
  const described = page.description === '' ? '' : ` – ${escapeMarkdown(page.description)}`;
  return `- ${link(page.title, path)}${beside}${described}`;
}

/** One line for all the times that an event was held in the month. */
function eventLine(held: readonly Occurrence[], { colon }: ReportWords, language: string): string {
  const { summary, location } = held[0] as Occurrence;
  const days = held.map(({ start }, at) =>
    at < held.length - 1 ? String(Number(start.date.slice(8))) : dayName(start.date, language),
  );
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(days);
  const place = location === '' ? '' : `, ${escapeMarkdown(location)}`;
  return `- ${language.startsWith('en') && days.length > 1 ? englishDays(held) : list}${colon}${escapeMarkdown(summary)}${place}`;
}

/** `March 3, 10 and 17`: the month goes before the days. */
function englishDays(held: readonly Occurrence[]): string {
  const days = held.map(({ start }) => String(Number(start.date.slice(8))));
  const month = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });
  const list = new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(days);
  return `${month.format(Date.parse(held[0]?.start.date ?? ''))} ${list}`;
}

function tableParagraphs({ path, title, difference }: TableHappening, words: ReportWords): string[] {
  const { added, removed, counts } = difference;
  const said = words.rows(counts.added, counts.removed, counts.changed);
  if (said === '') return [];
  const rows = (label: string, list: readonly TableRow[], count: number) =>
    list.length === 0 ? [] : [`- ${label} ${rowNames(list, count, words)}`];
  const details = [
    ...rows(words.rowAdded, added, counts.added),
    ...rows(words.rowRemoved, removed, counts.removed),
  ];
  const summary = `${link(title, path)}${words.colon}${said}.`;
  return details.length === 0 ? [summary] : [summary, details.join('\n')];
}

/** What a row is called: its first cell that is no number. */
function rowNames(rows: readonly TableRow[], count: number, words: ReportWords): string {
  const names = rows.map(({ cells }) => cells.find((cell) => /\p{L}/u.test(cell)) ?? cells[0] ?? '');
  const rest = count - names.length;
  return `${names.map(escapeMarkdown).join(', ')}${rest > 0 ? ` ${words.more(rest)}` : ''}.`;
}

function link(text: string, path: string): string {
  return `[${escapeMarkdown(text)}](${encodeURI(`/${path}`).replace(/[()]/g, (c) => (c === '(' ? '%28' : '%29'))})`;
}

function dayName(date: string, language: string): string {
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    Date.parse(date),
  );
}

function languageName(tag: string, language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag;
}

/** Text as Markdown that renders as that text, on one line. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|&]/g, '\\$&');
}
