export { openTextEditor } from './text-editor.ts';
export { makeToolbar } from './toolbar.ts';
export type { EditorWords } from './words.ts';
export { plainField, type WritingField } from './writing-field.ts';
