import { join } from 'node:path';
import type { Committer } from '../git/apply-patch.ts';
import { headBranch, headNow } from '../git/head.ts';
import { land } from '../git/land.ts';
import { ObjectReader } from '../git/objects.ts';
import type { Source } from '../git/open.ts';
import { PATCH_LIMITS, type PatchLimits } from '../git/refused-changes.ts';
import { GitFailure, git } from '../git/run.ts';
import { diffTrees, type TreeDifference } from '../git/tree-difference.ts';
import { openWorkshop, type Workshop } from '../git/workshop.ts';
import type { MailPlace } from '../mail/mail-place.ts';
import type { HappenedEvent } from '../mail/webhooks/queue-event.ts';
import type { Database, Writer } from '../store/database.ts';
import { mailChanged } from '../store/mail-lists.ts';
import type { ProposalMessageTable, ProposalState } from '../store/proposal-tables.ts';
import {
  askedProposals,
  forgetProposalTokens,
  messagesOfRevision,
  moveRevisions,
  openRevisions,
  proposalNumbered,
  revisionById,
  untriedRevisions,
  updateProposal,
  updateRevision,
} from '../store/proposals.ts';
import type { Asked } from './decide.ts';
import { nameOf, type Telling, tellDecision, tellModerators, tellNotApplied, tellSender } from './notices.ts';
import { readMessages } from './read-messages.ts';
import { applyMended, NO_TRIAL, patchesOf, readTrial, type Tried, tryRevision } from './trial.ts';

/** Tried in one go: what was decided meanwhile goes before the next. */
const BATCH = 20;

/** Of putting a commit on a branch that others move. */
const MAX_TRIES = 5;

const RETRY_MS = 5_000;

/** Of one message, or one revision. */
const MAX_ATTEMPTS = 3;

export interface ProposalWorkerOptions {
  readonly database: Database;
  readonly source: Source;
  readonly dataFolder: string;
  /** The site as it is now; undefined before it was ever read. */
  readonly place: () => Promise<MailPlace | undefined>;
  /** The bytes of a message of a list. */
  readonly read: (list: string, oid: string) => Promise<Buffer>;
  /** Whether this process does the work: another may, that shares the database. */
  readonly isOurs: () => boolean;
  /** Has webhooks told of an event, in the transaction of what happened. */
  readonly happened?: (writer: Writer, event: HappenedEvent) => Promise<void>;
  /** Something waits to be sent, or to be archived. */
  readonly queued: () => void;
  readonly failed: (error: unknown) => void;
  readonly limits?: PatchLimits;
}

/** The one worker that makes proposals of the patches that come, keeps them current, and carries out what is decided. */
export class ProposalWorker {
  readonly #options: ProposalWorkerOptions;
  #workshop: Workshop | undefined;
  #objects: ObjectReader | undefined;
  #working: Promise<void> = Promise.resolve();
  #isAwake = false;
  #isClosed = false;
  #retry: NodeJS.Timeout | undefined;
  /** How often something could not be done, by its name. */
  readonly #failures = new Map<string, number>();

  constructor(options: ProposalWorkerOptions) {
    this.#options = options;
  }

  /** Where what proposals would become is kept: a repository that sees the wiki's objects, made where there is none. */
  async workshop(): Promise<string> {
    return (await this.#open()).workshop.folder;
  }

  /** Something came, was decided, or the wiki moved. */
  wake(): void {
    if (this.#isAwake || this.#isClosed) return;
    this.#isAwake = true;
    this.#working = this.#working.then(async () => {
      this.#isAwake = false;
      try {
        await this.#work();
      } catch (error) {
        this.#options.failed(error);
        if (!this.#isClosed) this.#retry ??= setTimeout(() => this.#tryAgain(), RETRY_MS);
      }
    });
  }

  /** When all that there was to do at this moment is done, or has failed. */
  async settled(): Promise<void> {
    this.wake();
    await this.#working;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#retry);
    await this.#working;
    this.#objects?.close();
    this.#shown?.close();
  }

  #tryAgain(): void {
    this.#retry = undefined;
    this.wake();
  }

  async #work(): Promise<void> {
    const { database, place, isOurs, read, queued } = this.#options;
    const site = await place();
    if (!site || site.lists.length === 0 || !isOurs()) return;
    const opened = await this.#open();
    const head = await headNow(opened.objects, opened.workshop.gitDir);
    if (head === undefined) return;
    await this.#follow(head);
    for (;;) {
      const some = await readMessages({
        database,
        lists: site.lists,
        read,
        givesUp: (name, error) => this.#givesUp(name, error),
      });
      const decided = await this.#decide(site);
      const tried = await this.#try(site, (await headNow(opened.objects, opened.workshop.gitDir)) ?? head);
      if (tried || decided) queued();
      if (this.#isClosed || !(some || decided || tried)) return;
    }
  }

  /** A full disk passes, and a message that nothing can read does not. */
  #givesUp(name: string, error: unknown): boolean {
    const attempts = (this.#failures.get(name) ?? 0) + 1;
    this.#failures.set(name, attempts);
    if (attempts < MAX_ATTEMPTS) return false;
    this.#failures.delete(name);
    this.#options.failed(error);
    return true;
  }

  /** Opened when first needed: a wiki without lists has none. */
  async #open(): Promise<{ readonly workshop: Workshop; readonly objects: ObjectReader }> {
    const { dataFolder, source } = this.#options;
    this.#workshop ??= await openWorkshop(join(dataFolder, 'workshop.git'), source.gitDir);
    this.#objects ??= new ObjectReader(source.gitDir);
    return { workshop: this.#workshop, objects: this.#objects };
  }

  /** The wiki has moved: what touches the same files is to be tried again. */
  async #follow(head: string): Promise<void> {
    const { database } = this.#options;
    const { objects } = await this.#open();
    const behind = (await openRevisions(database.reader)).filter(
      ({ base }) => base !== null && base !== head,
    );
    if (behind.length === 0) return;
    const changes = new Map<string, ReadonlySet<string> | undefined>();
    const touched: number[] = [];
    const others: number[] = [];
    for (const revision of behind) {
      const base = revision.base as string;
      if (!changes.has(base)) changes.set(base, await changedSince(objects, base, head));
      const changed = changes.get(base);
      const isTouched = !changed || readTrial(revision).paths.some((path) => changed.has(path));
      (isTouched ? touched : others).push(revision.id);
    }
    await database.write(async (writer) => {
      await moveRevisions(writer, touched, { verdict: 'pending' });
      await moveRevisions(writer, others, { base: head });
      await mailChanged(writer);
    });
  }

  /** Tries what changed, and tells those concerned the first time. */
  async #try(site: MailPlace, head: string): Promise<boolean> {
    const { database, read, limits } = this.#options;
    const { workshop } = await this.#open();
    const revisions = await untriedRevisions(database.reader, BATCH);
    for (const revision of revisions) {
      const messages = await messagesOfRevision(database.reader, revision.id);
      const list = site.lists.find(({ name }) => name === revision.list);
      const { address = '' } = list?.settings ?? {};
      const committer = { name: revision.list, email: address, time: messages[0]?.received_at ?? 0 };
      const trialPlace = { workshop, objects: this.#inWorkshop(workshop), read, ...(limits && { limits }) };
      const tried = await tryRevision(trialPlace, revision, { messages, base: head, committer }).catch(
        (error: unknown): Tried => {
          // One that cannot be tried does not keep the others waiting.
          if (!this.#givesUp(`revision ${revision.id}`, error)) throw error;
          return { verdict: 'invalid', base: head, tip: null, trial: NO_TRIAL };
        },
      );
      await database.write(async (writer) => {
        const known = await revisionById(writer, revision.id);
        // A patch of it came meanwhile: it is tried again.
        const isOld = (await messagesOfRevision(writer, revision.id)).length !== messages.length;
        if (!known || isOld) return;
        const isTold = known.told === 1;
        const isWhole = tried.verdict !== 'incomplete';
        const saved = { ...tried, trial: JSON.stringify(tried.trial), told: isWhole ? 1 : known.told };
        await updateRevision(writer, revision.id, saved);
        await mailChanged(writer);
        const proposal = await proposalNumbered(writer, revision.proposal);
        if (!proposal || !list || proposal.revision !== revision.id) return;
        const now = seconds();
        const telling = {
          ...site,
          list,
          proposal,
          revision: { ...known, ...saved },
          root: rootOf(messages),
          now,
        };
        if (isWhole && !isTold) {
          await tellModerators(writer, telling);
          await tellSender(writer, telling);
          await this.#happened(writer, 'proposal.received', telling);
        } else if (isTold && tried.verdict === 'already')
          // It reached the wiki another way.
          await this.#settle(writer, telling, 'applied', { by: '', because: '', applied: head });
      });
    }
    return revisions.length > 0;
  }

  #shown: ObjectReader | undefined;

  /** What the workshop has too. */
  #inWorkshop({ folder }: Workshop): ObjectReader {
    this.#shown ??= new ObjectReader(folder);
    return this.#shown;
  }

  /** Carries out what was decided. */
  async #decide(site: MailPlace): Promise<boolean> {
    const { database } = this.#options;
    const asked = await askedProposals(database.reader);
    for (const proposal of asked) {
      const revision = await revisionById(database.reader, proposal.revision);
      const list = site.lists.find(({ name }) => name === proposal.list);
      if (!revision || !list) {
        await database.write((writer) => updateProposal(writer, proposal.number, { asked: '' }));
        continue;
      }
      const messages = await messagesOfRevision(database.reader, revision.id);
      const telling = { ...site, list, proposal, revision, root: rootOf(messages), now: seconds() };
      const decision = JSON.parse(proposal.asked) as Asked;
      if (decision.kind === 'apply') await this.#apply(telling, messages, decision);
      else {
        const state = ({ approve: 'approved', revise: 'needs_revision', reject: 'rejected' } as const)[
          decision.kind
        ];
        await database.write((writer) => this.#settle(writer, telling, state, decision));
      }
    }
    return asked.length > 0;
  }

  async #settle(
    writer: Writer,
    telling: Telling,
    state: ProposalState,
    {
      by,
      because,
      applied = null,
      isPosted = false,
    }: {
      readonly by: string;
      readonly because: string;
      readonly applied?: string | null;
      readonly isPosted?: boolean;
    },
  ): Promise<void> {
    const { proposal, now } = telling;
    const changes = { state, asked: '', decided_by: by, changed_at: now, applied };
    await updateProposal(writer, proposal.number, changes);
    await mailChanged(writer);
    if (state === 'applied' || state === 'rejected') await forgetProposalTokens(writer, proposal.number);
    const told = { ...telling, proposal: { ...proposal, ...changes } };
    await tellDecision(writer, told, { by, because, isPosted });
    await this.#happened(writer, 'proposal.changed', told);
  }

  async #happened(
    writer: Writer,
    type: 'proposal.received' | 'proposal.changed',
    { list, proposal, revision, root, now }: Telling,
  ): Promise<void> {
    const { number, title, state, applied } = proposal;
    const data = {
      list: list.name,
      number,
      title,
      state,
      version: revision.version,
      verdict: revision.verdict,
    };
    await this.#options.happened?.(writer, {
      type,
      data: { ...data, messageId: root, commit: applied },
      now,
    });
  }

  /** Makes the commits anew, of today's wiki and of who decided, and puts them on its branch: all or none. */
  async #apply(telling: Telling, messages: readonly ProposalMessageTable[], asked: Asked): Promise<void> {
    const { database, source, read, limits } = this.#options;
    const { workshop, objects } = await this.#open();
    const done = async (commit: string) => {
      await database.write((writer) =>
        this.#settle(writer, telling, 'applied', { ...asked, applied: commit }),
      );
    };
    const not = async (why: 'changed' | 'trouble' | 'dirty' | 'elsewhere') => {
      await database.write(async (writer) => {
        await updateProposal(writer, telling.proposal.number, { asked: '' });
        await moveRevisions(writer, [telling.revision.id], { verdict: 'pending' });
        await tellNotApplied(writer, telling, { by: asked.by, why });
      });
    };
    if (asked.landing !== undefined && (await isOn(workshop.gitDir, asked.landing)))
      return await done(asked.landing);
    const branch = await headBranch(source.gitDir);
    if (source.kind !== 'repository' || branch === undefined) return await not('elsewhere');
    const patches = (await patchesOf({ read }, messages)).map((patch, at) => ({
      ...patch,
      message: withTrailers(
        patch.message,
        trailersOf(telling, messages.filter(({ kind }) => kind === 'patch')[at]),
      ),
    }));
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      const base = await headNow(objects, source.gitDir);
      if (base === undefined) return await not('trouble');
      const committer: Committer = { name: nameOf(asked.by), email: asked.by, time: seconds() };
      const options = { committer, limits: limits ?? PATCH_LIMITS };
      const { result: made } = await applyMended(workshop, base, patches, options);
      if (made.kind !== 'applied') return await not('trouble');
      const commit = made.commits.at(-1)?.commit as string;
      const shown = this.#inWorkshop(workshop);
      const isSeen =
        asked.seen !== null &&
        (await changesOf(shown, await shown.idOf(`${asked.seen}~${patches.length}`), asked.seen)) ===
          (await changesOf(shown, base, commit));
      if (!isSeen) return await not('changed');
      await database.write((writer) =>
        updateProposal(writer, telling.proposal.number, {
          asked: JSON.stringify({ ...asked, landing: commit }),
        }),
      );
      const landed = await land(workshop, branch, commit, base);
      if (landed === 'landed') return await done(commit);
      if (landed === 'dirty') return await not('dirty');
    }
    await not('changed');
  }
}

/** What a commit of the wiki says of where it came from. */
function trailersOf({ site, list, proposal }: Telling, message: ProposalMessageTable | undefined): string[] {
  const reviewed =
    proposal.state === 'approved' && proposal.decided_by !== ''
      ? [`Reviewed-by: ${nameOf(proposal.decided_by)} <${proposal.decided_by}>`]
      : [];
  const link =
    site.origin && message
      ? [
          `Link: ${site.origin}/-/lists/${list.name}/${encodeURIComponent(message.message_id).replaceAll('%40', '@')}/`,
        ]
      : [];
  return [...reviewed, ...link];
}

const TRAILERS = /(?:^|\n\n)(?:[A-Za-z][A-Za-z-]*: \S.*\n?)+$/;

/** A message with these trailers besides those it has (git-interpret-trailers(1)). */
export function withTrailers(message: string, trailers: readonly string[]): string {
  if (trailers.length === 0) return message;
  const text = message.trimEnd();
  const hasSome = text.includes('\n\n') && TRAILERS.test(text);
  return `${text}${hasSome ? '\n' : '\n\n'}${trailers.join('\n')}\n`;
}

async function changedSince(
  objects: ObjectReader,
  base: string,
  head: string,
): Promise<ReadonlySet<string> | undefined> {
  if ((await objects.idOf(`${base}^{commit}`)) === undefined) return undefined;
  const paths = new Set<string>();
  for await (const { path } of diffTrees(objects, base, head)) paths.add(path);
  return paths;
}

/** Every file that differs, and what it becomes: two commits of the same changes are the same to who reviews them. */
async function changesOf(
  objects: ObjectReader,
  from: string | undefined,
  to: string,
): Promise<string | undefined> {
  if (from === undefined) return undefined;
  const changes: TreeDifference[] = [];
  for await (const change of diffTrees(objects, from, to)) changes.push(change);
  return JSON.stringify(changes);
}

/** Whether the branch has a commit. */
async function isOn(gitDir: string, commit: string): Promise<boolean> {
  try {
    await git(gitDir, ['merge-base', '--is-ancestor', commit, 'HEAD']);
    return true;
  } catch (error) {
    if (error instanceof GitFailure) return false;
    throw error;
  }
}

function rootOf(messages: readonly ProposalMessageTable[]): string {
  return messages[0]?.message_id ?? '';
}

const seconds = () => Math.floor(Date.now() / 1000);
