import type { Edit, Range } from './markdown-commands.ts';

/** Where the text of a page is written: a field of the form, or the editor in its place. */
export interface WritingField {
  readonly text: string;
  readonly selection: Range;
  /** Changes the text as its writer would, who may undo it, and goes there. */
  apply(edit: Edit): void;
  focus(): void;
}

/** The field as the browser gives it. */
export function plainField(area: HTMLTextAreaElement): WritingField {
  return {
    get text() {
      return area.value;
    },
    get selection() {
      return { from: area.selectionStart, to: area.selectionEnd };
    },
    apply({ from, to, insert, selection }) {
      area.setRangeText(insert, from, to);
      area.setSelectionRange(selection.from, selection.to);
      area.dispatchEvent(new Event('input'));
      area.focus();
    },
    focus: () => area.focus(),
  };
}
