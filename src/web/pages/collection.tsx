import { localized } from '../../config/settings.ts';
import { lastVersion } from '../../store/history.ts';
import { encodeAddress } from '../../wiki/addresses.ts';
import { type CollectedPage, pagesOfFolder } from '../../wiki/collections.ts';
import { folderTitle } from '../../wiki/folder-title.ts';
import { resolvePath } from '../../wiki/paths.ts';
import { siteTitle } from '../../wiki/site.ts';
import { type Answer, htmlAnswer, textAnswer } from '../answer.ts';
import { type AtomEntry, atom } from '../atom.ts';
import { chrome, isoDate, ownLanguageLinks } from '../chrome.ts';
import { collectionEntry } from '../collection-view.ts';
import { askedLanguage, type Context, messagesOf, ownAddress } from '../context.ts';
import { CollectionPage } from '../views/collection-page.tsx';
import { renderDocument } from '../views/document.ts';
import { Layout } from '../views/layout.tsx';
import { missingPage } from './missing.tsx';

const PREFIX = '/-/collections/';
const PER_PAGE = 100;
const IN_FEED = 50;

/** A collection that the settings name, as they name it to a reader. */
interface Collection {
  readonly name: string;
  readonly folder: string;
  readonly title: string;
  readonly order: 'date' | 'name';
}

function findCollection({ site }: Context, name: string, language: string): Collection | undefined {
  const settings = Object.hasOwn(site.settings.collections, name)
    ? site.settings.collections[name]
    : undefined;
  const folder = settings && resolvePath('', settings.path);
  if (!settings || folder === undefined) return undefined;
  const title =
    settings.title === undefined ? folderTitle(folder, language, site) : localized(settings.title, language);
  return { name, folder, title, order: settings.order };
}

/** The pages of a collection: `/-/collections/NAME?page=N`. */
export async function collectionPage(context: Context): Promise<Answer> {
  const { ask, site, origin, path, query } = context;
  const language = askedLanguage(context);
  const collection = findCollection(context, path.slice(PREFIX.length), language);
  if (!collection) return await missingPage(context, language);
  const { title, folder, order } = collection;
  const pages = await pagesOfFolder(ask, folder, language, order, site);
  const last = Math.max(1, Math.ceil(pages.length / PER_PAGE));
  const number = Math.min(Math.max(Number.parseInt(query.get('page') ?? '1', 10) || 1, 1), last);
  const href = (page: number) => ownAddress(site, path, language, page > 1 ? { page: String(page) } : {});
  const feedHref = feedAddress(context, collection, language);
  const frame = await chrome(context, { language, folder, href: href(1) });
  const html = renderDocument(
    <Layout
      {...frame}
      languages={ownLanguageLinks(context, language)}
      title={title}
      canonical={origin + href(number)}
      alternates={[{ type: 'application/atom+xml', href: feedHref, title }]}
    >
      <CollectionPage
        messages={messagesOf(context, language)}
        title={title}
        language={language}
        order={order}
        entries={pages
          .slice((number - 1) * PER_PAGE, number * PER_PAGE)
          .map((page) => collectionEntry(page, language))}
        total={pages.length}
        feedHref={feedHref}
        pager={{
          ...(number > 1 && { previousHref: href(number - 1) }),
          ...(number < last && { nextHref: href(number + 1) }),
        }}
      />
    </Layout>,
  );
  return htmlAnswer(200, html, { 'content-language': language });
}

function feedAddress({ site }: Context, { name }: Collection, language: string): string {
  return ownAddress(site, `/-/feeds/collections/${name}.atom`, language);
}

/** The newest pages of a collection as Atom: `/-/feeds/collections/NAME.atom`. */
export async function collectionFeed(context: Context): Promise<Answer> {
  const { ask, site, origin, path } = context;
  const language = askedLanguage(context);
  const name = /^\/-\/feeds\/collections\/(.*)\.atom$/.exec(path)?.[1] ?? '';
  const collection = findCollection(context, name, language);
  if (!collection) return await missingPage(context, language);
  const pages = await pagesOfFolder(ask, collection.folder, language, 'date', site);
  const entries = await Promise.all(pages.slice(0, IN_FEED).map((page) => feedEntry(context, page)));
  const feed = origin + feedAddress(context, collection, language);
  const body = atom({
    id: feed,
    title: `${collection.title} – ${siteTitle(site, language)}`,
    href: origin + ownAddress(site, PREFIX + collection.name, language),
    selfHref: feed,
    language,
    author: siteTitle(site, language),
    entries,
  });
  return textAnswer(body, 'application/atom+xml; charset=utf-8', { 'access-control-allow-origin': '*' });
}

async function feedEntry({ ask, origin }: Context, { page, date }: CollectedPage): Promise<AtomEntry> {
  const href = origin + encodeAddress(page.address);
  const published = date === undefined ? undefined : `${date}T00:00:00Z`;
  const version = await ask(lastVersion, page.path);
  return {
    id: href,
    title: page.title,
    href,
    language: page.language,
    updated: version
      ? isoDate(version.author_time).replace('.000Z', 'Z')
      : (published ?? '1970-01-01T00:00:00Z'),
    ...(published !== undefined && { published }),
    ...(page.description !== '' && { summary: page.description }),
  };
}
