import { join } from 'node:path';
import { headNow } from '../git/head.ts';
import { ObjectReader } from '../git/objects.ts';
import type { Source } from '../git/open.ts';
import { clearQuarantines } from '../git/quarantine.ts';
import type { PatchLimits } from '../git/refused-changes.ts';
import { openWorkshop, tidyWorkshop } from '../git/workshop.ts';
import type { MailPlace } from '../mail/mail-place.ts';
import { Rounds } from '../mail/rounds.ts';
import type { HappenedEvent } from '../mail/webhooks/queue-event.ts';
import { contributorOf } from '../store/contributions.ts';
import type { Database, Writer } from '../store/database.ts';
import { mailChanged } from '../store/mail-lists.ts';
import { messagesOfRevision } from '../store/proposal-messages.ts';
import type { ProposalMessageTable, RevisionTable } from '../store/proposal-tables.ts';
import { askedProposals, proposalNumbered, updateProposal } from '../store/proposals.ts';
import { putOffProposals } from '../store/push-back.ts';
import { revisionById, saveRevisionPaths, untriedRevisions, updateRevision } from '../store/revisions.ts';
import type { Wiki } from '../wiki/wiki.ts';
import type { ApplyPlace } from './apply.ts';
import { carryOut, type DecisionDesk, settle } from './carry-out.ts';
import type { Asked } from './decide.ts';
import type { DecidersAmong } from './deciders.ts';
import { followWiki } from './follow.ts';
import { tellDeciders, tellSender } from './notices.ts';
import { readMessages } from './read-messages.ts';
import { tellWebhooks } from './settle.ts';
import { NO_TRIAL, type Tried, tryRevision } from './trial.ts';

/** Tried in one go: what was decided meanwhile goes before the next. */
const BATCH = 20;

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
  readonly deciders: DecidersAmong;
  readonly limits?: PatchLimits;
  /** Finds what a commit would break and mend in the wiki at another one. */
  readonly check?: Wiki['checkChange'];
}

/** The one worker that makes proposals of the patches that come, keeps them current, and carries out what is decided. */
export class ProposalWorker {
  readonly #options: ProposalWorkerOptions;
  readonly #desk: DecisionDesk;
  readonly #rounds: Rounds;
  #opened: Promise<ApplyPlace> | undefined;
  #reminder: NodeJS.Timeout | undefined;
  /** How often something could not be done, by its name. */
  readonly #failures = new Map<string, number>();

  constructor(options: ProposalWorkerOptions) {
    this.#options = options;
    this.#desk = { ...options, open: () => this.#open() };
    this.#rounds = new Rounds({ work: () => this.#work(), failed: options.failed });
  }

  /** Where what proposals would become is kept: a repository that sees the wiki's objects, made where there is none. */
  async workshop(): Promise<string> {
    return (await this.#open()).workshop.folder;
  }

  /** Something came, was decided, or the wiki moved. */
  wake(): void {
    this.#rounds.wake();
  }

  /** When all that there was to do at this moment is done, or has failed. */
  async settled(): Promise<void> {
    await this.#rounds.settled();
  }

  /** Something was put on its way to a list. */
  posted(): void {
    this.#options.queued();
  }

  async close(): Promise<void> {
    await this.#rounds.close();
    clearTimeout(this.#reminder);
    const opened = await this.#opened?.catch(() => undefined);
    opened?.objects.close();
    opened?.wiki.close();
  }

  async #work(): Promise<void> {
    const { database, place, isOurs, read, queued } = this.#options;
    const site = await place();
    if (!site || site.lists.length === 0 || !isOurs()) return;
    const { wiki, workshop } = await this.#open();
    const head = await headNow(wiki, workshop.gitDir);
    if (head === undefined) return;
    await followWiki(database, wiki, head);
    for (;;) {
      const some = await readMessages({
        database,
        lists: site.lists,
        deciders: this.#options.deciders(site.lists),
        read,
        givesUp: (name, error) => this.#givesUp(name, error),
      });
      const decided = await this.#decide(site);
      const tried = await this.#try(site, (await headNow(wiki, workshop.gitDir)) ?? head);
      if (tried || decided) queued();
      if (this.#rounds.isClosed || !(some || decided || tried)) return;
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
  #open(): Promise<ApplyPlace> {
    const { dataFolder, source, read, limits, check } = this.#options;
    this.#opened ??= (async () => {
      const workshop = await openWorkshop(join(dataFolder, 'workshop.git'), source.gitDir);
      await clearQuarantines(workshop);
      const wiki = new ObjectReader(source.gitDir);
      const objects = new ObjectReader(workshop.folder);
      return {
        workshop,
        wiki,
        objects,
        source,
        read,
        ...(limits && { limits }),
        takesFiles: async (patches) => {
          const { reader } = this.#options.database;
          const known = await Promise.all(
            patches.map(({ list, message_id }) => contributorOf(reader, list, message_id)),
          );
          return known.every((contributor) => contributor !== undefined);
        },
        ...(check && { check: (change) => check({ gitDir: workshop.folder, objects }, change) }),
      };
    })();
    this.#opened.catch(() => {
      this.#opened = undefined;
    });
    return this.#opened;
  }

  /** Tries what changed, and tells those concerned the first time. */
  async #try(site: MailPlace, head: string): Promise<boolean> {
    const { database } = this.#options;
    const revisions = await untriedRevisions(database.reader, BATCH);
    let forget = false;
    for (const revision of revisions) {
      const messages = await messagesOfRevision(database.reader, revision.id);
      const tried = await this.#tryOne(site, revision, { messages, head });
      await database.write((writer) => this.#saveTried(writer, site, { revision, messages, tried }));
      // Of one that was whole once, a message was erased: what was made of it goes too.
      forget ||= tried.verdict === 'incomplete' && revision.told === 1;
    }
    if (revisions.length > 0) await tidyWorkshop((await this.#open()).workshop, { forget });
    return revisions.length > 0;
  }

  async #tryOne(
    { lists }: MailPlace,
    revision: RevisionTable,
    { messages, head }: { readonly messages: readonly ProposalMessageTable[]; readonly head: string },
  ): Promise<Tried> {
    const { address = '' } = lists.find(({ name }) => name === revision.list)?.settings ?? {};
    const committer = { name: revision.list, email: address, time: messages[0]?.received_at ?? 0 };
    try {
      return await tryRevision(await this.#open(), revision, { messages, base: head, committer });
    } catch (error) {
      // One that cannot be tried does not keep the others waiting.
      if (!this.#givesUp(`revision ${revision.id}`, error)) throw error;
      return { verdict: 'invalid', base: head, tip: null, trial: NO_TRIAL };
    }
  }

  async #saveTried(
    writer: Writer,
    site: MailPlace,
    {
      revision,
      messages,
      tried,
    }: {
      readonly revision: RevisionTable;
      readonly messages: readonly ProposalMessageTable[];
      readonly tried: Tried;
    },
  ): Promise<void> {
    const known = await revisionById(writer, revision.id);
    // A patch of it came meanwhile: it is tried again.
    const isOld = (await messagesOfRevision(writer, revision.id)).length !== messages.length;
    if (!known || isOld) return;
    const isTold = known.told === 1;
    const isWhole = tried.verdict !== 'incomplete';
    const saved = { ...tried, trial: JSON.stringify(tried.trial), told: isWhole ? 1 : known.told };
    await updateRevision(writer, revision.id, saved);
    await saveRevisionPaths(writer, revision.id, tried.trial.paths);
    await mailChanged(writer);
    const list = site.lists.find(({ name }) => name === revision.list);
    const proposal = await proposalNumbered(writer, revision.proposal);
    if (!proposal || !list || proposal.revision !== revision.id) return;
    const telling = {
      ...site,
      list,
      proposal,
      revision: { ...known, ...saved },
      root: rootOf(messages),
      now: seconds(),
    };
    if (isWhole && !isTold) {
      await tellDeciders(writer, telling, this.#options.deciders(site.lists));
      await tellSender(writer, telling);
      await tellWebhooks(writer, 'proposal.received', telling, this.#options.happened);
    } else if (isTold && tried.verdict === 'already')
      // It reached the wiki another way.
      await settle(this.#desk, writer, telling, {
        state: 'applied',
        by: '',
        because: '',
        applied: tried.base,
      });
  }

  /** Carries out what was decided. */
  async #decide(site: MailPlace): Promise<boolean> {
    const { database } = this.#options;
    const waiting = await this.#waiting();
    const asked = (await askedProposals(database.reader)).filter(({ number }) => !waiting.has(number));
    for (const proposal of asked) {
      const revision = await revisionById(database.reader, proposal.revision);
      const list = site.lists.find(({ name }) => name === proposal.list);
      if (!revision || !list) {
        await database.write((writer) => updateProposal(writer, proposal.number, { asked: '' }));
        continue;
      }
      const messages = await messagesOfRevision(database.reader, revision.id);
      const telling = { ...site, list, proposal, revision, root: rootOf(messages), now: seconds() };
      await carryOut(this.#desk, telling, messages, JSON.parse(proposal.asked) as Asked);
    }
    return asked.length > 0;
  }

  /** Those that the home of the wiki did not take, until they are tried again: a timer wakes for the first. */
  async #waiting(): Promise<ReadonlySet<number>> {
    const rows = await putOffProposals(this.#options.database.reader);
    const later = rows.filter(({ next_at }) => Number(next_at) > seconds());
    const [first] = later;
    clearTimeout(this.#reminder);
    if (first && !this.#rounds.isClosed) {
      const wait = (Number(first.next_at) - seconds()) * 1000;
      this.#reminder = setTimeout(() => this.wake(), wait).unref();
    }
    return new Set(later.map(({ proposal }) => proposal));
  }
}

/** The message that a revision begins with. */
function rootOf(messages: readonly ProposalMessageTable[]): string {
  return messages[0]?.message_id ?? '';
}

const seconds = () => Math.floor(Date.now() / 1000);
