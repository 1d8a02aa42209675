import type { Messages } from '../messages/messages.ts';
import { nestHeadings, type OutlineHeading, type OutlineNode } from './outline.ts';

interface TableOfContentsProps {
  readonly messages: Messages;
  readonly headings: readonly OutlineHeading[];
  readonly language: string;
}

/** Contents of a page: beside the text on a wide screen, folded above it elsewhere. */
export function TableOfContents({ messages, headings, language }: TableOfContentsProps) {
  return (
    <nav class="contents" aria-label={messages.page.contents}>
      <details class="fold">
        <summary>{messages.page.contents}</summary>
        <p class="contents-title" aria-hidden="true">
          {messages.page.contents}
        </p>
        <div class="contents-list" lang={language}>
          <Entries nodes={nestHeadings(headings)} />
        </div>
      </details>
    </nav>
  );
}

function Entries({ nodes }: { readonly nodes: readonly OutlineNode[] }) {
  return (
    <ol>
      {nodes.map(({ text, slug, children }) => (
        <li>
          <a href={`#${encodeURIComponent(slug)}`}>{text}</a>
          {children.length > 0 && <Entries nodes={children} />}
        </li>
      ))}
    </ol>
  );
}
