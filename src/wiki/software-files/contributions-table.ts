import type { Table } from '../tables/table.ts';
import { folded } from './folded.ts';
import type { Contribution } from './said-software.ts';
import { readDay, readLink } from './values.ts';

/** What the columns of a table of contributions are called; case and accents make no difference. */
const COLUMNS = {
  software: ['logiciel', 'software', 'identifiant', 'id'],
  title: ['contribution', 'titre', 'title', 'objet', 'subject', 'description'],
  url: ['lien', 'url', 'adresse', 'link', 'address'],
  date: ['date', 'jour', 'day'],
} as const;

/** The contributions that a table tells, by the name or number of their software, folded. */
export function contributionsIn(table: Table): ReadonlyMap<string, readonly Contribution[]> {
  const titles = table.columns.map(({ title }) => folded(title));
  const place = (field: keyof typeof COLUMNS) =>
    COLUMNS[field].map((name) => titles.indexOf(name)).find((at) => at !== -1) ?? -1;
  const [software, title, url, date] = [place('software'), place('title'), place('url'), place('date')];
  const rows = [...table.rows()].flatMap(({ cells }) => {
    const [of, made] = [cells[software], cells[title]];
    if (!of || !made) return [];
    const [link, day] = [readLink(cells[url]), readDay(cells[date])];
    return [
      {
        of: folded(of),
        made: {
          title: made,
          url: link === 'wrong' ? null : (link ?? null),
          date: day === 'wrong' ? null : (day ?? null),
        },
      },
    ];
  });
  const grouped = Map.groupBy(rows, ({ of }) => of);
  return new Map([...grouped].map(([of, all]) => [of, all.map(({ made }) => made)]));
}
