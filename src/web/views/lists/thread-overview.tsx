import type { Messages } from '../../messages/messages.ts';
import { When } from './moment.tsx';

/** A message of a thread, or the place of one that the list has not. */
export interface OverviewNode {
  readonly kind: 'message' | 'missing' | 'erased';
  readonly href: string | undefined;
  readonly author: string;
  /** Where it is not that of the thread. */
  readonly subject: string | undefined;
  readonly sent: { readonly iso: string; readonly text: string } | undefined;
  readonly isHere: boolean;
  readonly children: readonly OverviewNode[];
}

interface OverviewProps {
  readonly messages: Messages;
  readonly nodes: readonly OverviewNode[];
}

/** Who answers whom, as a tree. */
export function ThreadOverview({ messages, nodes }: OverviewProps) {
  return (
    <ol class="thread-tree">
      {nodes.map((node) => (
        <li>
          <Node messages={messages} node={node} />
          {node.children.length > 0 && <ThreadOverview messages={messages} nodes={node.children} />}
        </li>
      ))}
    </ol>
  );
}

function Node({ messages, node }: { messages: Messages; node: OverviewNode }) {
  const words = messages.lists.message;
  if (node.kind !== 'message') return <span class="thread-absent">{words[node.kind]}</span>;
  const label =
    node.subject === undefined
      ? node.author
      : `${node.author}${messages.locale === 'fr' ? '\u202f:' : ':'} ${node.subject}`;
  return (
    <>
      {node.isHere ? <strong aria-current="true">{label}</strong> : <a href={node.href}>{label}</a>}{' '}
      {node.sent && <When moment={node.sent} />}
    </>
  );
}
