import type { EditorWords } from './words.ts';

/** One thing that is asked. */
export interface Asked {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly help?: string;
  /** A number, up to this one. */
  readonly max?: number;
  /** Whether pages of the wiki are suggested for it. */
  readonly suggestsPages?: boolean;
}

/** Asks in a dialog, which Escape leaves; gives what was said, undefined where it was left. */
export async function askFor(
  words: EditorWords,
  title: string,
  asked: readonly Asked[],
): Promise<Readonly<Record<string, string>> | undefined> {
  const dialog = document.createElement('dialog');
  dialog.className = 'edit-dialog';
  dialog.setAttribute('aria-labelledby', 'edit-dialog-title');
  const form = document.createElement('form');
  form.method = 'dialog';
  const heading = document.createElement('h2');
  heading.id = 'edit-dialog-title';
  heading.textContent = title;
  form.append(heading, ...asked.map(askedField), dialogButtons(words, dialog));
  dialog.append(form);
  document.body.append(dialog);
  dialog.showModal();
  dialog.querySelector('input')?.select();
  const isSaid = await new Promise<boolean>((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'insert'));
  });
  const said = Object.fromEntries(new FormData(form) as unknown as Iterable<[string, string]>);
  dialog.remove();
  return isSaid ? said : undefined;
}

function askedField({ name, label, value, help, max, suggestsPages }: Asked): HTMLElement {
  const box = document.createElement('div');
  box.className = 'mail-field';
  const named = document.createElement('label');
  const input = document.createElement('input');
  input.id = `edit-ask-${name}`;
  input.name = name;
  input.value = value;
  named.htmlFor = input.id;
  named.textContent = label;
  box.append(named, input);
  if (max !== undefined) Object.assign(input, { type: 'number', min: '1', max: String(max) });
  if (help !== undefined) {
    const told = document.createElement('p');
    told.id = `${input.id}-help`;
    told.className = 'mail-help';
    told.textContent = help;
    input.setAttribute('aria-describedby', told.id);
    named.after(told);
  }
  if (suggestsPages) suggestPages(input, box);
  return box;
}

function dialogButtons(words: EditorWords, dialog: HTMLDialogElement): HTMLElement {
  const buttons = document.createElement('div');
  buttons.className = 'edit-buttons';
  const insert = document.createElement('button');
  insert.className = 'button button-strong';
  insert.value = 'insert';
  insert.textContent = words.insert;
  const cancel = document.createElement('button');
  cancel.className = 'button';
  cancel.type = 'button';
  cancel.textContent = words.cancel;
  cancel.addEventListener('click', () => dialog.close());
  buttons.append(insert, cancel);
  return buttons;
}

const PAUSE_MS = 150;

/** Pages whose title begins so, as a list of choices of the browser's own. */
function suggestPages(input: HTMLInputElement, box: HTMLElement): void {
  const address = document.querySelector<HTMLElement>('form[data-suggestions]')?.dataset.suggestions;
  if (address === undefined) return;
  const list = document.createElement('datalist');
  list.id = `${input.id}-pages`;
  input.setAttribute('list', list.id);
  box.append(list);
  let pause = 0;
  input.addEventListener('input', () => {
    clearTimeout(pause);
    const query = input.value.trim();
    if (query.length < 2 || /^(?:https?:|\/)/.test(query)) return;
    pause = window.setTimeout(async () => {
      const answer = await fetch(`${address}?${new URLSearchParams({ q: query })}`).catch(() => undefined);
      if (!answer?.ok) return;
      const found = (await answer.json()) as readonly { readonly label: string; readonly href: string }[];
      list.replaceChildren(...found.map(({ label, href }) => new Option(label, href)));
    }, PAUSE_MS);
  });
}
