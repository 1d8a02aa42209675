import type { MailList } from '../mail/list.ts';
import { foldAddress } from '../mail/mail-address.ts';
import type { MailSite } from '../mail/mail-site.ts';
import { parseMessage } from '../mail/mime/parse.ts';
import { FIRST_CONTRIBUTION } from '../mail/moderation/first-contribution.ts';
import { hold } from '../mail/moderation/hold.ts';
import type { ContributionTable } from '../store/contribution-tables.ts';
import type { Reader, Writer } from '../store/database.ts';
import { isKnownAuthor } from '../store/known-authors.ts';

/** Whether a change waits for a moderator: where the list asks for it, the first of an address. */
export async function isHeldFirst(
  reader: Reader,
  {
    list: { settings },
    row: { folded },
    now,
  }: { readonly list: MailList; readonly row: ContributionTable; readonly now: number },
): Promise<boolean> {
  if (settings.contributions.first === 'open') return false;
  if (settings.moderators.some((moderator) => foldAddress(moderator) === folded)) return false;
  return !(await isKnownAuthor(reader, folded, now));
}

/** Has its patch wait, as a message of the list does. */
export async function holdFirst(
  writer: Writer,
  { list, site, now }: { readonly list: MailList; readonly site: MailSite; readonly now: number },
  { raw, row }: { readonly raw: Buffer; readonly row: ContributionTable },
): Promise<void> {
  const { name, address } = row;
  await hold(writer, {
    list,
    spooled: {
      id: '',
      raw,
      arrivedAt: now,
      door: 'own',
      // Who is written to when it is refused.
      sender: address,
      destinations: [],
      isVerified: true,
    },
    message: parseMessage(raw),
    reason: FIRST_CONTRIBUTION,
    author: { name, address },
    site,
    now,
  });
}
