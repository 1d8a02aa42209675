import { pagesOfFolder } from '../../wiki/collections.ts';
import { type Answer, htmlAnswer } from '../answer.ts';
import { chrome, ownLanguageLinks } from '../chrome.ts';
import { findCollection } from '../collection.ts';
import { collectionEntry } from '../collection-view.ts';
import { askedLanguage, type Context, messagesOf, ownAddress } from '../context.ts';
import { feedAddress } from '../feeds/addresses.ts';
import { feedLinks } from '../feeds/feed-links.ts';
import { CollectionPage } from '../views/collection-page.tsx';
import { renderDocument } from '../views/document.ts';
import { Layout } from '../views/layout.tsx';
import { missingPage } from './missing.tsx';

const PREFIX = '/-/collections/';
const PER_PAGE = 100;

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
  const followed = { kind: 'collection', name: collection.name } as const;
  const feedHref = feedAddress(site, followed, language);
  const frame = await chrome(context, { language, folder, href: href(1) });
  const html = renderDocument(
    <Layout
      {...frame}
      languages={ownLanguageLinks(context, language)}
      title={title}
      canonical={origin + href(number)}
      alternates={feedLinks(site, followed, language, title)}
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
