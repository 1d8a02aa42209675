import { watchScrollRegions } from './scroll-regions.ts';

const PAUSE_MS = 250;

/**
 * Sends the search and the choices of a table as they are made, and follows its links of order and pages without leaving
 * the page: what the server answers at the new address replaces the parts marked `data-renewed`.
 */
export function followTableQuery(): void {
  const form = document.querySelector<HTMLFormElement>('.table-form');
  const field = form?.querySelector<HTMLInputElement>('input[type="search"]');
  if (!form || !field) return;
  form.classList.add('live');
  let loading: AbortController | undefined;
  let pause = 0;
  const address = () => location.pathname + location.search;
  let shown = address();

  const load = async (href: string, remember: 'push' | 'replace' | 'not') => {
    loading?.abort();
    loading = new AbortController();
    const { signal } = loading;
    document.getElementById('table:rows')?.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(href, { signal, headers: { accept: 'text/html' } });
      if (!answer.ok) throw new Error(answer.statusText);
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (remember === 'push') history.pushState(null, '', href);
      if (remember === 'replace') history.replaceState(null, '', href);
      if (remember !== 'replace')
        field.value = page.querySelector<HTMLInputElement>('#table-text')?.value ?? '';
      document.title = page.title;
      renew(page);
      shown = address();
    } catch {
      if (!signal.aborted) location.assign(href);
    }
  };

  const send = () => {
    clearTimeout(pause);
    const query = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
    if (query.get('q') === '') query.delete('q');
    void load(`${form.getAttribute('action')}${query.size > 0 ? `?${query}` : ''}`, 'replace');
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send();
  });
  form.addEventListener('change', (event) => {
    if (event.target !== field) send();
  });
  field.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(send, PAUSE_MS);
  });

  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href$="#table:rows"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void load(link.href.replace(/#.*/, ''), 'push').then(() => {
      const rows = document.getElementById('table:rows');
      if (rows && rows.getBoundingClientRect().top < 0) rows.scrollIntoView();
    });
  });

  addEventListener('popstate', () => {
    if (address() !== shown) void load(location.href, 'not');
  });
}

/** Takes the renewed parts from `page`, keeps the focus and what was open, and says how many rows there are. */
function renew(page: Document): void {
  const focused = selectorOf(document.activeElement);
  const open = [...document.querySelectorAll('[data-renewed] details[open]')].map(({ id }) => id);
  for (const part of document.querySelectorAll('[data-renewed]')) {
    const renewed = page.getElementById(part.id);
    if (renewed) part.replaceWith(document.importNode(renewed, true));
  }
  for (const id of open) document.getElementById(id)?.setAttribute('open', '');
  if (focused && !document.activeElement?.matches(focused)) {
    (document.querySelector<HTMLElement>(focused) ?? document.getElementById('table:rows'))?.focus({
      preventScroll: true,
    });
  }
  watchScrollRegions();
  const said = document.querySelector<HTMLElement>('.results-count')?.dataset.said ?? '';
  const status = document.querySelector('.table-status');
  if (status) status.textContent = said;
}

/** How to find, in the renewed page, what had the focus in this one; undefined for what is not renewed. */
function selectorOf(element: Element | null): string | undefined {
  if (!element?.closest('[data-renewed]')) return undefined;
  if (element instanceof HTMLInputElement)
    return `input[name="${CSS.escape(element.name)}"][value="${CSS.escape(element.value)}"]`;
  if (element.localName === 'summary') return `#${CSS.escape(element.parentElement?.id ?? '')} > summary`;
  return `#${CSS.escape(element.id || 'table:rows')}`;
}
