import { encodeAddress, familyOf, readPageName } from '../../wiki/addresses.ts';
import type { Deletion } from '../../wiki/departures.ts';
import { readFacts, readPage } from '../../wiki/page.ts';
import { folderOf, isPagePath } from '../../wiki/paths.ts';
import { renderPage } from '../../wiki/render.ts';
import { siteDates } from '../../wiki/site-dates.ts';
import { type Answer, htmlAnswer } from '../answer.ts';
import { chrome, historyHref } from '../chrome.ts';
import { type Context, messagesOf, ownAddress } from '../context.ts';
import { renderDocument } from '../views/document.ts';
import { GonePage } from '../views/gone-page.tsx';
import { Layout } from '../views/layout.tsx';

/** 410: the page was deleted; when, by whom, why, and its last version. */
export async function gonePage(context: Context, deletion: Deletion, language: string): Promise<Answer> {
  const { site } = context;
  const { path, commit } = deletion;
  const messages = messagesOf(context, language);
  const last = await lastVersionOf(context, deletion, language);
  const frame = await chrome(context, {
    language,
    folder: folderOf(path),
    href: encodeAddress(context.path),
  });
  const html = renderDocument(
    <Layout {...frame} title={last.title} unlisted>
      <GonePage
        messages={messages}
        title={last.title}
        language={last.language}
        deletion={{
          date: siteDates(site)(commit.committer_time),
          author: commit.author_name,
          subject: commit.subject,
          diffHref: ownAddress(site, `/-/diff${encodeAddress(`/${path}`)}`, language, { to: commit.id }),
          historyHref: historyHref(site, path, language),
        }}
        {...(last.html !== undefined && { html: last.html })}
      />
    </Layout>,
  );
  return htmlAnswer(410, html, { 'content-language': language });
}

async function lastVersionOf(context: Context, { path, oid }: Deletion, language: string) {
  if (!isPagePath(path)) return { title: path, language, html: undefined };
  const { ask, site, wiki } = context;
  const bytes = await wiki.objects.read(oid);
  const { document, page } = readPage(path, bytes, site);
  const linking = { path, family: familyOf(readPageName(path, site)), language };
  const { markdown } = messagesOf(context, language);
  const rendered = await renderPage(
    ask,
    { page: linking, bytes, document, labels: markdown, titled: readFacts(page.facts).titled },
    site,
  );
  return { title: page.title, language: page.language, html: rendered.html };
}
