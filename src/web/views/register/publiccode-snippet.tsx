import type { Messages } from '../../messages/messages.ts';

/** The badge of a repository, for its owner. */
export interface PubliccodeBadge {
  readonly src: string;
  /** What it says. */
  readonly alt: string;
  /** The line that shows it in a README. */
  readonly markdown: string;
}

/** How the owner of a repository shows the state of its publiccode.yml. */
export function PubliccodeSnippet({
  messages,
  src,
  alt,
  markdown,
}: PubliccodeBadge & { readonly messages: Messages }) {
  const words = messages.openData.badge;
  return (
    <details class="code-badge">
      <summary>{words.title}</summary>
      <p>{words.intro}</p>
      <p>
        <img src={src} alt={alt} height={20} />
      </p>
      <pre class="copyable" tabindex={0}>
        <code>{markdown}</code>
      </pre>
    </details>
  );
}
