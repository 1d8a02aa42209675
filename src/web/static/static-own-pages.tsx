import { encodeAddress } from '../../wiki/addresses.ts';
import { folderAddress } from '../../wiki/find-address.ts';
import { type Answer, PAGE_POLICY } from '../answer.ts';
import { askedLanguage, type Context, messagesOf } from '../context.ts';
import { ownPage } from '../own-page.tsx';

/** What a host shows where there is no file: `404.html`. It cannot tell what was asked for. */
export async function lostPage(context: Context): Promise<Answer> {
  const language = askedLanguage(context);
  const { notFound, errors, staticSite } = messagesOf(context, language);
  return await ownPage(context, {
    language,
    title: notFound.title,
    content: (
      <article class="error-page">
        <header class="page-header">
          <p class="error-code">{errors.code(404)}</p>
          <h1>{notFound.title}</h1>
          <p class="description">{staticSite.lost}</p>
        </header>
        <p>{notFound.remedy}</p>
        <p>
          <a class="button" href={encodeAddress(folderAddress('', language, context.site))}>
            {notFound.home}
          </a>
        </p>
      </article>
    ),
  });
}

/** The page that searches a site of files, in the browser. */
export async function searchPage(context: Context): Promise<Answer> {
  const language = askedLanguage(context);
  const { staticSite: words } = messagesOf(context, language);
  const page = await ownPage(context, {
    language,
    title: words.search,
    content: (
      <article class="search-page">
        <header class="page-header">
          <h1>{words.search}</h1>
        </header>
        <search>
          <form method="get" class="search-form">
            <label for="search:words">{words.words}</label>
            <div class="search-field">
              <input type="search" id="search:words" name="q" autocomplete="off" />
              <button type="submit" class="button">
                {words.search}
              </button>
            </div>
          </form>
        </search>
        <noscript>
          <p>{words.searchNeedsScript}</p>
        </noscript>
        <div
          id="search:results"
          data-searching={words.searching}
          data-none={words.noResult}
          data-hint={words.noResultHint}
          data-result={words.result}
          data-results={words.results}
          data-more={words.more}
          data-failed={words.failed}
        >
          <p role="status" />
          <ol class="search-results" />
        </div>
        <script type="module" src={context.assets.script.replace('site.js', 'static-search.js')} />
      </article>
    ),
  });
  // The index is read by a program in WebAssembly.
  const policy = PAGE_POLICY.replace(
    "script-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'",
  );
  return { ...page, headers: { ...page.headers, 'content-security-policy': policy } };
}
