import { z } from 'zod';
import { linksOf, linksWrittenAs } from '../../store/page-links.ts';
import { type PageSummary, pagesAt } from '../../store/pages.ts';
import type { LinkTable } from '../../store/schema.ts';
import { encodeAddress, namesOfPage } from '../../wiki/addresses.ts';
import { type Destination, followLinks } from '../../wiki/links.ts';
import { foldersAbove, joinPath } from '../../wiki/paths.ts';
import type { Context } from '../context.ts';
import { languageCode, path, string, url } from './values.ts';

/** A page that has more is answered in part. */
export const MAX_LINKS = 1_000;

/** How many links that may lead to a page are followed to see whether they do. */
const MAX_FOLLOWED = 300;

export const linkSchema = z.object({
  kind: z.enum(['link', 'image']),
  line: z.int().describe('Its line in the file, from 1.'),
  text: string('the guide').describe('Its text; of an image, its alternative text.'),
  target: string('guides/publier-son-code.md').describe('Its target as it is written.'),
  leadsTo: z
    .enum(['page', 'file', 'elsewhere', 'outside', 'here', 'nothing'])
    .describe(
      'What is there: a page or a file of the wiki, another address of the site (elsewhere), another site (outside), the page itself (here), or nothing.',
    ),
  url: string('https://wiki.example/guides/publier-son-code')
    .nullable()
    .describe('Where it leads today; null when it leads to nothing.'),
});

export const backlinkSchema = z.object({
  path,
  url: url('The page that has the link.'),
  title: string('Home'),
  language: languageCode,
  text: string('the guide').describe('The text of the link.'),
  line: z.int().describe('Its line in that page, from 1.'),
});

/** The links of a page, in its order, with where each leads today. */
export async function linksFrom(context: Context, page: PageSummary): Promise<z.infer<typeof linkSchema>[]> {
  const { ask, site } = context;
  const links = await ask(linksOf, page.path, MAX_LINKS);
  const destinations = await followLinks(
    ask,
    page,
    links.map(({ target }) => target),
    site,
  );
  return links.map(({ kind, line, text, target }) => ({
    kind,
    line,
    text,
    target,
    ...outcome(context, page, target, destinations.get(target)),
  }));
}

function outcome(
  { origin }: Context,
  page: PageSummary,
  target: string,
  destination: Destination | undefined,
): Pick<z.infer<typeof linkSchema>, 'leadsTo' | 'url'> {
  switch (destination?.kind) {
    case 'local': {
      const what = destination.page ? 'page' : destination.file ? 'file' : 'elsewhere';
      return { leadsTo: what, url: origin + destination.href };
    }
    case 'here': {
      const base = origin + encodeAddress(page.address);
      return { leadsTo: 'here', url: base + destination.href };
    }
    case 'external':
      return { leadsTo: 'outside', url: target };
    default:
      return { leadsTo: 'nothing', url: null };
  }
}

/** The links of other pages that lead to this one, by path. */
export async function linksTo(
  context: Context,
  page: PageSummary,
): Promise<z.infer<typeof backlinkSchema>[]> {
  const { ask, site } = context;
  const written = await ask(linksWrittenAs, namesFor(page, context), MAX_FOLLOWED);
  const sources = await ask(pagesAt, [...new Set(written.map(({ source }) => source))]);
  const found: z.infer<typeof backlinkSchema>[] = [];
  for (const source of sources) {
    if (source.path === page.path || source.unlisted === 1) continue;
    const links = written.filter((link) => link.source === source.path);
    const destinations = await followLinks(
      ask,
      source,
      links.map(({ target }) => target),
      site,
    );
    for (const link of links)
      if (isPlace(destinations.get(link.target), page)) found.push(backlink(context, source, link));
  }
  return found;
}

/** The ways in which links may write a page: by its path or by its address, for readers of each language. */
function namesFor(page: PageSummary, { site }: Context): string[] {
  const own = [...namesOfPage(page.path), page.family, page.address.replace(/^\/|\/$/g, '')];
  const suffix = `.${page.language}`;
  const names = new Set(own);
  for (const name of own) {
    // A page in a language of the reader's stands for its relatives.
    const bare = name.endsWith(suffix) ? name.slice(0, -suffix.length) : name;
    for (const spelling of [bare, ...site.languages.map((language) => `${bare}.${language}`)]) {
      names.add(spelling).add(`${spelling}.md`);
    }
  }
  // What an author in a folder writes from the root seems to lead into that folder.
  const doubled = foldersAbove(page.folder).flatMap((folder) =>
    [...names].map((name) => joinPath(folder, name)),
  );
  return [...names, ...doubled];
}

function isPlace(destination: Destination | undefined, page: PageSummary): boolean {
  return destination?.kind === 'local' && destination.page?.path === page.path;
}

function backlink(
  { origin }: Context,
  source: PageSummary,
  { text, line }: LinkTable,
): z.infer<typeof backlinkSchema> {
  return {
    path: source.path,
    url: origin + encodeAddress(source.address),
    title: source.title,
    language: source.language,
    text,
    line,
  };
}
