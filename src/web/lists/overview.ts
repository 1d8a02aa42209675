import type { ThreadNode } from '../../mail/thread-tree.ts';
import type { MailMessageTable } from '../../store/mail-tables.ts';
import { type Context, messagesOf } from '../context.ts';
import type { OverviewNode } from '../views/lists/thread-overview.tsx';
import type { ListPlace } from './list-place.ts';
import { moment } from './moment.ts';
import { personName } from './shielded.ts';
import { unbroken } from './unbroken.ts';

/** Answers that are deeper stand beside the last that are shown deeper. */
const MAX_DEPTH = 6;

/** What the overview of a thread shows. */
export interface OverviewPlace {
  readonly list: ListPlace;
  /** Of the thread, or of what a message answers: only another one is told. */
  readonly subject: string;
  /** The one that is being read. */
  readonly here: string | undefined;
  readonly href: (message: MailMessageTable) => string;
}

export function overview(
  context: Context,
  nodes: readonly ThreadNode<MailMessageTable>[],
  place: OverviewPlace,
  depth = 0,
): OverviewNode[] {
  return nodes.flatMap((node) => {
    const { subject = place.subject } = node.message ?? {};
    const children = overview(context, node.children, { ...place, subject }, depth + 1);
    const own = nodeOf(context, node, place);
    return depth + 1 < MAX_DEPTH ? [{ ...own, children }] : [{ ...own, children: [] }, ...children];
  });
}

function nodeOf(
  context: Context,
  { message, messageId, erased }: ThreadNode<MailMessageTable>,
  { list, subject, here, href }: OverviewPlace,
): Omit<OverviewNode, 'children'> {
  const messages = messagesOf(context, list.language);
  if (!message)
    return {
      kind: erased ? 'erased' : 'missing',
      href: undefined,
      author: '',
      subject: undefined,
      sent: undefined,
      isHere: false,
    };
  return {
    kind: 'message',
    href: href(message),
    author: personName(message.from_name, message.from_address, messages.lists.nobody),
    subject: sameSubject(message.subject, subject)
      ? undefined
      : unbroken(message.subject) || messages.lists.noSubject,
    sent: moment(context.site, messages, message.sent_at),
    isHere: messageId === here,
  };
}

/** Whether a subject only answers another: `Re:`, `RE :`, `Réf:`, `AW:`. */
export function sameSubject(one: string, other: string): boolean {
  return bare(one) === bare(other);
}

function bare(subject: string): string {
  return subject
    .slice(0, 500)
    .replace(/^(?:\s*(?:re|réf|ref|aw|sv|tr|fwd?)\s*:)+/i, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
