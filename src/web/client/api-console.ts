/** A longer answer is shown in part. */
const MAX_SHOWN = 200_000;

const SHOWN_HEADERS = ['content-type', 'etag', 'link', 'retry-after'];

/** Shows the answers of the forms of the API below them, with the command that asks the same. */
export function answerInPlace(): void {
  const page = document.querySelector<HTMLElement>('.api-page');
  for (const form of page?.querySelectorAll<HTMLFormElement>('.api-form') ?? []) {
    let sending: AbortController | undefined;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      sending?.abort();
      sending = new AbortController();
      void send(form, page?.dataset ?? {}, sending.signal);
    });
  }
}

async function send(form: HTMLFormElement, words: DOMStringMap, signal: AbortSignal): Promise<void> {
  const section = form.closest('.api-operation') as HTMLElement;
  const result = section.querySelector<HTMLElement>('.api-result');
  const status = section.querySelector<HTMLElement>('.api-status');
  if (!result || !status) return;
  result.hidden = false;
  result.setAttribute('aria-busy', 'true');
  status.textContent = words.sending ?? '';
  try {
    const query = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
    const answer = await fetch(`${form.getAttribute('action')}?${query}`, { signal });
    const text = await answer.text();
    write(section, '.api-command', commandOf(answer.url));
    write(section, '.api-headers', headersOf(answer));
    write(section, '.api-body', text.slice(0, MAX_SHOWN));
    status.textContent = `${answer.status} ${answer.statusText}`.trim();
    if (text.length > MAX_SHOWN) status.append(` – ${words.cut}`);
    status.classList.toggle('problem', !answer.ok);
  } catch {
    if (signal.aborted) return;
    status.textContent = words.requestFailed ?? '';
    status.classList.add('problem');
    write(section, '.api-headers', '');
    write(section, '.api-body', '');
  }
  result.removeAttribute('aria-busy');
}

function write(section: HTMLElement, selector: string, text: string): void {
  const place = section.querySelector<HTMLElement>(`${selector} > code`);
  if (!place?.parentElement) return;
  place.textContent = text;
  place.parentElement.hidden = text === '';
}

/** The same request for a terminal: between quotation marks, an apostrophe stands outside them. */
function commandOf(url: string): string {
  return `curl '${url.replaceAll("'", "'\\''")}'`;
}

function headersOf({ headers }: Response): string {
  return SHOWN_HEADERS.flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : [`${name}: ${value}`];
  }).join('\n');
}
