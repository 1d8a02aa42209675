import type { ObjectReader } from '../../git/objects.ts';
import { commitNamed, indexedCommit } from '../../store/commits.ts';
import type { Database, Reader } from '../../store/database.ts';
import { followById, followSaw, followsToTell } from '../../store/page-follows.ts';
import { pageAt } from '../../store/pages.ts';
import type { PageFollowTable } from '../../store/subscription-tables.ts';
import { encodeAddress } from '../../wiki/addresses.ts';
import { nameOf } from '../../wiki/paths.ts';
import type { MailList } from '../list.ts';
import type { MailSite } from '../mail-site.ts';
import { queueOwnMail } from '../own-mail.ts';
import { signId, siteSecret } from '../tokens.ts';
import { mailLocale, mailWordsFor } from '../words/mail-words-for.ts';
import { changesToTell } from './followed-changes.ts';

/** Nobody is told more often than once an hour. */
const INTERVAL = 3_600;

export interface TellingContext {
  readonly database: Database;
  readonly objects: Pick<ObjectReader, 'read'>;
  /** In whose name it is told; the wiki has one at least. */
  readonly list: MailList;
  readonly site: MailSite;
  /** Seconds since 1970. */
  readonly now: number;
}

/**
 * Tells those who follow a page, a folder or the wiki what changed there since they were last told. What a follower knows
 * of moves in the transaction that queues their mail. Says how many mails there are.
 */
export async function tellFollowers(context: TellingContext): Promise<number> {
  const { database, now } = context;
  const head = await indexedCommit(database.reader);
  if (head === '') return 0;
  let told = 0;
  for (const follow of await followsToTell(database.reader, now - INTERVAL))
    if (follow.seen_commit !== head && (await tell(context, follow, head))) told++;
  return told;
}

async function tell(
  { database, objects, list, site, now }: TellingContext,
  follow: PageFollowTable,
  head: string,
): Promise<boolean> {
  const { id, language, path } = follow;
  const seen = await commitNamed(database.reader, follow.seen_commit);
  const { origin } = site;
  // After a forced push, or where links cannot be given, they begin again from here.
  if (!seen || origin === undefined) {
    await database.write((writer) => followSaw(writer, id, { commit: head }));
    return false;
  }
  const date = dates(language, site.timezone);
  const told = await changesToTell(database.reader, objects, path, seen.seq, { origin, language, date });
  if (told.changes.length === 0) {
    await database.write((writer) => followSaw(writer, id, { commit: head, path: told.path }));
    return false;
  }
  const what = await titleOf(database.reader, told.path, site.title(language));
  return await database.write(async (writer) => {
    // Another process may have told them meanwhile.
    if ((await followById(writer, id))?.seen_commit !== follow.seen_commit) return false;
    const stop = `${origin}/-/follow/stop/${signId(await siteSecret(writer), 'unfollow', id)}`;
    const history = told.path.endsWith('/')
      ? `${origin}/-/recent`
      : `${origin}/-/history${encodeAddress(`/${told.path}`)}`;
    await followSaw(writer, id, { commit: head, path: told.path, toldAt: now });
    await queueOwnMail(writer, {
      list,
      to: follow.address,
      ...mailWordsFor(language).changes({ what, site: origin, ...told, history, stop }),
      language,
      now,
      subscriber: id,
      fromName: site.title(language),
      headers: { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
    });
    return true;
  });
}

async function titleOf(reader: Reader, path: string, siteTitle: string): Promise<string> {
  if (path === '/') return siteTitle;
  if (path.endsWith('/')) return path;
  return (await pageAt(reader, path))?.title ?? nameOf(path);
}

function dates(language: string, timeZone: string): (seconds: number) => string {
  const format = new Intl.DateTimeFormat(mailLocale(language), {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  });
  return (seconds) => format.format(new Date(seconds * 1000));
}
