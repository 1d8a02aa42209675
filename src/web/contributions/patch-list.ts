import { listsOf, type MailList } from '../../mail/list.ts';
import type { Context } from '../context.ts';

/** The list to which changes of the wiki go: the first public one that names patches, else the first public one. */
export function patchList({ site, lists, proposals }: Context): MailList | undefined {
  if (!lists || !proposals) return undefined;
  const open = listsOf(site.settings).filter(({ settings }) => settings.read === 'everyone');
  return open.find(({ settings }) => settings.patches.prefixes.length > 0) ?? open[0];
}
