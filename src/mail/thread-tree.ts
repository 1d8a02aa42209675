import type { MissingName } from '../store/mail-messages.ts';
import type { MailMessageTable } from '../store/mail-tables.ts';

/** A message of a thread with those that answer it; or the name of one that the list has not. */
export interface ThreadNode<M> {
  readonly message: M | undefined;
  readonly messageId: string;
  /** Whether the list had it, and it was erased. */
  readonly erased: boolean;
  readonly children: readonly ThreadNode<M>[];
}

type Threaded = Pick<MailMessageTable, 'id' | 'message_id' | 'in_reply_to' | 'sent_at'>;

interface Growing<M> {
  readonly message: M | undefined;
  readonly messageId: string;
  readonly erased: boolean;
  readonly children: Growing<M>[];
  parent: Growing<M> | undefined;
}

/** A chain of answers that is longer goes on at the depth that it has reached. */
const MAX_DEPTH = 200;

/**
 * Who answers whom in a thread. What refers to itself, by whatever way, has no parent; a missing message is left out
 * unless it holds several answers together, or was erased.
 */
export function threadTree<M extends Threaded>(
  messages: readonly M[],
  missing: readonly MissingName[],
): ThreadNode<M>[] {
  const nodes = new Map<string, Growing<M>>();
  for (const { message_id, erased } of missing)
    nodes.set(message_id, grow<M>(message_id, undefined, erased === 1));
  for (const message of messages) nodes.set(message.message_id, grow(message.message_id, message, false));
  const tie = (id: string, parentId: string | null) => {
    const node = nodes.get(id);
    const parent = parentId === null ? undefined : nodes.get(parentId);
    if (!node || !parent || isAbove(node, parent)) return;
    node.parent = parent;
    parent.children.push(node);
  };
  for (const { message_id, parent } of missing) tie(message_id, parent);
  for (const { message_id, in_reply_to } of messages) tie(message_id, in_reply_to);
  const roots = [...nodes.values()].filter(({ parent }) => parent === undefined);
  return inOrder(roots, 0);
}

function grow<M>(messageId: string, message: M | undefined, erased: boolean): Growing<M> {
  return { message, messageId, erased, children: [], parent: undefined };
}

/** Whether a node is another one, or above it. */
function isAbove<M>(node: Growing<M>, other: Growing<M>): boolean {
  let depth = 0;
  for (let at: Growing<M> | undefined = other; at; at = at.parent) {
    if (at === node || ++depth > MAX_DEPTH) return true;
  }
  return false;
}

function inOrder<M extends Threaded>(nodes: readonly Growing<M>[], depth: number): ThreadNode<M>[] {
  return nodes
    .flatMap((node) => shown(node, depth))
    .sort((a, b) => timeOf(a) - timeOf(b) || numberOf(a) - numberOf(b));
}

function shown<M extends Threaded>(node: Growing<M>, depth: number): ThreadNode<M>[] {
  const children = inOrder(node.children, depth + 1);
  const { message, messageId, erased } = node;
  if (!message && !erased && (children.length < 2 || depth > 0)) return children;
  return [{ message, messageId, erased, children }];
}

const firstOf = <M extends Threaded>(node: ThreadNode<M>): M | undefined =>
  node.message ?? (node.children[0] && firstOf(node.children[0]));
const timeOf = <M extends Threaded>(node: ThreadNode<M>): number => firstOf(node)?.sent_at ?? 0;
const numberOf = <M extends Threaded>(node: ThreadNode<M>): number => firstOf(node)?.id ?? 0;
