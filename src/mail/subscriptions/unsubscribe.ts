import type { Reader, Writer } from '../../store/database.ts';
import { mailSecret } from '../../store/mail-secret.ts';
import { removeFollow } from '../../store/page-follows.ts';
import { removeSubscriber, subscriberById } from '../../store/subscribers.ts';
import type { SubscriberTable } from '../../store/subscription-tables.ts';
import { signedId } from '../tokens.ts';

/** The subscriber whose own link of a list this is; undefined once they have left, or for a link that is none of ours. */
export async function subscriberOfLink(
  reader: Reader,
  list: string,
  signed: string,
): Promise<SubscriberTable | undefined> {
  const secret = await mailSecret(reader);
  const id = secret && signedId(secret, 'unsubscribe', signed);
  const subscriber = id ? await subscriberById(reader, id) : undefined;
  return subscriber?.list === list ? subscriber : undefined;
}

/** Ends the subscription whose link this is, without a further question (RFC 8058); says whether it was one. */
export async function unsubscribeByLink(writer: Writer, list: string, signed: string): Promise<boolean> {
  const subscriber = await subscriberOfLink(writer, list, signed);
  return subscriber !== undefined && (await removeSubscriber(writer, subscriber.id));
}

/** Ends the follow whose link this is; says whether it was one. */
export async function unfollowByLink(writer: Writer, signed: string): Promise<boolean> {
  const secret = await mailSecret(writer);
  const id = secret && signedId(secret, 'unfollow', signed);
  return id ? await removeFollow(writer, id) : false;
}
