import type { MailList } from '../mail/list.ts';
import { queueOwnMail } from '../mail/own-mail.ts';
import type { Database, Writer } from '../store/database.ts';
import type { AccessGrantTable } from '../store/member-tables.ts';
import { allGrants } from '../store/members.ts';
import { grantsEnding, markEndTold, remindedAt, saveReminder } from '../store/reminders.ts';
import { isAtLeast } from './roles.ts';
import { isWhole, scopeOf } from './scope.ts';
import { memberWords } from './sign-in.ts';
import { isUnused, UNUSED_MONTHS } from './unused.ts';

/** Maintainers are told no more often of roles that nobody uses. */
const REMIND_DAYS = 30;

/** So long before, somebody is told that their role ends. */
const ENDING_DAYS = 14;

export interface RemindingPlace {
  /** The list in whose name mails are sent. */
  readonly list: MailList;
  readonly origin: string;
  readonly language: string;
  /** Seconds since 1970. */
  readonly now: number;
}

/**
 * Tells maintainers of roles that nobody uses, once a month at most, and who holds a role that it ends soon, once. Looks first
 * whether there is anything to tell: this is asked for often. Gives how many mails there are.
 */
export async function remindMembers(database: Database, place: RemindingPlace): Promise<number> {
  const { now } = place;
  const { reader } = database;
  const ending = await grantsEnding(reader, now, now + ENDING_DAYS * 86_400);
  const isDue = ((await remindedAt(reader, UNUSED)) ?? 0) <= now - REMIND_DAYS * 86_400;
  const unused = isDue ? (await allGrants(reader)).some((grant) => isUnused(grant, now)) : false;
  if (ending.length === 0 && !unused) return 0;
  return await database.write(async (writer) => {
    const told = await tellEnding(writer, place);
    return told + (await tellUnused(writer, place));
  });
}

const UNUSED = 'unused';

async function tellEnding(writer: Writer, { list, origin, language, now }: RemindingPlace): Promise<number> {
  const ending = await grantsEnding(writer, now, now + ENDING_DAYS * 86_400);
  for (const { id, address, until } of ending) {
    await markEndTold(writer, id, now);
    const said = { site: origin, link: `${origin}/-/account`, day: dayOf(until ?? now) };
    await queueOwnMail(writer, { list, to: address, ...memberWords(language).ending(said), language, now });
  }
  return ending.length;
}

/** Asked anew in the transaction: another process may just have told them. */
async function tellUnused(writer: Writer, { list, origin, language, now }: RemindingPlace): Promise<number> {
  if (((await remindedAt(writer, UNUSED)) ?? 0) > now - REMIND_DAYS * 86_400) return 0;
  const all = await allGrants(writer);
  const unused = all.filter((grant) => isUnused(grant, now));
  if (unused.length === 0) return 0;
  await saveReminder(writer, UNUSED, now);
  const told = new Set([...list.settings.moderators, ...keepers(all, now).map(({ address }) => address)]);
  const link = `${origin}/-/members?show=unused`;
  const words = memberWords(language).unused({
    people: unused.map(({ name, address, role }) => `${name} <${address}>, ${role}`),
    months: UNUSED_MONTHS,
    link,
  });
  for (const to of told) await queueOwnMail(writer, { list, to, ...words, language, now });
  return told.size;
}

function keepers(all: readonly AccessGrantTable[], now: number): readonly AccessGrantTable[] {
  return all.filter(
    (grant) =>
      isAtLeast(grant.role, 'maintainer') &&
      isWhole(scopeOf(grant)) &&
      (grant.until === null || grant.until > now),
  );
}

const dayOf = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 10);
