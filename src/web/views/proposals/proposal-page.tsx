import type { Trial } from '../../../proposals/trial.ts';
import type { ProposalState, RevisionTable } from '../../../store/proposal-tables.ts';
import type { Messages } from '../../messages/messages.ts';
import { DiffViews, type DiffViewsProps } from '../diff-views.tsx';
import type { Link } from '../link.ts';
import { ChangedFindings } from './changed-findings.tsx';
import { CommentForm } from './comment-page.tsx';
import { Conflict } from './conflict.tsx';
import { DecisionForm, type DecisionProps } from './decision-form.tsx';
import { ProposalFacts, type ProposalFactsProps } from './proposal-facts.tsx';
import { StateMark } from './proposal-list.tsx';
import { ProposedFiles, type ShownFile } from './proposed-files.tsx';

export interface ProposalPageProps extends ProposalFactsProps {
  readonly number: number;
  readonly title: string;
  readonly state: ProposalState;
  readonly verdict: RevisionTable['verdict'];
  readonly isOpen: boolean;
  readonly trial: Trial;
  readonly version: number;
  readonly patches: number;
  readonly view: 'rendered' | 'source';
  /** Ways to see what changes. */
  readonly views: DiffViewsProps['views'];
  readonly files: readonly ShownFile[];
  /** Of the wiki's texts (BCP 47). */
  readonly language: string;
  /** Where a maintainer who is signed in decides of it. */
  readonly reviewHref: string;
  /** Where one answers by mail. */
  readonly replyHref?: string;
  /** For who is signed in. */
  readonly review?: ReviewProps;
  /** For who may decide. */
  readonly decision?: DecisionProps;
}

interface ReviewProps {
  readonly action: string;
  readonly name: string;
  readonly address: string;
  /** Whether something was just said. */
  readonly isSaid: boolean;
  /** The queue of who is signed in. */
  readonly ownHref: string;
  /** What changed since they last looked, where something did. */
  readonly since?: Link;
}

/** A proposal, as the change it makes to what is read. */
export function ProposalPage(props: ProposalPageProps) {
  const { messages, number, title, state, verdict, trial, files, language, decision, isOpen } = props;
  const words = messages.proposals;
  return (
    <article class="proposal-page">
      <header class="page-header">
        <h1>{title}</h1>
        <p class="page-meta-line">
          <StateMark messages={messages} state={state} /> {words.numbered(number)},{' '}
          {words.version(props.version)}, {words.patches(props.patches)}
        </p>
      </header>
      <ProposalFacts {...props} />
      {isOpen && (
        <p class={`proposal-verdict verdict-${verdict}`} role="status">
          {words.verdicts[verdict]} {trial.missing && words.missing(trial.missing)}
          {trial.refusal &&
            `${words.refusals[trial.refusal.reason]}${trial.refusal.path ? ` (${trial.refusal.path})` : ''}.`}{' '}
          {trial.isMerged && words.merged}
        </p>
      )}
      {trial.warnings.length > 0 && (
        <ul class="proposal-warnings">
          {trial.warnings.map((warning) => (
            <li>{words.warnings[warning]}</li>
          ))}
        </ul>
      )}
      {props.review && (
        <ul class="page-meta">
          {props.review.since && (
            <li>
              <a href={props.review.since.href}>{props.review.since.label}</a>
            </li>
          )}
          <li>
            <a href={props.review.ownHref}>{messages.queue.mine}</a>
          </li>
        </ul>
      )}
      {props.review?.isSaid && (
        <p class="proposal-verdict verdict-applies" role="status">
          {messages.review.sent}
        </p>
      )}
      {decision && <DecisionForm messages={messages} {...decision} />}
      {isOpen && !props.review && (
        <ul class="page-meta">
          <li>
            <a href={props.reviewHref}>{messages.review.signIn}</a>
          </li>
          {props.replyHref && (
            <li>
              <a href={props.replyHref}>{messages.review.byMail}</a>
            </li>
          )}
        </ul>
      )}
      {trial.conflicts?.map((conflict) => (
        <Conflict messages={messages} conflict={conflict} language={language} />
      ))}
      {files.length > 0 && (
        <>
          <h2>{words.changes(trial.paths.length)}</h2>
          <DiffViews label={messages.difference.views} views={props.views} />
          {props.review && <p>{messages.review.chooseLine[props.view]}</p>}
        </>
      )}
      <ProposedFiles messages={messages} files={files} language={language} />
      {trial.findings ? (
        <ChangedFindings messages={messages} findings={trial.findings} />
      ) : (
        files.length > 0 && <p class="empty">{words.unchecked}</p>
      )}
      {props.review && <SaySomething messages={messages} review={props.review} language={language} />}
    </article>
  );
}

function SaySomething({
  messages,
  review: { action, name, address },
  language,
}: {
  readonly messages: Messages;
  readonly review: ReviewProps;
  readonly language: string;
}) {
  const words = messages.review;
  return (
    <section class="proposal-review">
      <h2>{words.title}</h2>
      <p>{words.help}</p>
      <CommentForm
        messages={messages}
        action={action}
        seen=""
        lines={undefined}
        comment=""
        wording={undefined}
        name={name}
        address={address}
        faults={[]}
        language={language}
      />
    </section>
  );
}
