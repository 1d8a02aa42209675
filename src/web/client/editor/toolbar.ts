import { askFor } from './ask-for.ts';
import {
  emptyTable,
  insertBlock,
  linkTo,
  nextHeading,
  type Range,
  toggleAround,
  toggleLines,
} from './markdown-commands.ts';
import type { EditorWords } from './words.ts';
import type { WritingField } from './writing-field.ts';

/** What the buttons above the text do. */
export interface ToolbarOptions {
  readonly words: EditorWords;
  readonly field: () => WritingField;
  /** Asks for a picture; undefined where none is added. */
  readonly addPicture: (() => void) | undefined;
  /** Changes the way the text is written; gives what may be done next. */
  readonly changeField: () => 'plain' | 'rich';
  readonly isPlain: boolean;
  readonly isMarkdown: boolean;
  readonly controls: string;
}

/** Buttons that write Markdown: one stop of Tab, then arrows (ARIA Authoring Practices, "Toolbar"). */
export function makeToolbar(options: ToolbarOptions): HTMLElement {
  const { words, field } = options;
  const bar = document.createElement('div');
  bar.className = 'edit-tools';
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', words.tools);
  bar.setAttribute('aria-controls', options.controls);

  const apply = (change: (text: string, range: Range) => Parameters<WritingField['apply']>[0]) => () => {
    const into = field();
    into.apply(change(into.text, into.selection));
  };
  const tools: [string, () => void][] = options.isMarkdown
    ? [
        [words.bold, apply((text, range) => toggleAround(text, range, '**'))],
        [words.italic, apply((text, range) => toggleAround(text, range, '*'))],
        [words.heading, apply(nextHeading)],
        [words.list, apply((text, range) => toggleLines(text, range, '- '))],
        [words.quote, apply((text, range) => toggleLines(text, range, '> '))],
        [words.link, () => void addLink(words, field())],
        [words.table, () => void addTable(words, field())],
        ...(options.addPicture ? [[words.picture, options.addPicture] as [string, () => void]] : []),
      ]
    : [];
  const buttons = tools.map(([label, press]) => toolButton(label, press));
  const change = toolButton(options.isPlain ? words.rich : words.plain, () => {
    change.textContent = words[options.changeField()];
  });
  change.classList.add('edit-tool-field');
  bar.append(...buttons, change);
  rove(bar);
  return bar;
}

function toolButton(label: string, press: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  button.addEventListener('click', press);
  return button;
}

function rove(bar: HTMLElement): void {
  const buttons = [...bar.querySelectorAll('button')];
  const enter = (at: number) => {
    for (const [index, button] of buttons.entries()) button.tabIndex = index === at ? 0 : -1;
  };
  enter(0);
  bar.addEventListener('focusin', (event) => enter(buttons.indexOf(event.target as HTMLButtonElement)));
  bar.addEventListener('keydown', (event) => {
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const last = buttons.length - 1;
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    buttons[(to + buttons.length) % buttons.length]?.focus();
  });
}

async function addLink(words: EditorWords, field: WritingField): Promise<void> {
  const { from, to } = field.selection;
  const chosen = field.text.slice(from, to);
  const isAddress = /^(?:https?:\/\/|\/)\S+$/.test(chosen);
  const said = await askFor(words, words.link, [
    { name: 'words', label: words.linkWords, value: isAddress ? '' : chosen },
    {
      name: 'address',
      label: words.linkAddress,
      value: isAddress ? chosen : '',
      help: words.linkHelp,
      suggestsPages: true,
    },
  ]);
  if (!said?.address) return field.focus();
  const insert = linkTo(said.words || said.address, said.address);
  const at = from + insert.length;
  field.apply({ from, to, insert, selection: { from: at, to: at } });
}

const MAX_COLUMNS = 12;
const MAX_ROWS = 100;

async function addTable(words: EditorWords, field: WritingField): Promise<void> {
  const { selection } = field;
  const said = await askFor(words, words.table, [
    { name: 'columns', label: words.columns, value: '3', max: MAX_COLUMNS },
    { name: 'rows', label: words.rows, value: '3', max: MAX_ROWS },
  ]);
  if (!said) return field.focus();
  const count = (text: string | undefined, max: number) => Math.min(max, Math.max(1, Number(text) || 1));
  const table = emptyTable(
    count(said.columns, MAX_COLUMNS),
    count(said.rows, MAX_ROWS),
    (column) => `${words.column} ${column}`,
  );
  field.apply(insertBlock(field.text, selection, table));
}
