import { addConfirmation, confirmationCounts } from '../../store/confirmations.ts';
import type { Writer } from '../../store/database.ts';
import { subscriberAt } from '../../store/subscribers.ts';
import type { ConfirmationTable, SubscriptionMode } from '../../store/subscription-tables.ts';
import { commandAddress, listAddress } from '../addresses.ts';
import type { MailList } from '../list.ts';
import { foldAddress, readMailAddress } from '../mail-address.ts';
import type { MailSite } from '../mail-site.ts';
import { queueOwnMail } from '../own-mail.ts';
import { newToken, tokenHash } from '../tokens.ts';
import { listWords } from '../words/list-words.ts';
import type { MailText } from '../words/mail-words.ts';
import { mailWordsFor } from '../words/mail-words-for.ts';

/** For how long a confirmation is waited for. */
export const CONFIRMATION_DAYS = 3;

/** Confirmations that may be awaited of one address at a time, whatever they are of; and of all in an hour. */
const MAX_PER_ADDRESS = 5;
const MAX_PER_HOUR = 500;

/** Somebody asks for something in the name of an address: only its owner can confirm it. */
export interface Asking {
  readonly lists: readonly MailList[];
  readonly list: MailList;
  readonly site: MailSite;
  /** As it was typed. */
  readonly address: string;
  readonly language: string;
  readonly via: 'web' | 'mail';
  /** The Message-ID of the mail that asks. */
  readonly inReplyTo?: string;
  /** Seconds since 1970. */
  readonly now: number;
}

/**
 * Asks the owner of an address whether they want to receive a list, or to receive it otherwise. Says only whether the
 * address is one: not whether it is subscribed, nor whether a mail was sent.
 */
export async function askToSubscribe(
  writer: Writer,
  asking: Asking & { readonly mode: SubscriptionMode },
): Promise<boolean> {
  const { list, language, mode } = asking;
  const address = readMailAddress(asking.address);
  if (address === undefined) return false;
  // Who may not read the archive is not sent the messages either: the operator subscribes those who may.
  if (list.settings.read !== 'everyone') return true;
  const known = await subscriberAt(writer, list.name, foldAddress(address));
  await askOwner(writer, asking, address, list.name, {
    action: 'subscribe',
    detail: { language, mode },
    text: (asked) =>
      mailWordsFor(language).confirmSubscription({
        ...asked,
        list: listWords(list, language),
        mode,
        isChange: known?.state === 'active',
      }),
  });
  return true;
}

/** Asks the owner of an address whether they want to leave a list. Says no more than {@link askToSubscribe}. */
export async function askToUnsubscribe(writer: Writer, asking: Asking): Promise<boolean> {
  const { list, language } = asking;
  const address = readMailAddress(asking.address);
  if (address === undefined) return false;
  const known = await subscriberAt(writer, list.name, foldAddress(address));
  const words = mailWordsFor(known?.language ?? language);
  await askOwner(writer, asking, address, list.name, {
    action: 'unsubscribe',
    detail: { language },
    text: (asked) => {
      const about = { ...asked, list: listWords(list, language) };
      return known ? words.confirmUnsubscription(about) : words.notSubscribed(about);
    },
  });
  return true;
}

/** Asks the owner of an address whether they want to be told of what changes at a path; `what` is its title. */
export async function askToFollow(
  writer: Writer,
  asking: Asking & { readonly path: string; readonly what: string },
): Promise<boolean> {
  const { language, path, what, site } = asking;
  const address = readMailAddress(asking.address);
  if (address === undefined) return false;
  await askOwner(writer, asking, address, `follow ${path}`, {
    action: 'follow',
    detail: { language, path, what },
    fromName: site.title(language),
    text: (asked) => mailWordsFor(language).confirmFollow({ ...asked, what }),
  });
  return true;
}

interface Request {
  readonly action: ConfirmationTable['action'];
  readonly detail: Readonly<Record<string, string>>;
  readonly fromName?: string;
  readonly text: (asked: {
    readonly subscriber: string;
    readonly site: string;
    readonly via: 'web' | 'mail';
    readonly link: string | undefined;
    readonly days: number;
  }) => MailText;
}

/**
 * Sends the one mail that asks for a confirmation: one a list and address at a time, a few an address, a bounded number in
 * all, so that nobody can have an address flooded, and none to an address of a list. Nothing in it is of the asker's.
 */
async function askOwner(
  writer: Writer,
  { lists, list, site, language, via, inReplyTo, now }: Asking,
  address: string,
  subject: string,
  { action, detail, fromName, text }: Request,
): Promise<void> {
  if (lists.some((one) => listAddress([one], address) || isOfList(one, address))) return;
  const folded = foldAddress(address);
  const { forList, forAddress, lastHour } = await confirmationCounts(writer, subject, folded, now);
  if (forList > 0 || forAddress >= MAX_PER_ADDRESS || lastHour >= MAX_PER_HOUR) return;
  const token = newToken();
  await addConfirmation(writer, {
    hash: tokenHash(token),
    list: subject,
    folded,
    address,
    action,
    detail: JSON.stringify({ ...detail, sender: list.name }),
    asked_at: now,
    expires_at: now + CONFIRMATION_DAYS * 86_400,
  });
  const link = site.origin && `${site.origin}/-/confirm/${token}`;
  const asked = {
    subscriber: address,
    site: site.origin ?? site.title(language),
    via,
    link,
    days: CONFIRMATION_DAYS,
  };
  await queueOwnMail(writer, {
    list,
    to: address,
    ...text(asked),
    language,
    now,
    replyTo: commandAddress(list, 'confirm', token),
    ...(fromName !== undefined && { fromName }),
    ...(inReplyTo !== undefined && { inReplyTo }),
  });
}

/** Whether an address is one that a list makes for itself, whatever its detail. */
function isOfList({ settings }: MailList, address: string): boolean {
  const [local = '', domain] = address.toLowerCase().split('@');
  return `${local.split('+', 1)[0]}@${domain}` === settings.address.toLowerCase();
}
