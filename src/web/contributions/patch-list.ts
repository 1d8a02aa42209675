import { listsOf, type MailList } from '../../mail/list.ts';
import type { Context } from '../context.ts';

/**
 * The list to which changes of the wiki go: of the public ones that not only their moderators write to, the first that names
 * patches, else the first.
 */
export function patchList({ site }: Pick<Context, 'site'>): MailList | undefined {
  const open = listsOf(site.settings).filter(
    ({ settings }) => settings.read === 'everyone' && settings.post !== 'moderators',
  );
  return open.find(({ settings }) => settings.patches.prefixes.length > 0) ?? open[0];
}

/** The list to which changes are sent from here; undefined where nobody takes them. */
export function editingList(context: Pick<Context, 'site' | 'lists' | 'proposals'>): MailList | undefined {
  return context.lists && context.proposals ? patchList(context) : undefined;
}
