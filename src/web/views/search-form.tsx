import type { Messages } from '../messages/messages.ts';

export interface SearchFormProps {
  readonly messages: Messages;
  readonly action: string;
  /** What was searched for. */
  readonly text?: string;
  /** What the address holds besides, and must keep. */
  readonly kept?: readonly (readonly [string, string])[];
}

/** The search in the header of every page; where there is little room, the way to the page of the search. */
export function HeaderSearch({ messages, action, kept = [] }: SearchFormProps) {
  const words = messages.search;
  const query = new URLSearchParams(Object.fromEntries(kept));
  return (
    <search class="header-search">
      <SearchForm messages={messages} action={action} kept={kept} id="search:header" hidesLabel />
      <a class="header-search-link" href={query.size === 0 ? action : `${action}?${query}`}>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <circle cx="8.5" cy="8.5" r="5.5" />
          <path d="m12.5 12.5 5 5" />
        </svg>
        {words.button}
      </a>
    </search>
  );
}

interface FieldProps extends SearchFormProps {
  readonly id: string;
  readonly hidesLabel?: boolean;
}

/** A field and its button. `data-suggestions` is where the client script asks what may be meant. */
export function SearchForm({ messages, action, text = '', kept = [], id, hidesLabel = false }: FieldProps) {
  const words = messages.search;
  return (
    <form class="search-form" action={action} method="get" data-suggestions={`${action}/suggestions`}>
      <label for={id} class={hidesLabel ? 'visually-hidden' : undefined}>
        {words.label}
      </label>
      <div class="search-field">
        <input
          id={id}
          type="search"
          name="q"
          value={text}
          maxlength={1000}
          autocomplete="off"
          autocapitalize="off"
        />
        <button type="submit" class="button">
          {words.button}
        </button>
      </div>
      {kept.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </form>
  );
}
