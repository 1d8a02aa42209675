import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import {
  defineLanguageFacet,
  HighlightStyle,
  Language,
  languageDataProp,
  syntaxHighlighting,
} from '@codemirror/language';
import { search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { GFM, type MarkdownConfig, parser } from '@lezer/markdown';
import { continueLine, toggleAround } from './markdown-commands.ts';
import type { WritingField } from './writing-field.ts';

/** What an editor is made for. */
export interface TextEditorOptions {
  readonly isMarkdown: boolean;
  readonly label: string;
  readonly description: string;
  readonly phrases: Readonly<Record<string, string>>;
}

/** An editor in the place of a field of a form, which goes on holding the text. */
export interface TextEditor extends WritingField {
  /** Takes it away: the field is shown again. */
  close(): void;
}

/**
 * Puts CodeMirror in the place of a field. It lives in a shadow root: its styles are then adopted there, which a policy without
 * inline styles allows. Tab goes on to what follows, as in any field.
 */
export function openTextEditor(area: HTMLTextAreaElement, options: TextEditorOptions): TextEditor {
  const host = document.createElement('div');
  host.className = 'edit-rich';
  area.before(host);
  const root = host.attachShadow({ mode: 'open' });
  const isEntered = document.activeElement === area;
  let isTyping = false;
  const view = new EditorView({
    root,
    parent: root,
    doc: area.value,
    selection: { anchor: area.selectionStart, head: area.selectionEnd },
    extensions: [
      history(),
      search({ top: true }),
      EditorView.lineWrapping,
      EditorState.phrases.of(options.phrases),
      EditorView.contentAttributes.of({
        'aria-label': options.label,
        'aria-description': options.description,
        lang: area.lang,
        spellcheck: 'true',
        autocorrect: 'on',
        autocapitalize: 'sentences',
      }),
      theme,
      options.isMarkdown ? markdownExtensions : [],
      keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap]),
      EditorView.updateListener.of((update) => {
        if (!update.docChanged) return;
        isTyping = true;
        area.value = update.state.doc.toString();
        area.dispatchEvent(new Event('input'));
        isTyping = false;
      }),
    ],
  });
  // A draft that is taken up again is put in the field.
  const follow = () => {
    if (!isTyping) view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: area.value } });
  };
  const focus = () => view.focus();
  area.addEventListener('input', follow);
  for (const label of area.labels ?? []) label.addEventListener('click', focus);
  area.hidden = true;
  // Who began to write before the editor came goes on in it.
  if (isEntered) view.focus();
  return {
    get text() {
      return view.state.doc.toString();
    },
    get selection() {
      const { from, to } = view.state.selection.main;
      return { from, to };
    },
    apply({ from, to, insert, selection }) {
      view.dispatch({
        changes: { from, to, insert },
        selection: { anchor: selection.from, head: selection.to },
        scrollIntoView: true,
        userEvent: 'input',
      });
      view.focus();
    },
    focus,
    close() {
      area.removeEventListener('input', follow);
      for (const label of area.labels ?? []) label.removeEventListener('click', focus);
      view.destroy();
      host.remove();
      area.hidden = false;
    },
  };
}

const theme = EditorView.theme({
  '&': {
    height: 'max(60vh, 20rem)',
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--radius)',
    backgroundColor: 'var(--paper)',
    color: 'var(--ink)',
  },
  '&.cm-focused': { outline: '3px solid var(--link)', outlineOffset: '2px' },
  '.cm-scroller': { fontFamily: 'var(--mono)', fontSize: '1rem', lineHeight: '1.6' },
  '.cm-content': { padding: '0.75rem 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 1rem' },
  '.cm-panels': { backgroundColor: 'var(--surface)', color: 'var(--ink)', borderColor: 'var(--line)' },
  '.cm-panel.cm-search': { padding: '0.5rem 2rem 0.5rem 0.75rem' },
  '.cm-panel.cm-search label': { fontSize: '0.875rem', display: 'inline-block' },
  '.cm-panel.cm-search [name=close]': { color: 'inherit', fontSize: '1.25rem', width: '1.75rem' },
  '.cm-textfield': {
    fontSize: '1rem',
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--radius)',
    backgroundColor: 'var(--paper)',
    color: 'var(--ink)',
  },
  '.cm-button': {
    fontSize: '0.875rem',
    padding: '0.25rem 0.625rem',
    border: '1px solid var(--link)',
    borderRadius: 'var(--radius)',
    backgroundColor: 'transparent',
    backgroundImage: 'none',
    color: 'var(--link)',
  },
  '.cm-searchMatch': { backgroundColor: 'var(--mark)' },
  '.cm-searchMatch-selected': { outline: '2px solid var(--link)' },
});

/** What stands before the text of a page: YAML between two lines of hyphens. */
const FRONT_MATTER: MarkdownConfig = {
  defineNodes: [{ name: 'FrontMatter', block: true, style: tags.meta }],
  parseBlock: [
    {
      name: 'FrontMatter',
      before: 'HorizontalRule',
      parse(context, line) {
        if (context.lineStart !== 0 || !/^---\s*$/.test(line.text)) return false;
        while (context.nextLine() && !/^---\s*$/.test(line.text));
        context.nextLine();
        context.addElement(context.elt('FrontMatter', 0, context.prevLineEnd()));
        return true;
      },
    },
  ],
};

const data = defineLanguageFacet({ commentTokens: { block: { open: '<!--', close: '-->' } } });
const markdown = new Language(
  data,
  parser.configure([GFM, FRONT_MATTER, { props: [languageDataProp.add({ Document: data })] }]),
  [],
  'markdown',
);

const colours = HighlightStyle.define([
  { tag: tags.heading, fontWeight: '700' },
  { tag: tags.heading1, fontWeight: '700', fontSize: '1.25em' },
  { tag: tags.heading2, fontWeight: '700', fontSize: '1.125em' },
  { tag: tags.meta, color: 'var(--ink-soft)' },
  { tag: tags.strong, fontWeight: '700' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  { tag: tags.link, color: 'var(--code-name)' },
  { tag: tags.url, color: 'var(--link)' },
  { tag: tags.monospace, color: 'var(--code-string)' },
  { tag: tags.quote, color: 'var(--ink-soft)' },
  { tag: [tags.comment, tags.processingInstruction, tags.contentSeparator], color: 'var(--code-comment)' },
]);

const byKey = (view: EditorView, sign: string) => {
  const { from, to } = view.state.selection.main;
  const edit = toggleAround(view.state.doc.toString(), { from, to }, sign);
  view.dispatch({ changes: edit, selection: { anchor: edit.selection.from, head: edit.selection.to } });
  return true;
};

const markdownExtensions: Extension = [
  markdown,
  syntaxHighlighting(colours),
  keymap.of([
    { key: 'Mod-b', run: (view) => byKey(view, '**') },
    { key: 'Mod-i', run: (view) => byKey(view, '*'), preventDefault: true },
    {
      key: 'Enter',
      run(view) {
        const { from, to } = view.state.selection.main;
        const edit = continueLine(view.state.doc.toString(), { from, to });
        if (edit)
          view.dispatch({
            changes: edit,
            selection: { anchor: edit.selection.from },
            scrollIntoView: true,
            userEvent: 'input',
          });
        return edit !== undefined;
      },
    },
  ]),
];
