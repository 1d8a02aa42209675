import type { TrialFindings } from '../../../proposals/trial.ts';
import type { Finding } from '../../../wiki/checks/finding.ts';
import type { Messages } from '../../messages/messages.ts';

interface ChangedFindingsProps {
  readonly messages: Messages;
  readonly findings: TrialFindings;
}

/** What a proposal breaks, and what it mends. */
export function ChangedFindings({ messages, findings: { added, removed, counts } }: ChangedFindingsProps) {
  const words = messages.proposals;
  const list = (findings: readonly Finding[], count: number) => (
    <ul>
      {[...findings].sort(inOrder).map((finding) => (
        <li>
          <code>{`${finding.path}:${finding.line}`}</code> {messages.checks.sentence(finding)}
        </li>
      ))}
      {count > findings.length && <li>{words.more(count - findings.length)}</li>}
    </ul>
  );
  return (
    <section class="proposal-findings">
      <h2>{words.findings}</h2>
      {added.length > 0 ? (
        <>
          <p>{words.added}</p>
          {list(added, counts.added)}
        </>
      ) : (
        <p>{words.noFindings}</p>
      )}
      {removed.length > 0 && (
        <>
          <p>{words.removed}</p>
          {list(removed, counts.removed)}
        </>
      )}
    </section>
  );
}

function inOrder(one: Finding, other: Finding): number {
  return one.path < other.path ? -1 : one.path > other.path ? 1 : one.line - other.line;
}
