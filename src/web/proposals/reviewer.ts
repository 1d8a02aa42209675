import type { MailList } from '../../mail/list.ts';
import { foldAddress } from '../../mail/mail-address.ts';
import { isAtLeast } from '../../members/roles.ts';
import { nameOfContributor } from '../../store/contributions.ts';
import { memberAt } from '../../store/members.ts';
import { subscriberAt } from '../../store/subscribers.ts';
import type { Context } from '../context.ts';
import { type Member, secondsOf } from '../members/visitor.ts';

/** What somebody who is signed in is called; undefined of who never said it. */
export async function nameOfMember(
  context: Context,
  { folded, address }: Member,
): Promise<string | undefined> {
  const { reader } = context.wiki.database;
  const row = await memberAt(reader, folded, secondsOf(context));
  return row?.name || (await nameOfContributor(reader, address));
}

/** Whether somebody who is signed in may answer on a list: who may write in the wiki may, and who may by mail. */
export async function mayAnswer(
  { wiki }: Context,
  { name, settings }: MailList,
  { folded, role }: Member,
): Promise<boolean> {
  const keeps = settings.moderators.some((one) => foldAddress(one) === folded);
  if (settings.reply === 'everyone' || keeps || isAtLeast(role, 'committer')) return true;
  if (settings.reply === 'moderators') return false;
  return (await subscriberAt(wiki.database.reader, name, folded)) !== undefined;
}
