import type { WordRun } from './align-words.ts';
import type { DifferenceLabels } from './difference-labels.ts';
import type { HtmlElement } from './html-tree.ts';
import type { InlineToken } from './inline-tokens.ts';

/** What is to be said after each token of a run that stayed, where the way it is shown did not. */
export function wordNotes({ before, after }: WordRun, labels: DifferenceLabels): ReadonlyMap<number, string> {
  const notes = new Map<number, string>();
  let last: { note: string; link: HtmlElement | undefined; at: number } | undefined;
  const end = () => {
    if (last) notes.set(last.at, last.note);
    last = undefined;
  };
  for (const [at, token] of after.entries()) {
    const link = linkOf(token);
    if (token.kind === 'space' || token.kind === 'sign') {
      if (last?.link && last.link === link) last = { ...last, at };
      continue;
    }
    const note = noteOf(before[at] as InlineToken, token, labels);
    if (note !== last?.note || link !== last?.link) end();
    if (note !== undefined) last = { note, link, at };
  }
  end();
  return notes;
}

function noteOf(before: InlineToken, after: InlineToken, labels: DifferenceLabels): string | undefined {
  const [old, recent] = [before, after].map(({ atom }) => atom?.attributes.get('alt') ?? '') as [
    string,
    string,
  ];
  if (old !== recent) return labels.alternativeChanged(old, recent);
  const [from, to] = [hrefOf(before), hrefOf(after)];
  if (from !== to) {
    if (from === undefined) return labels.linkAdded;
    return to === undefined ? labels.linkRemoved(from) : labels.linkChanged(from);
  }
  return formatOf(before) === formatOf(after) ? undefined : labels.formatChanged;
}

function linkOf({ path }: InlineToken): HtmlElement | undefined {
  return path.findLast(({ name, attributes }) => name === 'a' && attributes.has('href'));
}

/** Footnotes are numbered anew when one comes before them. */
function hrefOf(token: InlineToken): string | undefined {
  const href = linkOf(token)?.attributes.get('href');
  return href?.startsWith('#fn') ? '#fn' : href;
}

function formatOf({ path }: InlineToken): string {
  return path
    .flatMap(({ name }) => (name === 'a' || name === 'span' ? [] : [name]))
    .toSorted()
    .join(' ');
}
