import type { ListSettings } from '../config/settings.ts';
import type { Reader } from '../store/database.ts';
import type { Role } from '../store/member-tables.ts';
import type { AskedPush } from './push.ts';
import {
  firstOutside,
  type Held,
  isAtLeast,
  rolesOf,
  usedToWrite,
  wholeRole,
  writing,
  writtenPaths,
} from './roles.ts';

/** Who pushes: somebody, by what stands for them (a token, a key). */
export interface Pusher {
  /** Their address, as addresses are compared. */
  readonly folded: string;
  /** Whether what stands for them still does, and is good for this. */
  readonly isFor: (what: 'push' | 'propose') => Promise<boolean>;
  readonly lists: Readonly<Record<string, ListSettings>>;
}

/** Whether a push may go on, and by which grants; or why not, as Git shows it to who pushes. */
export type MayPush =
  | { readonly refusal: string }
  | { readonly refusal?: undefined; readonly used: readonly string[] };

/** Whether it is worth while to read what somebody pushes: whoever has a role may propose at least. */
export async function mayBegin(reader: Reader, pusher: Pusher): Promise<boolean> {
  return (await pusher.isFor('propose')) && (await rolesNow(reader, pusher)).length > 0;
}

/**
 * Says whether somebody may push, as their roles and what stands for them are when this is asked: either may be taken back
 * in the middle of a push.
 */
export async function mayPush(
  reader: Reader,
  pusher: Pusher,
  { proposes, touched }: AskedPush,
): Promise<MayPush> {
  // Found out before roles are asked for: it takes a while.
  const isLimited = !proposes && writtenPaths(await rolesNow(reader, pusher)) !== undefined;
  const paths = isLimited ? await touched() : undefined;
  const held = await rolesNow(reader, pusher);
  if (held.length === 0 || !(await pusher.isFor('propose'))) return { refusal: 'you may not push any more' };
  if (proposes) return { used: [] };
  if (!(await pusher.isFor('push')))
    return { refusal: 'this token is for proposals alone: git push -o propose' };
  if (writing(held).length === 0)
    return { refusal: 'you decide of proposals, and write none yourself: git push -o propose' };
  const written = writtenPaths(held);
  if (written === undefined) return { used: usedToWrite(held, paths) };
  const changed = paths ?? (await touched());
  const outside = firstOutside(held, changed);
  if (outside === undefined) return { used: usedToWrite(held, changed) };
  return { refusal: `${outside} is outside what you may write (${told(written)}): git push -o propose` };
}

/** What is said where a wiki takes none of it at all. */
const NEVER = { force: 'non-fast-forward: pull first', tags: 'tags are not taken here' } as const;

/**
 * Why somebody may not force a push, or make tags: undefined where their role in the whole wiki, as it is when this is asked, is
 * at least the one that the settings name.
 */
export async function refusedSpecial(
  reader: Reader,
  pusher: Pusher,
  what: 'force' | 'tags',
  least: Role | 'never',
): Promise<string | undefined> {
  if (least === 'never') return NEVER[what];
  const role = wholeRole(await rolesNow(reader, pusher));
  const isFor = isAtLeast(role, least) && (await pusher.isFor('push'));
  return isFor ? undefined : `${NEVER[what]}: it takes the role of ${least} in the whole wiki`;
}

function rolesNow(reader: Reader, { folded, lists }: Pusher): Promise<Held[]> {
  return rolesOf(reader, folded, { lists, now: Math.floor(Date.now() / 1000) });
}

/** Of many patterns, so many are told. */
const MAX_TOLD = 5;

function told(patterns: readonly string[]): string {
  const more = patterns.length > MAX_TOLD ? ', …' : '';
  return `${patterns.slice(0, MAX_TOLD).join(', ')}${more}`;
}
