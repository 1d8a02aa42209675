import type { FileConflict } from '../../git/merge-conflicts.ts';
import type { Trial } from '../../proposals/trial.ts';
import type { ProposalState, RevisionTable } from '../../store/proposal-tables.ts';
import type { Finding } from '../../wiki/checks/finding.ts';
import type { Messages } from '../messages/messages.ts';
import { type DiffBody, DiffContent } from './diff-body.tsx';
import { When } from './lists/moment.tsx';
import { StateMark } from './proposal-list.tsx';

export interface ShownFile {
  readonly path: string;
  readonly body: DiffBody;
  /** The page as it would be. */
  readonly previewHref?: string;
  readonly sourceHref: string;
}

export interface FormerVersion {
  readonly version: number;
  readonly received: { readonly iso: string; readonly text: string };
  /** What changed since. */
  readonly sinceHref?: string;
}

export interface ProposalPageProps {
  readonly messages: Messages;
  readonly number: number;
  readonly title: string;
  readonly state: ProposalState;
  readonly verdict: RevisionTable['verdict'];
  readonly isOpen: boolean;
  readonly trial: Trial;
  readonly version: number;
  /** Those that it took the place of, the oldest first. */
  readonly formerVersions: readonly FormerVersion[];
  readonly patches: number;
  readonly sender: string;
  readonly authors: readonly string[];
  readonly decidedBy?: string;
  readonly received: { readonly iso: string; readonly text: string };
  readonly threadHref?: string;
  readonly commitHref?: string;
  readonly files: readonly ShownFile[];
  readonly findings: { readonly added: readonly Finding[]; readonly removed: readonly Finding[] };
  /** Of the wiki's texts (BCP 47). */
  readonly language: string;
  /** For who may decide. */
  readonly decision?: DecisionProps;
}

interface DecisionProps {
  readonly action: string;
  /** The commit that is shown. */
  readonly seen: string;
  readonly canApply: boolean;
  /** Why what was pressed was not done. */
  readonly failure?: string;
}

/** A proposal, as the change it makes to what is read. */
export function ProposalPage(props: ProposalPageProps) {
  const { messages, number, title, state, verdict, trial, files, findings, language, decision, isOpen } =
    props;
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
      {decision && <DecisionForm messages={messages} {...decision} />}
      {trial.conflicts?.map((conflict) => (
        <Conflict messages={messages} conflict={conflict} language={language} />
      ))}
      {files.length > 0 && <h2>{words.changes(trial.paths.length)}</h2>}
      <ProposedFiles messages={messages} files={files} language={language} />
      {files.length > 0 && <Findings messages={messages} findings={findings} />}
    </article>
  );
}

interface ProposedFilesProps {
  readonly messages: Messages;
  readonly files: readonly ShownFile[];
  readonly language: string;
}

function ProposedFiles({ messages, files, language }: ProposedFilesProps) {
  const words = messages.proposals;
  return (
    <>
      {files.map((file) => (
        <section class="proposed-file">
          <h3>
            <code>{file.path}</code>
          </h3>
          <ul class="page-meta">
            {file.previewHref && (
              <li>
                <a href={file.previewHref}>{words.preview}</a>
              </li>
            )}
          </ul>
          <div class="difference">
            <DiffContent
              messages={messages}
              body={file.body}
              language={language}
              sourceHref={file.sourceHref}
            />
          </div>
        </section>
      ))}
    </>
  );
}

/** What changed from one version of a proposal to another. */
export function ProposalSince({ title, ...props }: ProposedFilesProps & { readonly title: string }) {
  return (
    <article class="proposal-page">
      <header class="page-header">
        <h1>{title}</h1>
      </header>
      {props.files.length === 0 && <p>{props.messages.proposals.sameFiles}</p>}
      <ProposedFiles {...props} />
    </article>
  );
}

function ProposalFacts({
  messages,
  sender,
  authors,
  received,
  threadHref,
  commitHref,
  decidedBy,
  formerVersions,
}: ProposalPageProps) {
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

function DecisionForm({
  messages,
  action,
  seen,
  canApply,
  failure,
}: DecisionProps & { readonly messages: Messages }) {
  const words = messages.proposals;
  return (
    <section class="proposal-decision">
      <h2>{words.decide}</h2>
      {failure && (
        <p class="mail-wrong" role="alert">
          {failure}
        </p>
      )}
      <form class="mail-form" action={action} method="post">
        <input type="hidden" name="seen" value={seen} />
        <div class="mail-field">
          <label for="because">{words.because}</label>
          <textarea id="because" name="because" rows={3} maxlength={2_000} />
        </div>
        <div class="held-buttons">
          {canApply && (
            <button type="submit" class="button button-strong" name="decision" value="apply">
              {words.apply}
            </button>
          )}
          <button type="submit" class="button" name="decision" value="approve">
            {words.approve}
          </button>
          <button type="submit" class="button" name="decision" value="revise">
            {words.revise}
          </button>
          <button type="submit" class="button" name="decision" value="reject">
            {words.reject}
          </button>
        </div>
        <p class="mail-help">{words.decideHelp}</p>
      </form>
    </section>
  );
}

interface ConflictProps {
  readonly messages: Messages;
  readonly conflict: FileConflict;
  readonly language: string;
}

function Conflict({ messages, conflict: { path, hunks }, language }: ConflictProps) {
  const words = messages.proposals;
  return (
    <section class="proposal-conflict">
      <h2>{words.conflict(path)}</h2>
      {hunks.map(({ ours, theirs }) => (
        <dl lang={language}>
          <dt>{words.ours}</dt>
          <dd>
            <pre>{ours.join('\n')}</pre>
          </dd>
          <dt>{words.theirs}</dt>
          <dd>
            <pre>{theirs.join('\n')}</pre>
          </dd>
        </dl>
      ))}
    </section>
  );
}

function Findings({
  messages,
  findings: { added, removed },
}: Pick<ProposalPageProps, 'messages' | 'findings'>) {
  const words = messages.proposals;
  const list = (findings: readonly Finding[]) => (
    <ul>
      {[...findings].sort(inOrder).map((finding) => (
        <li>
          <code>{`${finding.path}:${finding.line}`}</code> {messages.checks.sentence(finding)}
        </li>
      ))}
    </ul>
  );
  return (
    <section class="proposal-findings">
      <h2>{words.findings}</h2>
      {added.length > 0 ? (
        <>
          <p>{words.added}</p>
          {list(added)}
        </>
      ) : (
        <p>{words.noFindings}</p>
      )}
      {removed.length > 0 && (
        <>
          <p>{words.removed}</p>
          {list(removed)}
        </>
      )}
    </section>
  );
}

function inOrder(one: Finding, other: Finding): number {
  return one.path < other.path ? -1 : one.path > other.path ? 1 : one.line - other.line;
}
