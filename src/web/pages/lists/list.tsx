import { Invalid } from '../../../config/errors.ts';
import { type MailListSize, mailListSize } from '../../../store/mail-lists.ts';
import { type ThreadCursor, threadsOf } from '../../../store/mail-threads.ts';
import type { Answer } from '../../answer.ts';
import { type Context, messagesOf } from '../../context.ts';
import { listHref, parentsOf } from '../../lists/list-addresses.ts';
import type { ListPlace } from '../../lists/list-place.ts';
import { mailResults } from '../../lists/mail-results.ts';
import { moment } from '../../lists/moment.ts';
import { threadEntries } from '../../lists/thread-entries.ts';
import { readThreadPosition, writeThreadPosition } from '../../lists/thread-position.ts';
import { ownPage } from '../../own-page.tsx';
import { ListPage } from '../../views/lists/list-page.tsx';
import { listFeed } from './feeds.tsx';

const THREADS = 40;
const MAX_TEXT = 1_000;

/** A list's threads, `?before=` those of the page before, or what `?q=` finds: as Atom with `?x=A`. */
export async function listPage(context: Context, list: ListPlace): Promise<Answer> {
  const { ask, site, query, origin } = context;
  const { language, name } = list;
  const messages = messagesOf(context, language);
  const text = searchText(query);
  if (text !== '' && query.get('x') === 'A') return await listFeed(context, list, 'atom', text);
  const before = readCursor(query.get('before'));
  const found =
    text === '' ? await ask(threadsOf, name, { limit: THREADS + 1, ...(before && { before }) }) : [];
  const shown = found.slice(0, THREADS);
  const last = shown.at(-1);
  const href = listHref(site, list);
  const feedHref = listHref(site, list, {}, 'new.atom');
  const { address } = list.settings;
  return await ownPage(context, {
    language,
    title: text === '' ? list.title : `${messages.lists.search.title(text)} – ${list.title}`,
    href,
    parents: parentsOf(context, list).slice(0, 1),
    searches: text !== '',
    alternates: [{ href: feedHref, type: 'application/atom+xml', title: list.title }],
    ...(text === '' && !before && { canonical: origin + href }),
    content: (
      <ListPage
        messages={messages}
        title={list.title}
        description={list.description}
        counts={listSizes(context, list, await ask(mailListSize, name))}
        form={{
          messages,
          action: listHref(site, { name, language: site.defaultLanguage }),
          text,
          kept: language === site.defaultLanguage ? [] : [['lang', language]],
        }}
        threads={await threadEntries(context, list, shown)}
        pager={{
          ...(before && { newerHref: href }),
          ...(found.length > THREADS &&
            last && { olderHref: listHref(site, list, { before: writeThreadPosition(last) }) }),
        }}
        part={{
          address,
          subscribeHref: listHref(site, list, {}, 'subscribe'),
          sendEmail: `git send-email --to=${address} HEAD^`,
          clone: `git clone --mirror ${origin}/-/lists/${name}/0 ${name}/git/0.git`,
          mboxHref: listHref(site, { name, language: site.defaultLanguage }, {}, 'all.mbox.gz'),
          feedHref,
        }}
        results={text === '' ? undefined : await mailResults(context, list, text)}
      />
    ),
  });
}

export function searchText(query: URLSearchParams): string {
  return (query.get('q') ?? '').trim().slice(0, MAX_TEXT);
}

/** How much a list holds, in words. */
export function listSizes(context: Context, { language }: ListPlace, size: MailListSize): string[] {
  const messages = messagesOf(context, language);
  const words = messages.lists;
  if (size.messages === 0 || size.startedAt === null) return [];
  return [
    words.threads(size.threads),
    words.messages(size.messages),
    words.since(messages.month(moment(context.site, messages, size.startedAt).iso)),
  ];
}

function readCursor(text: string | null): ThreadCursor | undefined {
  if (text === null) return undefined;
  const position = readThreadPosition(text);
  if (!position)
    throw new Invalid('What stands after before= is not what this page gave.', 'Start from the first page.');
  return position;
}
