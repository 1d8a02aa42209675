import { pageOfAddress } from '../../store/pages.ts';
import { encodeAddress } from '../../wiki/addresses.ts';
import { folderAddress } from '../../wiki/find-address.ts';
import { nearestAddresses } from '../../wiki/suggestions.ts';
import { type Answer, htmlAnswer } from '../answer.ts';
import { chrome } from '../chrome.ts';
import { type Context, messagesOf } from '../context.ts';
import { renderDocument } from '../views/document.ts';
import { Layout } from '../views/layout.tsx';
import { NotFoundPage, type Suggestion } from '../views/not-found-page.tsx';

/** 404, with the pages whose addresses are near. */
export async function missingPage(context: Context, language: string): Promise<Answer> {
  const { ask, site, path, wiki } = context;
  const messages = messagesOf(context, language);
  const suggestions: Suggestion[] = [];
  for (const address of nearestAddresses(await wiki.addresses(), path)) {
    const page = await ask(pageOfAddress, address);
    if (page) {
      const foreign = page.language === language ? {} : { language: page.language };
      suggestions.push({ label: page.title, href: encodeAddress(address), path: address, ...foreign });
    }
  }
  const frame = await chrome(context, { language, folder: '', href: '' });
  const html = renderDocument(
    <Layout {...frame} ancestors={[]} title={messages.notFound.title} unlisted>
      <NotFoundPage
        messages={messages}
        path={path}
        homeHref={encodeAddress(folderAddress('', language, site))}
        suggestions={inOwnLanguageFirst(suggestions)}
      />
    </Layout>,
  );
  return htmlAnswer(404, html, { 'content-language': language });
}

function inOwnLanguageFirst(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  return suggestions.toSorted((a, b) => Number(a.language !== undefined) - Number(b.language !== undefined));
}
