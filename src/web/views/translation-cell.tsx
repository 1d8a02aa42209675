import type { Messages } from '../messages/messages.ts';

/** How a page stands in one language. */
export type TranslationState =
  | { readonly kind: 'original' | 'present'; readonly href: string; readonly language: string }
  | {
      readonly kind: 'stale';
      readonly href: string;
      readonly language: string;
      /** Changes of the original after this translation. */
      readonly changes: number;
      readonly diffHref: string;
    }
  | { readonly kind: 'missing' };

interface TranslationCellProps {
  readonly messages: Messages;
  readonly state: TranslationState;
  /** The column's language (BCP 47), and what its speakers call it. */
  readonly language: string;
  readonly languageName: string;
  /** The page's title, to tell this cell's links from its neighbours'. */
  readonly title: string;
}

/** A cell of the table of translations. */
export function TranslationCell({ messages, state, language, languageName, title }: TranslationCellProps) {
  const words = messages.translations;
  const name = (
    <span class="cell-language" lang={language} aria-hidden="true">
      {languageName}
    </span>
  );
  if (state.kind === 'missing') {
    return (
      <td class="state-missing">
        {name}
        {words.missing}
      </td>
    );
  }
  return (
    <td class={`state-${state.kind}`}>
      {name}
      <a href={state.href} hreflang={state.language}>
        {state.kind === 'stale' ? words.stale(state.changes) : words[state.kind]}
        <span class="visually-hidden"> – {title}</span>
      </a>
      {state.kind === 'stale' && (
        <a class="state-diff" href={state.diffHref} aria-label={words.diffOf(title)}>
          {words.diff}
        </a>
      )}
    </td>
  );
}
