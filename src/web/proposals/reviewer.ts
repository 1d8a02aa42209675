import type { MailList } from '../../mail/list.ts';
import { foldAddress } from '../../mail/mail-address.ts';
import { nameOfContributor } from '../../store/contributions.ts';
import { subscriberAt } from '../../store/subscribers.ts';
import type { Context } from '../context.ts';
import type { Member } from '../members/visitor.ts';

/** What somebody who is signed in is called; undefined of who never said it. */
export async function nameOfMember(context: Context, { address, held }: Member): Promise<string | undefined> {
  const { reader } = context.wiki.database;
  return held.find(({ grant }) => grant?.name)?.grant?.name || (await nameOfContributor(reader, address));
}

/** Whether somebody who is signed in may answer on a list: who may write in the wiki may, and who may by mail. */
export async function mayAnswer(
  { wiki }: Context,
  { name, settings }: MailList,
  { folded, held }: Member,
): Promise<boolean> {
  const keeps = settings.moderators.some((one) => foldAddress(one) === folded);
  if (settings.reply === 'everyone' || keeps || held.length > 0) return true;
  if (settings.reply === 'moderators') return false;
  return (await subscriberAt(wiki.database.reader, name, folded)) !== undefined;
}
