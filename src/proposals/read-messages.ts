import type { MailList } from '../mail/list.ts';
import { foldAddress } from '../mail/mail-address.ts';
import { parseMessage } from '../mail/mime/parse.ts';
import { contributorOf } from '../store/contributions.ts';
import type { Database, Reader, Writer } from '../store/database.ts';
import { mailChanged } from '../store/mail-lists.ts';
import { messageNamed } from '../store/mail-messages.ts';
import type { MailMessageTable } from '../store/mail-tables.ts';
import { messagesOfRevision, newProposalMessages, saveProposalMessage } from '../store/proposal-messages.ts';
import type { ProposalMessageTable, RevisionTable } from '../store/proposal-tables.ts';
import { addProposal, OPEN_STATES, proposalNumbered } from '../store/proposals.ts';
import { addRevision, revisionById, revisionsFrom, updateRevision } from '../store/revisions.ts';
import { decideOnList } from './decide.ts';
import type { Deciders } from './deciders.ts';
import { nameProposal } from './name-proposal.ts';
import { type Patch, readPatch } from './patch/patch.ts';
import type { PatchSubject } from './patch/patch-subject.ts';
import { type Arrived, type KnownSeries, placeOf, proposalOf, seriesOf, stemOf, totalOf } from './series.ts';

/** Looked at in one go. */
const BATCH = 50;

/** Of one sender, the series that a mail may be part of. */
const MAX_KNOWN = 50;

const SCISSORS = /^(?:[-\s]*(?:>8|8<|>%|%<)[-\s]*)+$/m;
const MAX_TITLE = 300;

export interface ReadingPlace {
  readonly database: Database;
  readonly lists: readonly MailList[];
  readonly deciders: Deciders;
  /** The bytes of a message of a list. */
  readonly read: (list: string, oid: string) => Promise<Buffer>;
  /** Whether what failed, by its name, is given up; else it is tried again later. */
  readonly givesUp: (name: string, error: unknown) => boolean;
}

/** Looks at the messages that came, and has those with patches become proposals. Gives whether some were looked at. */
export async function readMessages(place: ReadingPlace): Promise<boolean> {
  const { database } = place;
  const batch = await newProposalMessages(database.reader, BATCH);
  for (const message of batch) {
    const row = await messageNamed(database.reader, message.list, message.message_id);
    const list = place.lists.find(({ name }) => name === message.list);
    const { raw, patch } = row && row !== 'erased' && list ? await readOne(place, list, message) : {};
    await database.write(async (writer) => {
      if (patch && row && row !== 'erased') {
        await take(writer, { message, row, patch });
        return;
      }
      await saveProposalMessage(writer, { ...message, kind: 'none' });
      if (raw && list && row && row !== 'erased')
        await decideOnList(writer, { row, message: parseMessage(raw) }, place.deciders);
    });
  }
  return batch.length > 0;
}

interface ReadMessage {
  readonly raw?: Buffer;
  readonly patch?: (Patch & { readonly prefix: PatchSubject }) | undefined;
}

/** One that cannot be read does not keep the others waiting. */
async function readOne(
  { read, givesUp }: ReadingPlace,
  list: MailList,
  { oid, received_at }: ProposalMessageTable,
): Promise<ReadMessage> {
  try {
    const raw = await read(list.name, oid);
    return { raw, patch: await patchOf(list, raw, received_at) };
  } catch (error) {
    if (!givesUp(`${list.name} ${oid}`, error)) throw error;
    return {};
  }
}

/** A patch for this wiki, or the letter before some, with what its subject says; undefined for any other message. */
async function patchOf(
  { settings: { patches: settings } }: MailList,
  raw: Buffer,
  receivedAt: number,
): Promise<(Patch & { readonly prefix: PatchSubject }) | undefined> {
  const patch = await readPatch(raw, receivedAt);
  if (!patch) return undefined;
  const isDiff = patch.diff.length > 0;
  const said = patch.prefix;
  const isAnswer = said?.isReply ?? parseMessage(raw).references.length > 0;
  // A diff in the course of a discussion is one to apply where scissors say so.
  if (isAnswer && !(isDiff && SCISSORS.test(raw.toString('latin1')))) return undefined;
  if (!isDiff && said?.number !== 0) return undefined;
  const prefix: PatchSubject =
    said && !said.isReply
      ? said
      : {
          name: '',
          version: 1,
          number: undefined,
          total: undefined,
          flags: [],
          title: titleOf(patch),
          isReply: false,
        };
  const isOurs = prefix.name === '' ? settings.default : isNamed(settings.prefixes, prefix.name);
  return isOurs ? { ...patch, prefix } : undefined;
}

/** Without names in the settings, every name is of this wiki. */
function isNamed(names: readonly string[], name: string): boolean {
  return names.length === 0 || names.some((one) => one.toLowerCase() === name.toLowerCase());
}

function titleOf({ message, subject }: Patch): string {
  return message.split('\n', 1)[0] || subject;
}

interface Taken {
  readonly message: ProposalMessageTable;
  readonly row: MailMessageTable;
  readonly patch: Patch & { readonly prefix: PatchSubject };
}

async function take(writer: Writer, { message, row: posted, patch }: Taken): Promise<void> {
  const { prefix } = patch;
  // What was posted for somebody is theirs.
  const contributor = await contributorOf(writer, message.list, message.message_id);
  const row = contributor
    ? { ...posted, from_name: contributor.name, from_address: contributor.address }
    : posted;
  const arrived: Arrived = {
    messageId: message.message_id,
    thread: row.thread,
    folded: foldAddress(row.from_address),
    receivedAt: message.received_at,
    prefix,
  };
  const known = await knownSeries(writer, message.list, arrived.folded);
  const own = seriesOf(arrived, known);
  const revision = own
    ? ((await revisionById(writer, own.id)) as RevisionTable)
    : await beginRevision(writer, row, arrived, proposalOf(arrived, known));
  const place = placeOf(prefix);
  const title = prefix.title.slice(0, MAX_TITLE) || '(…)';
  await saveProposalMessage(writer, {
    ...message,
    kind: place === 0 ? 'cover' : 'patch',
    revision: revision.id,
    place,
    title,
  });
  await updateRevision(writer, revision.id, { verdict: 'pending', base: null, told: revision.told });
  await nameProposal(writer, revision, message.received_at);
  await mailChanged(writer);
}

async function knownSeries(reader: Reader, list: string, folded: string): Promise<KnownSeries[]> {
  const revisions = await revisionsFrom(reader, list, folded, MAX_KNOWN);
  const known: KnownSeries[] = [];
  for (const revision of revisions) {
    const messages = await messagesOfRevision(reader, revision.id);
    const proposal = await proposalNumbered(reader, revision.proposal);
    known.push({
      ...revision,
      places: new Set(messages.map(({ place }) => place)),
      titles: messages.map(({ title }) => title),
      isOpen: proposal !== undefined && OPEN_STATES.includes(proposal.state),
    });
  }
  return known;
}

/** Of a proposal that is there, or of a new one. */
async function beginRevision(
  writer: Writer,
  row: MailMessageTable,
  { folded, prefix, receivedAt, messageId }: Arrived,
  of: number | undefined,
): Promise<RevisionTable> {
  const proposal =
    of ??
    (
      await addProposal(writer, {
        list: row.list,
        title: prefix.title.slice(0, MAX_TITLE),
        state: 'proposed',
        from_name: row.from_name,
        from_address: row.from_address,
        folded,
        created_at: receivedAt,
        changed_at: receivedAt,
        revision: 0,
        decided_by: '',
        applied: null,
        asked: '',
      })
    ).number;
  return await addRevision(writer, {
    proposal,
    list: row.list,
    version: prefix.version,
    total: totalOf(prefix),
    name: prefix.name,
    thread: row.thread,
    stem: stemOf(messageId),
    folded,
    first_at: receivedAt,
    base: null,
    verdict: 'pending',
    tip: null,
    trial: '{}',
    told: 0,
  });
}
