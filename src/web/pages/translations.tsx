import { allPages } from '../../store/pages.ts';
import { allTranslations } from '../../store/translations.ts';
import { encodeAddress } from '../../wiki/addresses.ts';
import { type TranslatedPage, translationTable } from '../../wiki/translation-table.ts';
import { type Answer, htmlAnswer } from '../answer.ts';
import { chrome, endonym, ownLanguageLinks } from '../chrome.ts';
import { askedLanguage, type Context, messagesOf } from '../context.ts';
import { renderDocument } from '../views/document.ts';
import { Layout } from '../views/layout.tsx';
import { type TranslationState, TranslationsPage } from '../views/translations-page.tsx';
import { staleDiffHref } from './page.tsx';

/** The state of every page in every language: `/-/translations`. */
export async function translationsPage(context: Context): Promise<Answer> {
  const { ask, site } = context;
  const language = askedLanguage(context);
  const messages = messagesOf(context, language);
  const rows = translationTable(await ask(allPages), await ask(allTranslations), site);
  const states = rows.map(({ pages }) =>
    site.languages.map((reader) => state(context, pages.get(reader), language)),
  );
  const frame = await chrome(context, { language, folder: '', href: '/-/translations' });
  const html = renderDocument(
    <Layout
      {...frame}
      languages={ownLanguageLinks(context, language)}
      title={messages.translations.title}
      unlisted
    >
      <TranslationsPage
        messages={messages}
        languages={site.languages.map((reader, at) => ({
          language: reader,
          name: endonym(reader),
          available: states.filter((row) => row[at]?.kind !== 'missing').length,
          stale: states.filter((row) => row[at]?.kind === 'stale').length,
        }))}
        rows={rows.map(({ original }, at) => ({
          title: original.title,
          language: original.language,
          path: original.path,
          states: states[at] as TranslationState[],
        }))}
      />
    </Layout>,
  );
  return htmlAnswer(200, html, { 'content-language': language });
}

function state({ site }: Context, page: TranslatedPage | undefined, language: string): TranslationState {
  if (!page) return { kind: 'missing' };
  const common = { href: encodeAddress(page.address), language: page.language };
  const { translation } = page;
  if (!translation) return { kind: 'original', ...common };
  if (translation.behind === 0) return { kind: 'present', ...common };
  return {
    kind: 'stale',
    ...common,
    changes: translation.behind,
    diffHref: staleDiffHref(site, translation, language),
  };
}
