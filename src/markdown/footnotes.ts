import type { MarkdownIt, StateCore, Token } from 'markdown-it';

interface FootnoteList {
  readonly list?: readonly { readonly label: string; readonly count: number }[];
}

/** What `meta` says of a reference to a note, of a note and of a way back: both numbers count from 0. */
export interface FootnoteMeta {
  readonly id: number;
  readonly subId: number;
}

/**
 * Footnotes at the end of the page, in the order of their first reference.
 * Takes the place of the plug-in's own gathering, whose time grows with the square of the number of notes.
 */
export function gatherFootnotes(md: MarkdownIt): void {
  md.core.ruler.at('footnote_tail', gather);
}

function gather(state: StateCore): void {
  const { list = [] } = (state.env.footnotes ?? {}) as FootnoteList;
  const bodies = new Map<string, Token[]>();
  const body: Token[] = [];
  const enclosing = [body];
  for (const token of state.tokens) {
    if (token.type === 'footnote_reference_open') {
      const definition: Token[] = [];
      const label = String(token.meta?.label);
      if (!bodies.has(label)) bodies.set(label, definition);
      enclosing.push(definition);
    } else if (token.type === 'footnote_reference_close') enclosing.pop();
    else enclosing.at(-1)?.push(token);
  }
  const make = (type: string, nesting: -1 | 0 | 1, meta: FootnoteMeta | null = null) =>
    Object.assign(new state.Token(type, '', nesting), { meta, block: true });
  if (list.length > 0) body.push(make('footnote_block_open', 1));
  for (const [id, { label, count }] of list.entries()) {
    const note = bodies.get(label) ?? [];
    const last = note.at(-1)?.type === 'paragraph_close' ? note.pop() : undefined;
    body.push(make('footnote_open', 1, { id, subId: 0 }));
    for (const token of note) body.push(token);
    for (let subId = 0; subId < Math.max(count, 1); subId++)
      body.push(make('footnote_anchor', 0, { id, subId }));
    if (last) body.push(last);
    body.push(make('footnote_close', -1));
  }
  if (list.length > 0) body.push(make('footnote_block_close', -1));
  state.tokens = body;
}
