import type { ListSettings } from '../config/settings.ts';
import { type Block, type BlockFault, blockOf, readBlock } from '../mail/moderation/blocks.ts';
import { newId } from '../mail/tokens.ts';
import type { BlockKind } from '../store/abuse-tables.ts';
import { removeBlock, saveBlock } from '../store/blocks.ts';
import type { Writer } from '../store/database.ts';
import { allGrants, noteAudit } from '../store/members.ts';
import { endSessions, sessionAddresses } from '../store/sessions.ts';
import { isAtLeast } from './roles.ts';

/** Why something is not blocked; `keeper`: somebody who keeps the wiki, or a list, would be; `past`: its end is. */
export type NotBlocked = BlockFault | 'keeper' | 'past';

/** What is to be blocked, as it was typed, and why. */
export interface Blocking {
  readonly kind: BlockKind;
  readonly typed: string;
  readonly reason: string;
  /** When it ends, in seconds since 1970; null for never. */
  readonly until: number | null;
}

export interface BlockPlace {
  readonly lists: Readonly<Record<string, ListSettings>>;
  /** Who does it. */
  readonly by: string;
  /** Seconds since 1970. */
  readonly now: number;
}

/** Blocks something, and ends the sessions that it would not let begin. */
export async function addBlock(
  writer: Writer,
  { kind, typed, reason, until }: Blocking,
  { lists, by, now }: BlockPlace,
): Promise<Block | { readonly fault: NotBlocked }> {
  const block = readBlock(kind, typed);
  if ('fault' in block) return block;
  if (until !== null && until <= now) return { fault: 'past' };
  if (await isOfKeeper(writer, block, lists)) return { fault: 'keeper' };
  await saveBlock(writer, { ...block, id: newId(), reason, added_by: by, added_at: now, until });
  for (const folded of await sessionAddresses(writer))
    if (blockOf([block], { addresses: [folded] })) await endSessions(writer, { folded });
  const detail = [block.kind, reason].filter(Boolean).join(' ');
  await noteAudit(writer, { at: now, who: by, what: 'block', about: block.pattern, detail });
  return block;
}

/** Takes a block away; false when there is none. */
export async function endBlock(
  writer: Writer,
  which: { readonly id: string } | Block,
  { by, now }: Omit<BlockPlace, 'lists'>,
): Promise<boolean> {
  const block = await removeBlock(writer, which);
  if (!block) return false;
  const about = { about: block.pattern, detail: block.kind };
  await noteAudit(writer, { at: now, who: by, what: 'unblock', ...about });
  return true;
}

async function isOfKeeper(
  writer: Writer,
  block: Block,
  lists: Readonly<Record<string, ListSettings>>,
): Promise<boolean> {
  if (block.kind !== 'address' && block.kind !== 'domain') return false;
  const members = (await allGrants(writer)).filter(({ role }) => isAtLeast(role, 'maintainer'));
  const addresses = [
    ...Object.values(lists).flatMap(({ address, moderators }) => [address, ...moderators]),
    ...members.map(({ address }) => address),
  ];
  return blockOf([block], { addresses }) !== undefined;
}
