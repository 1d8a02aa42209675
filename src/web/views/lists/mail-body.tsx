import type { BodyBlock, DiffLine } from '../../../mail/body-blocks.ts';
import { shielded } from '../../lists/shielded.ts';
import { unbroken } from '../../lists/unbroken.ts';
import type { Messages } from '../../messages/messages.ts';

interface MailBodyProps {
  readonly messages: Messages;
  readonly blocks: readonly BodyBlock[];
  /** How many quotes this is inside of. */
  readonly depth?: number;
}

/** Of a quote that is longer, only how long it is is shown at first. */
const MAX_QUOTED_LINES = 12;

/** The text of a message: paragraphs, what they quote, a patch, a signature. */
export function MailBody({ messages, blocks, depth = 0 }: MailBodyProps) {
  return (
    <>
      {blocks.map((block) => (
        <Block messages={messages} block={block} depth={depth} />
      ))}
    </>
  );
}

function Block({ messages, block, depth }: { messages: Messages; block: BodyBlock; depth: number }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <MailText text={block.text} />
        </p>
      );
    case 'fixed':
      return (
        <pre class="mail-fixed">
          <MailText text={block.text} />
        </pre>
      );
    case 'items':
      return (
        <ul class="mail-items">
          {block.items.map(({ text, isInner }) => (
            <li class={isInner ? 'mail-inner-item' : undefined}>
              <MailText text={text} />
            </li>
          ))}
        </ul>
      );
    case 'diff':
      return <Diff lines={block.lines} />;
    case 'signature':
      return (
        <p class="mail-signature">
          <MailText text={block.text} />
        </p>
      );
    case 'quote': {
      const quote = (
        <blockquote class={`mail-quote mail-quote-${(depth % 4) + 1}`}>
          <MailBody messages={messages} blocks={block.blocks} depth={depth + 1} />
        </blockquote>
      );
      if (block.lines <= MAX_QUOTED_LINES || depth > 0) return quote;
      return (
        <details class="mail-quoted">
          <summary>{messages.lists.message.quoted(block.lines)}</summary>
          {quote}
        </details>
      );
    }
  }
}

/** Neighbours of one kind are one piece. */
function Diff({ lines }: { readonly lines: readonly DiffLine[] }) {
  return (
    <pre class="mail-diff">
      {runs(lines).map(({ kind, text }) => (
        <span class={kind === 'context' ? undefined : `mail-diff-${kind}`}>{shielded(text)}</span>
      ))}
    </pre>
  );
}

function runs(lines: readonly DiffLine[]): readonly DiffLine[] {
  const all: { kind: DiffLine['kind']; text: string }[] = [];
  for (const { kind, text } of lines) {
    const last = all.at(-1);
    if (last?.kind === kind) last.text += `${text}\n`;
    else all.push({ kind, text: `${text}\n` });
  }
  return all;
}

const WEB_ADDRESS = /(https?:\/\/[^\s<>"«»]*[^\s<>"«».,;:!?)\]}'’*_])/i;

/** Plain text whose web addresses are links, and whose mail addresses are shielded. */
function MailText({ text }: { readonly text: string }) {
  if (!text.includes('://')) return <>{shielded(unbroken(text))}</>;
  return (
    <>
      {text.split(WEB_ADDRESS).map((piece, at) =>
        at % 2 === 1 ? (
          <a href={piece} rel="nofollow ugc">
            {piece}
          </a>
        ) : (
          shielded(unbroken(piece))
        ),
      )}
    </>
  );
}
