import { z } from 'zod';
import { fileAt } from '../../store/files.ts';
import { lastChangesOf } from '../../store/page-list.ts';
import { type PageSummary, pageAt, pageFactsAt, pagesOfFamilies } from '../../store/pages.ts';
import { translationAt } from '../../store/translations.ts';
import { encodeAddress } from '../../wiki/addresses.ts';
import { decodeText } from '../../wiki/decode.ts';
import { MAX_PAGE_BYTES, type PageFacts, readFacts } from '../../wiki/page.ts';
import { renderPage } from '../../wiki/render.ts';
import { CALENDAR_AGE_MS } from '../calendar-view.ts';
import { type Context, messagesOf } from '../context.ts';
import { showDirective } from '../directives.tsx';
import { absentFile } from './absent-file.ts';
import { operation, operationAddress } from './operation.ts';
import { backlinkSchema, linkSchema, linksFrom, linksTo, MAX_LINKS } from './page-links.ts';
import { historyUrl, pageSummary, summary } from './page-summary.ts';
import { list } from './parameters.ts';
import { absolute, languageCode, path, string, url } from './values.ts';

const heading = z.object({
  level: z.int().min(1).max(6),
  text: string('Choisir une licence'),
  slug: string('choisir-une-licence').describe('What follows # in the address of the heading.'),
  line: z.int().describe('Its line in the file, from 1.'),
});

const relative = z.object({
  path: path.meta({ examples: ['guides/publier-son-code.en.md'] }),
  url: url('Where people read it.'),
  apiUrl: url('The same, for programs.', '/-/api/v1/pages/guides/publier-son-code.md'),
  language: languageCode.meta({ examples: ['en'] }),
  title: string('Publish your code'),
});

/** What is answered unless only some of it is asked for. */
const parts = {
  outline: z.array(heading).describe('The headings, in order.'),
  translations: z.array(relative).describe('The same page in other languages.'),
  links: z.array(linkSchema).describe(`The links and images of the page, the first ${MAX_LINKS}.`),
  backlinks: z.array(backlinkSchema).describe('The links of other pages that lead to this one.'),
  html: string('<h2 id="choisir-une-licence">Choisir une licence</h2>').describe(
    'The page as it is shown, without its title; its addresses are relative to the site.',
  ),
  markdown: string('# Publier son code\n\nUn logiciel.\n').describe(
    'The file as it is written, front matter included.',
  ),
};

type Part = keyof typeof parts;
const PARTS = Object.keys(parts) as [Part, ...Part[]];

const translation = z
  .object({
    original: string('guides/publier-son-code.en.md').describe(
      'The path of the page that this one translates.',
    ),
    behind: z.int().describe('How many commits changed the original since the translation last followed it.'),
  })
  .nullable()
  .describe('Of which page this is the translation; null when of none.');

export const page = pageSummary.extend({
  draft: z.boolean(),
  frontMatter: z
    .record(z.string(), z.unknown())
    .meta({ examples: [{ title: 'Publier son code', tags: ['licences'] }] })
    .describe('All that stands in its front matter.'),
  translation,
  sourceUrl: url('The file as it is written.', '/-/raw/guides/publier-son-code.md'),
  historyUrl: url('Its versions, for people.', '/-/history/guides/publier-son-code.md'),
  ...z.object(parts).partial().shape,
});

const query = z.object({ fields: list(PARTS) });

/** `/pages/{path}`: a page, whole or in the parts asked for. */
export const getPage = operation({
  id: 'getPage',
  path: '/pages/{path}',
  examples: ['index.md'],
  query,
  answer: page,
  mayMove: true,
  problems: [404, 410],
  async respond({ context, names: [name = ''], query }) {
    const { ask } = context;
    const found = await ask(pageAt, name);
    if (!found)
      return await absentFile(context, name, 'page', (page) => operationAddress('/pages/{path}', page));
    const facts = readFacts((await ask(pageFactsAt, name)) ?? '{}');
    const [change] = await ask(lastChangesOf, [name]);
    const translated = await ask(translationAt, name);
    const { value, until } = await partsOf(context, found, facts, new Set(query.fields ?? PARTS));
    return {
      value: {
        ...summary(context, found, facts, change),
        draft: facts.front.draft === true,
        frontMatter: facts.front,
        translation: translated ? { original: translated.original, behind: translated.behind } : null,
        sourceUrl: absolute(context, `/-/raw/${name}`),
        historyUrl: historyUrl(context, name),
        ...value,
      },
      ...(until !== undefined && { until }),
    };
  },
});

type Parts = z.infer<ReturnType<typeof partial>>;
const partial = () => z.object(parts).partial();

async function partsOf(
  context: Context,
  page: PageSummary,
  facts: PageFacts,
  wanted: ReadonlySet<Part>,
): Promise<{ value: Parts; until?: number }> {
  const bytes =
    wanted.has('html') || wanted.has('markdown') ? await bytesOf(context, page.path) : Buffer.alloc(0);
  const html = wanted.has('html') ? await htmlOf(context, page, facts, bytes) : undefined;
  return {
    value: {
      ...(wanted.has('outline') && { outline: facts.headings.map((heading) => ({ ...heading })) }),
      ...(wanted.has('translations') && { translations: await translationsOf(context, page) }),
      ...(wanted.has('links') && { links: await linksFrom(context, page) }),
      ...(wanted.has('backlinks') && { backlinks: await linksTo(context, page) }),
      ...(html && { html: html.html }),
      ...(wanted.has('markdown') && { markdown: decodeText(bytes).text }),
    },
    ...(html?.ages && { until: context.now + CALENDAR_AGE_MS }),
  };
}

/** A page too large to be read is as good as empty; its source can be downloaded. */
async function bytesOf({ ask, wiki }: Context, path: string): Promise<Buffer> {
  const file = await ask(fileAt, path);
  return file && (file.size ?? 0) <= MAX_PAGE_BYTES ? await wiki.objects.read(file.oid) : Buffer.alloc(0);
}

async function htmlOf(context: Context, page: PageSummary, facts: PageFacts, bytes: Uint8Array) {
  let ages = false;
  const { html } = await renderPage(
    context.ask,
    {
      page,
      bytes,
      labels: messagesOf(context, page.language).markdown,
      titled: facts.titled,
      directive: async (directive) => {
        if (directive.name === 'calendar') ages = true;
        return await showDirective(context, page, directive);
      },
    },
    context.site,
  );
  return { html, ages };
}

async function translationsOf(context: Context, page: PageSummary): Promise<z.infer<typeof relative>[]> {
  const relatives = await context.ask(pagesOfFamilies, [page.family]);
  return relatives
    .filter(({ path, unlisted }) => path !== page.path && unlisted === 0)
    .map(({ path, address, language, title }) => ({
      path,
      url: context.origin + encodeAddress(address),
      apiUrl: context.origin + operationAddress('/pages/{path}', path),
      language,
      title,
    }));
}
