import type { Messages } from '../../messages/messages.ts';
import type { Link } from '../link.ts';

/** An organisation, with those that are part of it. */
export interface OrganisationNode extends Link {
  readonly count: string;
  readonly detail?: string;
  readonly below: readonly OrganisationNode[];
}

export interface OrganisationsPageProps {
  readonly messages: Messages;
  readonly tree: readonly OrganisationNode[];
  /** Those of which only an identifier is known. */
  readonly unnamed: readonly OrganisationNode[];
}

/** The organisations, each under the one it is part of. */
export function OrganisationsPage({ messages, tree, unnamed }: OrganisationsPageProps) {
  const words = messages.codePages;
  return (
    <article class="code-values">
      <header class="page-header">
        <h1>{words.titles.organisations}</h1>
        <p class="lead">{words.intros.organisations}</p>
      </header>
      {tree.length === 0 && unnamed.length === 0 && <p>{words.nothing}</p>}
      <Tree nodes={tree} />
      {unnamed.length > 0 && (
        <section>
          <h2>{words.unnamedTitle}</h2>
          <p>{words.unnamedIntro}</p>
          <Tree nodes={unnamed} />
        </section>
      )}
    </article>
  );
}

function Tree({ nodes }: { readonly nodes: readonly OrganisationNode[] }) {
  if (nodes.length === 0) return null;
  return (
    <ul class="counted code-tree">
      {nodes.map(({ label, href, count, detail, below }) => (
        <li>
          <span>
            <a href={href}>{label}</a>
            {detail && <small>{detail}</small>}
          </span>{' '}
          <span class="count">{count}</span>
          <Tree nodes={below} />
        </li>
      ))}
    </ul>
  );
}
