/** What is used of Pagefind's own module. */
interface Pagefind {
  options(options: { readonly baseUrl: string }): Promise<void>;
  search(words: string): Promise<{ results: { data(): Promise<Found> }[] }>;
}

interface Found {
  readonly url: string;
  readonly meta: { readonly title?: string };
  /** HTML, its only element `<mark>`. */
  readonly excerpt: string;
}

const PER_STEP = 20;

/** The root of the site, from where this script is in it. */
const ROOT = new URL('../../../', import.meta.url);

const place = document.getElementById('search:results');
const form = document.querySelector<HTMLFormElement>('.search-page form');
const field = form?.querySelector('input');
if (place && form && field) void start(place, form, field);

/** Searches for the words of the address, then for those that are written. */
async function start(place: HTMLElement, form: HTMLFormElement, field: HTMLInputElement): Promise<void> {
  const status = place.querySelector('[role="status"]') as HTMLElement;
  const list = place.querySelector('ol') as HTMLElement;
  const words = place.dataset as Record<string, string>;
  let pagefind: Pagefind | undefined;
  let turn = 0;

  const show = async (asked: string) => {
    const mine = ++turn;
    if (asked.trim() === '') {
      list.replaceChildren();
      status.textContent = '';
      return;
    }
    status.textContent = words.searching ?? '';
    try {
      pagefind ??= await load();
      const { results } = await pagefind.search(asked);
      if (mine !== turn) return;
      status.textContent =
        results.length === 0
          ? `${words.none}. ${words.hint}`
          : `${results.length.toLocaleString(document.documentElement.lang)} ${results.length > 1 ? words.results : words.result}`;
      list.replaceChildren();
      await append(results, 0, () => mine === turn);
    } catch {
      status.textContent = words.failed ?? '';
    }
  };

  const append = async (
    results: readonly { data(): Promise<Found> }[],
    from: number,
    current: () => boolean,
  ) => {
    const step = await Promise.all(results.slice(from, from + PER_STEP).map((result) => result.data()));
    if (!current()) return;
    place.querySelector('button')?.remove();
    list.append(...step.map(item));
    if (from + PER_STEP >= results.length) return;
    const more = Object.assign(document.createElement('button'), { type: 'button', className: 'button' });
    more.textContent = words.more ?? '';
    more.addEventListener('click', () => void append(results, from + PER_STEP, current));
    place.append(more);
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    history.replaceState(null, '', `?q=${encodeURIComponent(field.value)}`);
    void show(field.value);
  });
  field.addEventListener('input', () => void show(field.value));
  field.value = new URLSearchParams(location.search).get('q') ?? '';
  if (field.value === '') field.focus();
  await show(field.value);
}

async function load(): Promise<Pagefind> {
  const pagefind = (await import(new URL('-/pagefind/pagefind.js', ROOT).href)) as Pagefind;
  await pagefind.options({ baseUrl: ROOT.pathname });
  return pagefind;
}

function item({ url, meta, excerpt }: Found): HTMLElement {
  const entry = document.createElement('li');
  const link = document.createElement('a');
  link.href = url;
  link.textContent = meta.title ?? url;
  const text = document.createElement('p');
  text.append(...marked(excerpt));
  entry.append(link, text);
  return entry;
}

/** The excerpt as text and `<mark>`: nothing else of it becomes an element. */
function marked(html: string): Node[] {
  const parsed = new DOMParser().parseFromString(html, 'text/html').body;
  return [...parsed.childNodes].map((node) => {
    if (!(node instanceof HTMLElement)) return document.createTextNode(node.textContent ?? '');
    const mark = document.createElement('mark');
    mark.textContent = node.textContent;
    return mark;
  });
}
