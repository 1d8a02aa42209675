import type { Software } from '../../register/software/software.ts';
import { fileAt } from '../../store/files.ts';
import { pagesLinkingTo } from '../../store/links.ts';
import { pageFactsOf, pagesAt, pagesBelow } from '../../store/pages.ts';
import { encodeAddress } from '../../wiki/addresses.ts';
import { describeTable } from '../../wiki/data-files.ts';
import { readFacts } from '../../wiki/page.ts';
import { contributionsIn } from '../../wiki/software-files/contributions-table.ts';
import { folded } from '../../wiki/software-files/folded.ts';
import type { Contribution } from '../../wiki/software-files/said-software.ts';
import { readTrainings, type Training } from '../../wiki/software-files/trainings.ts';
import type { Context } from '../context.ts';
import { SOFTWARE } from './addresses.ts';

/** A page of the wiki, in the language that it is in. */
export interface WikiLink {
  readonly label: string;
  readonly href: string;
  readonly language: string;
  readonly date: string | null;
}

const MAX_PAGES = 50;
const MAX_STUDIES = 2_000;

/** What the file of courses says; nothing where there is none. */
export async function trainingsOf({ ask, site, wiki }: Context): Promise<readonly Training[]> {
  const path = site.settings.software?.trainings;
  const file = path === undefined ? undefined : await ask(fileAt, path);
  return file ? readTrainings((await wiki.objects.read(file.oid)).toString()).value : [];
}

/** A table of the wiki; undefined where there is none at this path. */
export async function tableAt({ ask, wiki }: Context, path: string) {
  const file = await ask(fileAt, path);
  return file && (await wiki.data.table(file, await describeTable(ask, wiki.objects, path)));
}

/** What was given back to the project of a software under the contracts that cover it. */
export async function contributionsUnder(
  context: Context,
  { id, name, contracts }: Software,
): Promise<Contribution[]> {
  const made: Contribution[] = [];
  for (const contract of contracts) {
    const path = context.site.settings.software?.contracts[contract]?.contributions;
    const table = path === undefined ? undefined : await tableAt(context, path);
    const all = table && contributionsIn(table);
    made.push(...(all?.get(folded(name)) ?? []), ...((id !== null && all?.get(folded(id))) || []));
  }
  return made;
}

/** Studies by the software that their front matter names (`software: Rudder`, or a list), folded; the newest first. */
export async function studiesBySoftware(
  { ask, site }: Context,
  language: string,
): Promise<ReadonlyMap<string, readonly WikiLink[]>> {
  const folder = site.settings.software?.studies;
  if (folder === undefined) return new Map();
  const below = (await ask(pagesBelow, folder.replace(/\/+$/, ''), MAX_STUDIES)).filter(
    ({ unlisted }) => unlisted === 0,
  );
  const facts = await ask(
    pageFactsOf,
    below.map(({ path }) => path),
  );
  const named = new Map(
    facts.map((one) => {
      const { software } = readFacts(one.facts).front;
      return [one.path, [software ?? []].flat().map((name) => folded(String(name)))];
    }),
  );
  const chosen = inLanguage(below, language);
  const rows = chosen.flatMap((page) =>
    (named.get(page.path) ?? []).map((name) => ({ name, link: linkOf(page) })),
  );
  const grouped = Map.groupBy(rows, ({ name }) => name);
  return new Map(
    [...grouped].map(([name, all]) => [
      name,
      all.map(({ link }) => link).toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1)),
    ]),
  );
}

/** The pages of the wiki with a link to the page or the sheet of a software. */
export async function pagesNaming(
  { ask }: Context,
  { key, sheet }: Software,
  language: string,
): Promise<WikiLink[]> {
  const targets = [
    `${SOFTWARE}/${key}`.slice(1),
    ...(sheet === null ? [] : [sheet, sheet.replace(/\.md$/, '')]),
  ];
  const sources = (await ask(pagesLinkingTo, targets)).filter((path) => path !== sheet);
  const pages = await ask(pagesAt, sources.slice(0, MAX_PAGES));
  return inLanguage(
    pages.filter(({ unlisted }) => unlisted === 0),
    language,
  ).map(linkOf);
}

type Page = Awaited<ReturnType<typeof pagesAt>>[number];

/** Of pages that translate each other, the one in the reader's language, else the first. */
function inLanguage(pages: readonly Page[], language: string): Page[] {
  return [...Map.groupBy(pages, ({ family }) => family).values()].map(
    (family) => family.find((page) => page.language === language) ?? (family[0] as Page),
  );
}

function linkOf({ title, address, language, date }: Page): WikiLink {
  return { label: title, href: encodeAddress(address), language, date };
}
