import type { ListSettings } from '../config/settings.ts';

/** A mailing list: its name in addresses, and its settings. */
export interface MailList {
  readonly name: string;
  readonly settings: ListSettings;
}

/** The lists of a wiki's settings, in their order. */
export function listsOf({ lists }: { readonly lists: Readonly<Record<string, ListSettings>> }): MailList[] {
  return Object.entries(lists).map(([name, settings]) => ({ name, settings }));
}

/** What the header field List-Id says of a list (RFC 2919), without its brackets. */
export function listId({ settings }: MailList): string {
  return settings.address.toLowerCase().replace('@', '.');
}
