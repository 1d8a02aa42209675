import { NotFound } from '../config/errors.ts';
import type { Settings } from '../config/settings.ts';
import { postSeries } from '../contributions/post.ts';
import type { PushRequest } from '../git/push-request.ts';
import { openQuarantine } from '../git/quarantine.ts';
import { pushReport } from '../git/receive-pack.ts';
import type { Workshop } from '../git/workshop.ts';
import type { MailList } from '../mail/list.ts';
import { newId } from '../mail/tokens.ts';
import { nameOf } from '../proposals/notices.ts';
import type { Writer } from '../store/database.ts';
import { grantsOf, markUsed, noteAudit } from '../store/members.ts';
import type { RatedFinding } from '../wiki/checks/survey.ts';
import type { Wiki } from '../wiki/wiki.ts';
import { mayBegin, mayPush, refusedSpecial } from './may-push.ts';
import { type AskedPush, type Pushed, takePush } from './push.ts';
import type { TokenScope } from './token-scopes.ts';

/** The door by which a member pushes: over HTTP with a token, or over SSH with a key. */
export interface PushDoor {
  readonly wiki: Wiki;
  readonly workshop: Workshop;
  readonly settings: Settings;
  /** The list on which changes are proposed; undefined where there is none. */
  readonly list: MailList | undefined;
  /** Who pushes: their address, as addresses are compared. */
  readonly folded: string;
  /** Whether what stands for them (a token, a key) still does. */
  readonly isKnown: () => Promise<boolean>;
  /** Whether it is good for this; for all where it says nothing, as a key. */
  readonly isFor?: (scope: TokenScope) => Promise<boolean>;
  /** What stands for them was of use: in the transaction that notes the push. */
  readonly used?: (writer: Writer, now: number) => Promise<void>;
  /** Something was put on its way to a list. */
  readonly posted: () => void;
  /** What people read. */
  readonly words: {
    readonly finding: (finding: RatedFinding) => string;
    readonly proposed: string;
  };
}

/** Whether somebody may push something, or propose it at least. */
export function mayEnter(door: PushDoor): Promise<boolean> {
  return mayBegin(door.wiki.database.reader, pusherOf(door));
}

function pusherOf({ folded, settings, isKnown, isFor }: PushDoor) {
  return {
    folded,
    lists: settings.lists,
    isFor: async (scope: TokenScope) => (await isKnown()) && (isFor === undefined || (await isFor(scope))),
  };
}

/** Takes a push, and gives the answer to it. What is refused leaves nothing behind. */
export async function receivePush(
  door: PushDoor,
  push: PushRequest,
  pack: AsyncIterator<Uint8Array>,
): Promise<Buffer> {
  const { wiki, workshop, settings } = door;
  await using quarantine = await openQuarantine(workshop, newId());
  let used: readonly string[] = [];
  const place = {
    source: wiki.source,
    quarantine,
    wiki: wiki.objects,
    check: wiki.checkChange.bind(wiki),
    refuse: settings.push.refuse,
    special: (what: 'force' | 'tags') =>
      refusedSpecial(wiki.database.reader, pusherOf(door), what, settings.push[what]),
    refusal: async (asked: AskedPush) => {
      const may = await mayPush(wiki.database.reader, pusherOf(door), asked);
      used = may.refusal === undefined ? may.used : [];
      return may.refusal;
    },
    propose: (commits: readonly string[]) => propose(door, quarantine, commits),
  };
  const pushed = await takePush(place, push, pack);
  await note(door, pushed, used);
  return pushReport(push, { ...pushed, said: saidOf(door, pushed) });
}

async function note(
  { wiki, folded, used }: PushDoor,
  { landed, tags = [] }: Pushed,
  grants: readonly string[],
): Promise<void> {
  if (!landed && tags.length === 0) return;
  const now = seconds();
  await wiki.database.write(async (writer) => {
    const moved = landed && `${landed.base.slice(0, 12)}..${landed.commit.slice(0, 12)}`;
    const detail = [moved, landed?.isForced && '(forced)', ...tags.map((ref) => ref.replace('refs/', ''))]
      .filter(Boolean)
      .join(' ')
      .slice(0, MAX_DETAIL);
    await noteAudit(writer, { at: now, who: folded, what: 'push', about: '', detail });
    await markUsed(writer, grants, now);
    await used?.(writer, now);
  });
}

/** Has commits reviewed, as any patches are. */
async function propose(
  { wiki: { database }, list, folded, posted }: PushDoor,
  workshop: Workshop,
  commits: readonly string[],
): Promise<void> {
  if (!list) throw new NotFound('This wiki has no list to propose changes on.');
  const now = seconds();
  const [member] = await grantsOf(database.reader, folded, now);
  const who = { name: member?.name ?? nameOf(folded), address: member?.address ?? folded };
  await postSeries({ database, workshop, list, now }, commits, who);
  posted();
}

const MAX_DETAIL = 1_000;

/** Of what a push breaks, so much is told to who pushes. */
const MAX_SAID = 20;

function saidOf({ words }: PushDoor, { findings, isProposed, sentence }: Pushed): string[] {
  const added = findings?.added.filter(({ severity }) => severity !== 'note') ?? [];
  const lines = added
    .slice(0, MAX_SAID)
    .map((finding) => `${finding.path}:${finding.line}: ${words.finding(finding)}`);
  return [
    ...(sentence === undefined ? [] : [sentence]),
    ...(isProposed ? [words.proposed] : []),
    ...lines,
    ...(added.length > MAX_SAID ? ['…'] : []),
  ];
}

const seconds = () => Math.floor(Date.now() / 1000);
