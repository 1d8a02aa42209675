import { commandAddress } from '../addresses.ts';
import { listId, type MailList } from '../list.ts';
import { signId } from '../tokens.ts';

/** The address of one's own page to leave a list; undefined when the site has no public address. */
export function unsubscribeLink(
  origin: string | undefined,
  list: MailList,
  secret: string,
  subscriber: string,
): string | undefined {
  return origin && `${origin}/-/lists/${list.name}/unsubscribe/${signId(secret, 'unsubscribe', subscriber)}`;
}

/** A Message-ID as a segment of an address, as public-inbox writes it. */
function messageAddress(origin: string, { name }: MailList, messageId: string): string {
  return `${origin}/-/lists/${name}/${encodeURIComponent(messageId).replaceAll('%40', '@')}/`;
}

/**
 * The header fields that a copy of a message gets on top of its own: RFC 2369, 2919, 8058 (one press leaves the list),
 * 5064 (where it is archived). `Precedence` is for programs that answer absences and know no better (RFC 3834, section 2).
 */
export function listHeaders(
  list: MailList,
  origin: string | undefined,
  messageId: string,
  leaving: { readonly secret: string; readonly subscriber: string } | undefined,
): string {
  const { address } = list.settings;
  const command = (name: 'subscribe' | 'unsubscribe' | 'owner') => `<mailto:${commandAddress(list, name)}>`;
  const link = leaving && unsubscribeLink(origin, list, leaving.secret, leaving.subscriber);
  const byMail = leaving
    ? `<mailto:${commandAddress(list, 'unsubscribe')}?subject=${signId(leaving.secret, 'unsubscribe', leaving.subscriber)}>`
    : command('unsubscribe');
  const archive = origin && `${origin}/-/lists/${list.name}/`;
  const fields: (readonly [string, string])[] = [
    ['List-Id', `<${listId(list)}>`],
    ['List-Post', `<mailto:${address}>`],
    ['List-Help', archive ? `<${archive}>` : command('owner')],
    ['List-Owner', command('owner')],
    ['List-Subscribe', archive ? `<${archive}subscribe>,\n ${command('subscribe')}` : command('subscribe')],
    ['List-Unsubscribe', link ? `<${link}>,\n ${byMail}` : byMail],
    ...(link ? ([['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click']] as const) : []),
    ...(archive ? ([['List-Archive', `<${archive}>`]] as const) : []),
    ...(origin && messageId !== ''
      ? ([['Archived-At', `<${messageAddress(origin, list, messageId)}>`]] as const)
      : []),
    ['Precedence', 'list'],
  ];
  return fields.map(([name, value]) => `${name}: ${value.replace(/[\r\n]+(?! )/g, ' ')}\n`).join('');
}
