import { openEditor } from './open-editor.ts';

/** After so long without a key, the page is shown as it would be. */
const PAUSE_MS = 500;

/** Where there is room for it beside the text. */
const WIDE = '(width > 80rem)';

/** Keeps what is typed in the browser until it is sent, and shows beside it how it will be read. */
export function watchEditForm(form: HTMLFormElement): void {
  const text = form.querySelector<HTMLTextAreaElement>('textarea[name="text"]');
  if (!text) return;
  keepDraft(form, text);
  showAsTyped(form, text);
  void openEditor(form, text);
}

const keyOf = (path: string) => `edit ${path}`;

/** What was sent is no draft any more. `paths`: a line each. */
export function forgetDraft(paths: string): void {
  for (const path of paths.split('\n')) store(keyOf(path), undefined);
}

function keepDraft(form: HTMLFormElement, text: HTMLTextAreaElement): void {
  const key = keyOf(form.dataset.edit ?? '');
  const notice = document.querySelector<HTMLElement>('[data-edit-draft]');
  const kept = stored(key);
  if (notice && kept !== undefined && kept !== text.value) {
    notice.hidden = false;
    notice.querySelector('[data-restore]')?.addEventListener('click', () => {
      text.value = kept;
      text.dispatchEvent(new Event('input'));
      notice.hidden = true;
      text.labels?.[0]?.click();
    });
    notice.querySelector('[data-forget]')?.addEventListener('click', () => {
      store(key, undefined);
      notice.hidden = true;
      text.labels?.[0]?.click();
    });
  }
  const original = text.defaultValue;
  text.addEventListener('input', () => store(key, text.value === original ? undefined : text.value));
}

function showAsTyped(form: HTMLFormElement, text: HTMLTextAreaElement): void {
  const results = document.querySelector('.edit-results');
  if (!results) return;
  let pause = 0;
  let asking: AbortController | undefined;
  const ask = async () => {
    asking?.abort();
    asking = new AbortController();
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value);
    fields.set('do', 'preview');
    try {
      const answer = await fetch(form.action, { method: 'POST', body: fields, signal: asking.signal });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const shown = page.querySelector('.edit-results');
      if (answer.ok && shown) results.replaceChildren(...shown.childNodes);
    } catch (error) {
      // Offline, or asked again meanwhile: the button goes on doing it.
      if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
    }
  };
  text.addEventListener('input', () => {
    if (!matchMedia(WIDE).matches) return;
    clearTimeout(pause);
    pause = window.setTimeout(() => void ask(), PAUSE_MS);
  });
}

/** A browser may keep nothing: then there are no drafts. */
function stored(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

function store(key: string, text: string | undefined): void {
  try {
    if (text === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // A text too long, or no room.
  }
}
