import type { MailList } from './list.ts';

/** What may be asked of a list at an address of its own. */
export type ListCommand = 'subscribe' | 'unsubscribe' | 'confirm' | 'owner' | 'bounce';

/** What a recipient's address means. */
export interface ListAddress {
  readonly list: MailList;
  /** Undefined for the list itself. */
  readonly command?: ListCommand;
  /** What follows the command's hyphen: a token, the id of who bounced. */
  readonly argument?: string;
}

/** `subscribe`, `confirm-TOKEN`, `bounce-ID-MAC`: the detail of a sub-address (RFC 5233). */
const DETAIL = /^(?:(subscribe|unsubscribe|owner)|(confirm|bounce)-([a-z0-9_-]{1,100}))$/i;

/**
 * Reads a recipient's address: a list's, or that of one of its commands. Case tells nothing apart, since servers on the way
 * may change it; so tokens must be made of what it does not change. Undefined for any other.
 */
export function listAddress(lists: readonly MailList[], recipient: string): ListAddress | undefined {
  const at = recipient.lastIndexOf('@');
  const [local = '', ...details] = recipient.slice(0, at).toLowerCase().split('+');
  const domain = recipient
    .slice(at + 1)
    .toLowerCase()
    .replace(/\.$/, '');
  const list = lists.find(({ settings }) => settings.address.toLowerCase() === `${local}@${domain}`);
  if (!list) return undefined;
  if (details.length === 0) return { list };
  const [, plain, withArgument, argument] = DETAIL.exec(details.join('+')) ?? [];
  if (plain) return { list, command: plain as ListCommand };
  return withArgument && argument ? { list, command: withArgument as ListCommand, argument } : undefined;
}

/** The address of a list's command: `name+confirm-TOKEN@domain`. */
export function commandAddress({ settings }: MailList, command: ListCommand, argument?: string): string {
  const at = settings.address.lastIndexOf('@');
  const detail = argument === undefined ? command : `${command}-${argument}`;
  return `${settings.address.slice(0, at)}+${detail}${settings.address.slice(at)}`;
}
