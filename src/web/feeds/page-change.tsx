import { raw } from 'hono/html';
import type { PageDifference } from '../../wiki/differences/page-difference.ts';
import type { DifferenceBlock } from '../../wiki/differences/rendered-difference.ts';
import type { Hunk } from '../../wiki/text-diff.ts';
import type { Messages } from '../messages/messages.ts';

interface PageChangeProps {
  readonly messages: Messages;
  readonly difference: PageDifference;
  /** Show what did not change too. */
  readonly whole: boolean;
}

/** What a commit did to a page as it is read. */
export function PageChange({ messages, difference, whole }: PageChangeProps) {
  const words = messages.feed;
  const blocks = difference.blocks ?? [];
  return (
    <>
      {difference.fields.length > 0 && (
        <ul>
          {difference.fields.map(({ name, before, after }) => (
            <li>
              {words.field(name)} {before !== undefined && <del>{before}</del>}{' '}
              {after !== undefined && <ins>{after}</ins>}
            </li>
          ))}
        </ul>
      )}
      {!difference.blocks && <p>{messages.difference.tooLargeToRender}</p>}
      {raw((whole ? blocks.map(({ html }) => html) : aroundChanges(blocks)).join(''))}
    </>
  );
}

const GAP = '<p>[…]</p>\n';

/** The blocks that changed, each part of the page under its heading. */
export function aroundChanges(blocks: readonly DifferenceBlock[]): string[] {
  const shown = new Set<number>();
  let heading: number | undefined;
  blocks.forEach(({ changed, isHeading }, at) => {
    if (isHeading) heading = at;
    if (changed) shown.add(heading ?? at).add(at);
  });
  let last = -1;
  const parts: string[] = [];
  for (const at of [...shown].toSorted((a, b) => a - b)) {
    if (at !== last + 1) parts.push(GAP);
    parts.push((blocks[at] as DifferenceBlock).html);
    last = at;
  }
  if (last !== -1 && last !== blocks.length - 1) parts.push(GAP);
  return parts;
}

/** What a commit did to a text, line by line. */
export function TextChange({ hunks }: { readonly hunks: readonly Hunk[] }) {
  return (
    <>
      {hunks.map(({ lines }) => (
        <pre>
          {lines.map(({ kind, segments }) => {
            const text = segments.map((segment) => segment.text).join('');
            if (kind === 'added') return <ins>{`+ ${text}\n`}</ins>;
            if (kind === 'removed') return <del>{`− ${text}\n`}</del>;
            return `  ${text}\n`;
          })}
        </pre>
      ))}
    </>
  );
}
