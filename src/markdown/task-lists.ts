import type { MarkdownIt, StateCore } from 'markdown-it';

const MARKER = /^\[([ xX])\](?=\s)/;

/** GitHub's task lists: an item whose text begins with `[ ]` or `[x]` gets `meta.done`, and loses the marker. */
export function taskLists(md: MarkdownIt): void {
  md.core.ruler.after('inline', 'task_lists', markTasks);
}

function markTasks({ tokens }: StateCore): void {
  for (const [index, token] of tokens.entries()) {
    const item = tokens[index - 2];
    const first = token.children?.[0];
    if (token.type !== 'inline' || item?.type !== 'list_item_open' || first?.type !== 'text') continue;
    const marker = MARKER.exec(first.content);
    if (!marker) continue;
    item.meta = { done: marker[1] !== ' ' };
    first.content = first.content.slice(marker[0].length).trimStart();
  }
}
