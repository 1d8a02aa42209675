import { askContribution, type Contribution, keepContribution } from '../../contributions/contribute.ts';
import { postContribution } from '../../contributions/post.ts';
import { listsOf, type MailList } from '../../mail/list.ts';
import { mailSite } from '../../mail/mail-site.ts';
import { tokenHash } from '../../mail/tokens.ts';
import { type Published, publishFiles } from '../../members/publish.ts';
import type { ContributionTable } from '../../store/contribution-tables.ts';
import { contributionOf } from '../../store/contributions.ts';
import type { Context } from '../context.ts';
import { secondsOf } from '../members/visitor.ts';
import type { KnownAuthor } from './who.ts';

/** Where a change is sent from: `draft` is what it was kept as until now (the hash of its token). */
export interface Sending {
  readonly list: MailList;
  readonly draft?: string;
  /** When, in seconds since 1970; now by default. */
  readonly at?: number;
}

/** Has an author confirm a change by mail: nothing is sent before. */
export async function askToConfirm(
  context: Context,
  contribution: Contribution,
  { list, draft, at = secondsOf(context) }: Sending,
): Promise<void> {
  const place = { list, site: mailSite(context.site), origin: context.origin, now: at };
  await context.wiki.database.write((writer) => askContribution(writer, contribution, place, draft));
}

/** Posts the change of an author who is signed in; gives the token by which they follow it. */
export async function sendKnown(
  context: Context,
  contribution: Contribution,
  { list, draft }: Sending,
): Promise<string> {
  const { database } = context.wiki;
  const place = { list, site: mailSite(context.site), origin: context.origin, now: secondsOf(context) };
  const token = await database.write((writer) => keepContribution(writer, contribution, place, draft));
  const row = await contributionOf(database.reader, tokenHash(token));
  if (row) await postChange(context, row);
  return token;
}

/** Posts a change on its list, as it is kept. */
export async function postChange(context: Context, row: ContributionTable): Promise<void> {
  const { wiki, site, proposals } = context;
  const list = listsOf(site.settings).find(({ name }) => name === row.list);
  if (!list || !proposals) return;
  const workshop = { folder: await proposals.workshop(), gitDir: wiki.source.gitDir };
  const place = { database: wiki.database, workshop, list, site: mailSite(site), now: secondsOf(context) };
  await postContribution(place, row);
  proposals.posted();
}

/** Puts a change on the branch of the wiki, for an author who may: the index follows before this answers. */
export async function publishChange(
  context: Context,
  contribution: Contribution,
  author: KnownAuthor,
): Promise<Published> {
  const { wiki, proposals } = context;
  if (!proposals) return 'elsewhere';
  const workshop = { folder: await proposals.workshop(), gitDir: wiki.source.gitDir };
  const { lists } = context.site.settings;
  const place = { database: wiki.database, source: wiki.source, workshop, lists, now: secondsOf(context) };
  const published = await publishFiles(place, contribution, author);
  if (published === 'landed' || published === 'moved') await wiki.update({ refresh: false });
  return published;
}
