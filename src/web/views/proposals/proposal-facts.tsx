import type { Messages } from '../../messages/messages.ts';
import { When } from '../lists/moment.tsx';

export interface FormerVersion {
  readonly version: number;
  readonly received: { readonly iso: string; readonly text: string };
  /** What changed since. */
  readonly sinceHref?: string;
}

export interface ProposalFactsProps {
  readonly messages: Messages;
  readonly sender: string;
  readonly authors: readonly string[];
  readonly decidedBy?: string;
  readonly received: { readonly iso: string; readonly text: string };
  readonly threadHref?: string;
  readonly commitHref?: string;
  /** Those that it took the place of, the oldest first. */
  readonly formerVersions: readonly FormerVersion[];
}

/** Who sent it, who wrote it, when, and what became of it. */
export function ProposalFacts({
  messages,
  sender,
  authors,
  received,
  threadHref,
  commitHref,
  decidedBy,
  formerVersions,
}: ProposalFactsProps) {
  const words = messages.proposals;
  return (
    <dl class="held-facts">
      <dt>{words.sentBy}</dt>
      <dd>{sender}</dd>
      {authors.length > 0 && (
        <>
          <dt>{words.writtenBy}</dt>
          <dd>{authors.join(', ')}</dd>
        </>
      )}
      <dt>{words.received}</dt>
      <dd>
        <When moment={received} />
      </dd>
      {decidedBy && (
        <>
          <dt>{words.decidedBy}</dt>
          <dd>{decidedBy}</dd>
        </>
      )}
      {threadHref && (
        <>
          <dt>{words.discussion}</dt>
          <dd>
            <a href={threadHref}>{words.readThread}</a>
          </dd>
        </>
      )}
      {formerVersions.length > 0 && (
        <>
          <dt>{words.revisions}</dt>
          {formerVersions.map(({ version, received: came, sinceHref }) => (
            <dd>
              {words.version(version)}, <When moment={came} />
              {sinceHref && ' · '}
              {sinceHref && <a href={sinceHref}>{words.changedSince}</a>}
            </dd>
          ))}
        </>
      )}
      {commitHref && (
        <>
          <dt>{words.states.applied}</dt>
          <dd>
            <a href={commitHref}>{commitHref.split('/').at(-1)?.slice(0, 12)}</a>
          </dd>
        </>
      )}
    </dl>
  );
}
