import type { Messages } from '../messages/messages.ts';
import { TranslationCell, type TranslationState } from './translation-cell.tsx';

export type { TranslationState } from './translation-cell.tsx';

/** A language of the wiki (BCP 47). */
export interface TranslationLanguage {
  readonly language: string;
  /** What its speakers call it. */
  readonly name: string;
  /** Pages that exist in it, and, of these, translations out of date. */
  readonly available: number;
  readonly stale: number;
}

/** A page in all its languages; `title` is the original's. */
export interface TranslationRow {
  readonly title: string;
  readonly language: string;
  readonly path: string;
  /** One a language, in the order of `languages`. */
  readonly states: readonly TranslationState[];
}

export interface TranslationsPageProps {
  readonly messages: Messages;
  readonly languages: readonly TranslationLanguage[];
  readonly rows: readonly TranslationRow[];
}

/** Every page by language: there, out of date, or to be translated. */
export function TranslationsPage({ messages, languages, rows }: TranslationsPageProps) {
  const words = messages.translations;
  return (
    <article class="translations-page">
      <header class="page-header">
        <h1>{words.title}</h1>
        <p class="description">{words.intro}</p>
      </header>
      {rows.length === 0 ? (
        <p class="empty">{words.empty}</p>
      ) : (
        <>
          <section>
            <h2 id="summary">{words.summary}</h2>
            <Summary messages={messages} languages={languages} total={rows.length} />
          </section>
          <section>
            <h2 id="details">{words.details}</h2>
            <div class="table-scroll">
              <table class="translations" aria-labelledby="details">
                <thead>
                  <tr>
                    <th scope="col">{words.page}</th>
                    {languages.map(({ language, name }) => (
                      <th scope="col" lang={language}>
                        {name}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr>
                      <th scope="row">
                        <span lang={row.language}>{row.title}</span>
                        <code>{row.path}</code>
                      </th>
                      {languages.map(({ language, name }, index) => (
                        <TranslationCell
                          messages={messages}
                          state={row.states[index] ?? { kind: 'missing' }}
                          language={language}
                          languageName={name}
                          title={row.title}
                        />
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </section>
        </>
      )}
    </article>
  );
}

interface SummaryProps {
  readonly messages: Messages;
  readonly languages: readonly TranslationLanguage[];
  readonly total: number;
}

function Summary({ messages, languages, total }: SummaryProps) {
  const words = messages.translations;
  return (
    <div class="table-scroll">
      <table class="translation-summary" aria-labelledby="summary">
        <thead>
          <tr>
            <th scope="col">{words.language}</th>
            <th scope="col" class="number">
              {words.coverage}
            </th>
            <th scope="col" class="number">
              {words.staleCount}
            </th>
            <th scope="col" class="number">
              {words.missing}
            </th>
          </tr>
        </thead>
        <tbody>
          {languages.map(({ language, name, available, stale }) => (
            <tr>
              <th scope="row" lang={language}>
                {name}
              </th>
              <td class="number">{messages.number(available)}</td>
              <td class="number">{messages.number(stale)}</td>
              <td class="number">{messages.number(total - available)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
