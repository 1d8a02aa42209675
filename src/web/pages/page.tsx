import { fileAt } from '../../store/files.ts';
import { type PageSummary, pageFactsAt, pagesOfFamilies } from '../../store/pages.ts';
import type { TranslationTable } from '../../store/schema.ts';
import { translationAt } from '../../store/translations.ts';
import { encodeAddress, readPageName } from '../../wiki/addresses.ts';
import { decodeText } from '../../wiki/decode.ts';
import { addressOfPath } from '../../wiki/find-address.ts';
import { followLinks } from '../../wiki/links.ts';
import { MAX_PAGE_BYTES, type PageFacts, readFacts } from '../../wiki/page.ts';
import { folderOf, joinPath, nameOf } from '../../wiki/paths.ts';
import { renderPage } from '../../wiki/render.ts';
import { siteTitle } from '../../wiki/site.ts';
import { type Answer, htmlAnswer, movedAnswer, textAnswer } from '../answer.ts';
import { CALENDAR_AGE_MS } from '../calendar-view.ts';
import { chrome, languageLinks, lastChange } from '../chrome.ts';
import { type Context, messagesOf, ownAddress } from '../context.ts';
import { editingList } from '../contributions/patch-list.ts';
import { showDirective } from '../directives.tsx';
import { followAddress } from '../feeds/addresses.ts';
import { feedLinks } from '../feeds/feed-links.ts';
import { renderDocument } from '../views/document.ts';
import { Layout, type LayoutProps } from '../views/layout.tsx';
import { type Notice, type OutlineHeading, WikiPage } from '../views/wiki-page.tsx';

/** A page of the wiki for a reader of `language`, which may not be the page's own. */
export async function wikiPage(context: Context, page: PageSummary, language: string): Promise<Answer> {
  const { ask, site, wiki } = context;
  const facts = readFacts((await ask(pageFactsAt, page.path)) ?? '{}');
  const elsewhere =
    facts.redirect === undefined ? undefined : await redirection(context, page, facts.redirect);
  if (elsewhere !== undefined) return movedAnswer(elsewhere);
  const file = await ask(fileAt, page.path);
  if ((file?.size ?? 0) > MAX_PAGE_BYTES) return movedAnswer(encodeAddress(`/-/raw/${page.path}`), 302);
  const bytes = await wiki.objects.read(file?.oid ?? '');
  if (context.wantsMarkdown)
    return textAnswer(decodeText(bytes).text, 'text/markdown; charset=utf-8', {
      'content-language': page.language,
    });

  const messages = messagesOf(context, language);
  const linking = { path: page.path, family: page.family, language };
  let ages = false;
  const rendered = await renderPage(
    ask,
    {
      page: linking,
      bytes,
      labels: messages.markdown,
      titled: facts.titled,
      directive: async (directive) => {
        if (directive.name === 'calendar') ages = true;
        return await showDirective(context, { folder: page.folder, language }, directive);
      },
    },
    site,
  );
  const relatives = (await ask(pagesOfFamilies, [page.family])).filter(({ unlisted }) => unlisted === 0);
  const translation = await ask(translationAt, page.path);
  const isHome = page.address === '/' || page.address === `/${page.language}/`;
  const changed = await lastChange(context, page.path, language);
  const layout: LayoutProps = {
    ...(await chrome(context, { language, folder: folderOf(page.path), href: encodeAddress(page.address) })),
    ...about(context, page, relatives, changed?.date, isHome),
    languages: languageLinks(site, relatives, page.address, language, encodeAddress(context.path)),
    sourceHref: encodeAddress(`/-/raw/${page.path}`),
    followHref: followAddress(site, { kind: 'file', path: page.path }, language),
    ...(editingList(context) && {
      improveHref: ownAddress(site, `/-/edit${encodeAddress(`/${page.path}`)}`, language),
    }),
    ...(changed && { lastChange: changed }),
  };
  const html = renderDocument(
    <Layout {...layout}>
      <WikiPage
        messages={messages}
        title={page.title}
        language={page.language}
        html={rendered.html}
        headings={contents(facts, rendered.headings)}
        tags={facts.tags}
        notices={await noticesOf(context, page, facts.front.draft === true, language, translation)}
        {...(typeof facts.front.description === 'string' && { description: page.description })}
        {...(page.date !== null && { date: page.date })}
      />
    </Layout>,
  );
  const made = htmlAnswer(200, html, { 'content-language': page.language });
  return ages ? { ...made, until: context.now + CALENDAR_AGE_MS } : made;
}

/** Where a page sends its readers; undefined when that is nowhere, or itself. */
async function redirection(
  { ask, site }: Context,
  page: PageSummary,
  target: string,
): Promise<string | undefined> {
  const destination = (await followLinks(ask, page, [target], site)).get(target);
  if (destination?.kind === 'local') {
    return destination.page?.path === page.path ? undefined : destination.href;
  }
  const isWeb = destination?.kind === 'external' && /^https?:/i.test(target);
  return isWeb && URL.canParse(target) ? new URL(target).href : undefined;
}

/** A contents of one entry lists nothing. */
function contents({ toc }: PageFacts, headings: readonly OutlineHeading[]): readonly OutlineHeading[] {
  if (toc === false) return [];
  const listed = headings.filter(({ level }) => level <= 4);
  return toc === true || listed.length > 1 ? listed : [];
}

async function noticesOf(
  context: Context,
  page: PageSummary,
  isDraft: boolean,
  language: string,
  translation: TranslationTable | undefined,
): Promise<Notice[]> {
  const { ask, site } = context;
  const notices: Notice[] = [];
  if (isDraft) notices.push({ kind: 'draft' });
  if (page.language !== language)
    notices.push({
      kind: 'untranslated',
      wanted: language,
      shown: page.language,
      translateHref: translateHref(context, page.path, language),
    });
  if (translation && translation.behind > 0) {
    notices.push({
      kind: 'stale',
      changes: translation.behind,
      diffHref: staleDiffHref(site, translation, language),
      originalHref: await addressOfPath(ask, translation.original),
      originalLanguage: readPageName(translation.original, site).language ?? site.defaultLanguage,
    });
  }
  return notices;
}

/** The form in which a page is translated; undefined where its name tells no name for the translation. */
function translateHref(context: Context, path: string, language: string): string | undefined {
  const { site } = context;
  const { folder, stem, language: own } = readPageName(path, site);
  const isByFolder = own !== undefined && folder.split('/', 1)[0] === own;
  if (!editingList(context) || isByFolder || !site.suffixes.includes(language)) return undefined;
  const name = language === site.defaultLanguage ? `${stem}.md` : `${stem}.${language}.md`;
  return ownAddress(site, `/-/edit${encodeAddress(`/${joinPath(folder, name)}`)}`, language);
}

/** What changed in the original since a translation followed it. */
export function staleDiffHref(
  site: Context['site'],
  translation: TranslationTable,
  language: string,
): string {
  const { original, followed_commit: from } = translation;
  return ownAddress(site, `/-/diff${encodeAddress(`/${original}`)}`, language, { from: from ?? 'none' });
}

/** What the page tells machines of itself. */
function about(
  { origin, site }: Context,
  page: PageSummary,
  relatives: readonly PageSummary[],
  modified: string | undefined,
  isHome: boolean,
): Omit<LayoutProps, 'messages' | 'site' | 'assets'> {
  const url = origin + encodeAddress(page.address);
  const alternates = relatives.map(({ language, address }) => ({
    hreflang: language,
    href: origin + encodeAddress(address),
  }));
  const inDefault = relatives.find(({ language }) => language === site.defaultLanguage);
  return {
    contentLanguage: page.language,
    canonical: url,
    unlisted: page.unlisted === 1,
    alternates: [
      ...(alternates.length > 1 ? alternates : []),
      ...(alternates.length > 1 && inDefault
        ? [{ hreflang: 'x-default', href: origin + encodeAddress(inDefault.address) }]
        : []),
      { type: 'text/markdown', href: encodeAddress(`/-/raw/${page.path}`), title: nameOf(page.path) },
      ...feedLinks(
        site,
        { kind: 'file', path: page.path },
        page.language,
        messagesOf({ site }, page.language).feed.fileTitle(page.title),
      ),
    ],
    openGraph: { type: isHome ? 'website' : 'article', url, ...(modified && { modified }) },
    structuredData: {
      '@context': 'https://schema.org',
      '@type': isHome ? 'WebSite' : 'Article',
      ...(isHome ? { name: siteTitle(site, page.language) } : { headline: page.title }),
      url,
      inLanguage: page.language,
      ...(page.description && { description: page.description }),
      ...(modified && { dateModified: modified }),
      ...(page.date && { datePublished: page.date }),
    },
    ...(!isHome && { title: page.title }),
    ...(page.description && { description: page.description }),
  };
}
