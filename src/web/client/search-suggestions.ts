/** What the server suggests: `kind` in the reader's words. */
interface Suggestion {
  readonly label: string;
  readonly href: string;
  readonly kind: string;
  readonly language: string;
}

const PAUSE_MS = 120;
const SHORTEST = 2;

/**
 * Suggests pages under the fields of search as one types, as a list that one may enter with the arrows (ARIA Authoring
 * Practices, "Editable Combobox With List Autocomplete").
 */
export function suggestSearches(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-suggestions]')) {
    const input = form.querySelector<HTMLInputElement>('input[type="search"]');
    if (input) suggestIn(form, input);
  }
}

function suggestIn(form: HTMLFormElement, input: HTMLInputElement): void {
  const list = document.createElement('ul');
  list.id = `${input.id}-suggestions`;
  list.className = 'search-suggestions';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', input.labels?.[0]?.textContent ?? '');
  input.after(list);
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': list.id,
  }))
    input.setAttribute(name, value);

  let asking: AbortController | undefined;
  let pause = 0;
  let active = -1;

  const close = () => {
    asking?.abort();
    clearTimeout(pause);
    list.hidden = true;
    list.replaceChildren();
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };

  const choose = (at: number) => {
    active = at;
    [...list.children].forEach((option, index) => {
      option.setAttribute('aria-selected', String(index === at));
      if (index !== at) return;
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    });
    if (at === -1) input.removeAttribute('aria-activedescendant');
  };

  const show = (suggestions: readonly Suggestion[]) => {
    list.replaceChildren(...suggestions.map((suggestion, at) => option(suggestion, `${list.id}-${at}`)));
    list.hidden = suggestions.length === 0;
    input.setAttribute('aria-expanded', String(suggestions.length > 0));
    choose(-1);
  };

  const ask = async () => {
    asking?.abort();
    asking = new AbortController();
    const { signal } = asking;
    const query = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
    try {
      const answer = await fetch(`${form.dataset.suggestions}?${query}`, { signal });
      if (answer.ok) show((await answer.json()) as Suggestion[]);
    } catch (error) {
      // Typing goes on, or the server is away: the search itself still works.
      if (!signal.aborted) console.warn(error);
    }
  };

  input.addEventListener('input', () => {
    clearTimeout(pause);
    if (input.value.trim().length < SHORTEST) close();
    else pause = window.setTimeout(() => void ask(), PAUSE_MS);
  });
  input.addEventListener('keydown', (event) => {
    const count = list.children.length;
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    } else if (count > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // One place more than there are suggestions: the text as it was typed.
      choose(((active + 1 + step + count + 1) % (count + 1)) - 1);
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      (list.children[active] as HTMLElement).click();
    }
  });
  input.addEventListener('blur', () => window.setTimeout(close, PAUSE_MS));
  list.addEventListener('pointerdown', (event) => event.preventDefault());
}

function option({ label, href, kind, language }: Suggestion, id: string): HTMLLIElement {
  const item = document.createElement('li');
  item.id = id;
  item.setAttribute('role', 'option');
  item.setAttribute('aria-selected', 'false');
  const name = document.createElement('span');
  name.textContent = label;
  name.lang = language;
  const sort = document.createElement('span');
  sort.className = 'search-suggestion-kind';
  sort.textContent = kind;
  item.append(name, ' ', sort);
  item.addEventListener('click', () => location.assign(href));
  return item;
}
