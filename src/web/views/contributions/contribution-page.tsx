import type { ProposalState } from '../../../store/proposal-tables.ts';
import type { Hunk } from '../../../wiki/text-diff.ts';
import type { Messages } from '../../messages/messages.ts';
import { DiffTable } from '../diff-table.tsx';
import type { Link } from '../link.ts';
import { StateMark } from '../proposals/proposal-list.tsx';

interface ContributionPageProps {
  readonly messages: Messages;
  readonly title: string;
  readonly isSent: boolean;
  /** Whether something may still become of it. */
  readonly isOpen: boolean;
  readonly state?: ProposalState;
  readonly path: string;
  readonly pageHref: string | undefined;
  readonly reason: string;
  readonly hunks: readonly Hunk[] | undefined;
  /** Of the wiki's texts (BCP 47). */
  readonly language: string;
  readonly action: string;
  readonly amendHref: string;
  readonly proposalLink: Link | undefined;
}

/** A change, for who made it. */
export function ContributionPage(props: ContributionPageProps) {
  const { messages, title, isSent, isOpen, state, path, reason, hunks, action, proposalLink } = props;
  const words = messages.contribution;
  return (
    <article class="contribution-page">
      <header class="page-header">
        <h1>{title}</h1>
        <p class="page-meta-line">
          {state && <StateMark messages={messages} state={state} />} {reason},{' '}
          {props.pageHref ? <a href={props.pageHref}>{path}</a> : <code>{path}</code>}
        </p>
      </header>
      <p>{isSent ? words.sentText : words.askedText}</p>
      {isSent && (
        <p>{proposalLink ? <a href={proposalLink.href}>{proposalLink.label}</a> : words.onItsWay}</p>
      )}
      {isOpen && (
        <form class="contribution-buttons" action={action} method="post">
          {!isSent && (
            <button type="submit" class="button button-strong" name="do" value="send">
              {words.confirm}
            </button>
          )}
          {isSent && (
            <a class="button" href={props.amendHref}>
              {words.improve}
            </a>
          )}
          <button type="submit" class="button" name="do" value="withdraw">
            {words.withdraw}
          </button>
          {isSent && <p class="mail-help">{words.withdrawHelp}</p>}
        </form>
      )}
      <h2>{words.changes}</h2>
      {hunks === undefined ? (
        <p class="empty">{messages.diff.tooLarge}</p>
      ) : (
        <div class="difference">
          <DiffTable messages={messages} hunks={hunks} language={props.language} />
        </div>
      )}
    </article>
  );
}
