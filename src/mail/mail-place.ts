import type { Database } from '../store/database.ts';
import { siteJson } from '../store/wiki-state.ts';
import type { Site } from '../wiki/site.ts';
import { listsOf, type MailList } from './list.ts';
import { type MailSite, mailSite } from './mail-site.ts';

/** The lists of a wiki, and what mails say of it. */
export interface MailPlace {
  readonly lists: readonly MailList[];
  readonly site: MailSite;
}

/** As the settings that serve have it; undefined before the wiki was ever read. */
export async function mailPlace({ reader }: Pick<Database, 'reader'>): Promise<MailPlace | undefined> {
  const json = await siteJson(reader);
  if (json === undefined) return undefined;
  const site = JSON.parse(json) as Site;
  return { lists: listsOf(site.settings), site: mailSite(site) };
}
