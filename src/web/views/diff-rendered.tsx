import { raw } from 'hono/html';
import type { FieldChange, PageDifference } from '../../wiki/differences/page-difference.ts';
import type { BlockLines, DifferenceBlock } from '../../wiki/differences/rendered-difference.ts';
import type { Messages } from '../messages/messages.ts';
import { ChangeTable, pageEffort } from './change-table.tsx';
import type { Link } from './link.ts';

interface RenderedDiffProps {
  readonly messages: Messages;
  readonly difference: PageDifference;
  readonly language: string;
  /** Fold nothing. */
  readonly whole: boolean;
  readonly sourceHref: string;
  /** Where a block that changed leads, below it; nowhere by default. */
  readonly blockLink?: BlockLink | undefined;
}

export type BlockLink = (lines: BlockLines) => Link;

/** A page with what changed in it marked, and what did not folded. */
export function RenderedDiff({
  messages,
  difference,
  language,
  whole,
  sourceHref,
  blockLink,
}: RenderedDiffProps) {
  const words = messages.difference;
  const { fields, blocks } = difference;
  const changed = blocks?.some((block) => block.changed);
  return (
    <>
      {fields.length > 0 && <Fields messages={messages} fields={fields} language={language} />}
      {!blocks && <Instead text={words.tooLargeToRender} href={sourceHref} messages={messages} />}
      {blocks && !changed && fields.length === 0 && (
        <Instead text={words.sameRendering} href={sourceHref} messages={messages} />
      )}
      {blocks && changed && (
        <div class="prose difference" lang={language}>
          {(whole ? [{ folded: false, blocks }] : foldUnchanged(blocks)).map((group) =>
            group.folded ? (
              <details class="unchanged">
                <summary lang={messages.locale}>{words.unchanged(group.blocks.length)}</summary>
                {raw(htmlOf(group.blocks))}
              </details>
            ) : (
              <Blocks messages={messages} blocks={group.blocks} blockLink={blockLink} />
            ),
          )}
        </div>
      )}
    </>
  );
}

function Blocks({
  messages,
  blocks,
  blockLink,
}: {
  readonly messages: Messages;
  readonly blocks: readonly DifferenceBlock[];
  readonly blockLink: BlockLink | undefined;
}) {
  if (!blockLink) return raw(htmlOf(blocks));
  return (
    <>
      {blocks.map(({ html, changed, lines }) => {
        const link = changed && lines && blockLink(lines);
        return (
          <>
            {raw(html)}
            {link && (
              <p class="block-link" lang={messages.locale}>
                <a href={link.href}>{link.label}</a>
              </p>
            )}
          </>
        );
      })}
    </>
  );
}

function htmlOf(blocks: readonly DifferenceBlock[]): string {
  return blocks.map(({ html }) => html).join('');
}

function Fields({
  messages,
  fields,
  language,
}: {
  readonly messages: Messages;
  readonly fields: readonly FieldChange[];
  readonly language: string;
}) {
  const { difference: words } = messages;
  const values = fields.map(({ name, ...sides }) => ({ label: name, ...sides }));
  return (
    <ChangeTable
      messages={messages}
      head={words.field}
      caption={words.fields}
      values={values}
      effort={pageEffort()}
      language={language}
    />
  );
}

interface InsteadProps {
  readonly messages: Messages;
  readonly text: string;
  readonly href: string;
}

/** Why there is nothing to show, and what there is. */
export function Instead({ messages, text, href }: InsteadProps) {
  return (
    <p class="empty">
      {text} <a href={href}>{messages.difference.seeSource}</a>
    </p>
  );
}

interface Group {
  readonly folded: boolean;
  readonly blocks: readonly DifferenceBlock[];
}

/** Fewer are not worth folding. */
const LEAST_FOLDED = 3;

/** Around a change stay the block before it, the heading it is under, and the block after it. */
export function foldUnchanged(blocks: readonly DifferenceBlock[]): Group[] {
  const shown = new Set<number>();
  let heading: number | undefined;
  for (const [at, { changed, isHeading }] of blocks.entries()) {
    if (changed) for (const near of [heading, at - 1, at, at + 1]) if (near !== undefined) shown.add(near);
    if (isHeading) heading = at;
  }
  const groups: { folded: boolean; blocks: DifferenceBlock[] }[] = [];
  for (const [at, block] of blocks.entries()) {
    const folded = !shown.has(at);
    const last = groups.at(-1);
    if (last?.folded === folded) last.blocks.push(block);
    else groups.push({ folded, blocks: [block] });
  }
  return groups.map((group) =>
    group.folded && group.blocks.length < LEAST_FOLDED ? { ...group, folded: false } : group,
  );
}
