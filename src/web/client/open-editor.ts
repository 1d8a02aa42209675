import type * as Editor from './editor/index.ts';

/** The editor and its parts, which the build puts into one file of its own. */
const BUNDLE = './editor.js';

/** Who prefers a plain field of their browser. */
const PREFERENCE = 'editor';

/** Puts an editor and its buttons where there was a field. What cannot be loaded leaves the field as it is. */
export async function openEditor(form: HTMLFormElement, area: HTMLTextAreaElement): Promise<void> {
  const editor = (await import(BUNDLE).catch(() => undefined)) as typeof Editor | undefined;
  if (!editor) return;
  const words = JSON.parse(form.dataset.editorWords ?? '{}') as Editor.EditorWords;
  const isMarkdown = /\.(?:md|markdown)$/i.test(form.dataset.edit ?? '');
  const label = area.labels?.[0]?.textContent ?? '';
  const description = document.getElementById(area.getAttribute('aria-describedby') ?? '')?.textContent ?? '';
  const plain = editor.plainField(area);
  const open = () => editor.openTextEditor(area, { isMarkdown, label, description, phrases: words.phrases });
  let rich = prefersPlain() ? undefined : open();
  const bar = editor.makeToolbar({
    words,
    isMarkdown,
    isPlain: rich === undefined,
    controls: area.id,
    field: () => rich ?? plain,
    addPicture: pictureForm(form, () => rich ?? plain),
    changeField() {
      if (rich) rich.close();
      rich = rich ? undefined : open();
      preferPlain(rich === undefined);
      return rich ? 'plain' : 'rich';
    },
  });
  (area.previousElementSibling?.classList.contains('edit-rich') ? area.previousElementSibling : area).before(
    bar,
  );
  goOnAt(form, rich ?? plain);
}

/** What opens the part of the form that takes a picture, and says where in the text it goes. */
function pictureForm(form: HTMLFormElement, field: () => Editor.WritingField): (() => void) | undefined {
  const details = form.querySelector<HTMLDetailsElement>('[data-edit-picture]');
  const at = details?.querySelector<HTMLInputElement>('input[name="at"]');
  if (!details || !at) return undefined;
  form.addEventListener('submit', () => {
    at.value = String(field().selection.to);
  });
  return () => {
    details.open = true;
    details.querySelector<HTMLInputElement>('input[type="file"]')?.focus();
  };
}

/** Goes on writing where a picture was put. */
function goOnAt(form: HTMLFormElement, field: Editor.WritingField): void {
  const at = Number(form.dataset.editAt ?? Number.NaN);
  if (Number.isNaN(at)) return;
  field.apply({ from: at, to: at, insert: '', selection: { from: at, to: at } });
}

function prefersPlain(): boolean {
  try {
    return localStorage.getItem(PREFERENCE) === 'plain';
  } catch {
    return false;
  }
}

function preferPlain(isPlain: boolean): void {
  try {
    localStorage.setItem(PREFERENCE, isPlain ? 'plain' : 'rich');
  } catch {
    // Then it is asked for anew on each page.
  }
}
