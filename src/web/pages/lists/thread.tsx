import { type ThreadNode, threadTree } from '../../../mail/thread-tree.ts';
import { messagesOfThread, missingOfThread } from '../../../store/mail-messages.ts';
import type { MailMessageTable } from '../../../store/mail-tables.ts';
import { peopleOfThreads, threadNumbered } from '../../../store/mail-threads.ts';
import type { Answer } from '../../answer.ts';
import { type Context, messagesOf } from '../../context.ts';
import { anchorOf, listHref, messageHref, parentsOf } from '../../lists/list-addresses.ts';
import type { ListPlace } from '../../lists/list-place.ts';
import { messagePart } from '../../lists/message-part.tsx';
import { overview, sameSubject } from '../../lists/overview.ts';
import { personName } from '../../lists/shielded.ts';
import { messageHead } from '../../lists/shown-message.ts';
import { unbroken } from '../../lists/unbroken.ts';
import { ownPage } from '../../own-page.tsx';
import { type ThreadMessage, ThreadPage } from '../../views/lists/thread-page.tsx';
import { messageOr } from './message-or.tsx';

const PER_PAGE = 60;

/** The tree of a longer thread is that of its first messages. */
export const MAX_IN_TREE = 1_000;

/** Answers that are deeper are shown at this depth. */
const MAX_DEPTH = 5;

type Row = MailMessageTable;

/** The thread of a message: `…/T/` in the order of its dates, `…/t/` each answer under what it answers; `?page=2` what follows. */
export async function threadPage(
  context: Context,
  list: ListPlace,
  messageId: string,
  form: 'flat' | 'nested',
): Promise<Answer> {
  return await messageOr(context, list, messageId, async (row) => {
    const { ask, site, query, origin } = context;
    const { language } = list;
    const messages = messagesOf(context, language);
    const rows = await ask(messagesOfThread, row.thread, MAX_IN_TREE);
    const tree = threadTree(rows, await ask(missingOfThread, row.thread, MAX_IN_TREE));
    const thread = await ask(threadNumbered, row.thread);
    const total = thread?.messages ?? rows.length;
    const page = Math.min(Math.max(Number.parseInt(query.get('page') ?? '1', 10) || 1, 1), 10_000);
    const start = (page - 1) * PER_PAGE;
    const nested = nestedOrder(tree);
    const isBeyond = start >= MAX_IN_TREE;
    const shown =
      form === 'nested' && !isBeyond
        ? nested.slice(start, start + PER_PAGE)
        : await flatOrder(context, row.thread, start);
    const authors = new Map(shown.map(({ row }) => [row.message_id, row]));
    const subject = thread?.subject ?? '';
    const shownSubject = unbroken(subject) || messages.lists.noSubject;
    const people = new Set(
      (await ask(peopleOfThreads, [row.thread])).map(({ from_name, from_address }) =>
        personName(from_name, from_address, messages.lists.nobody),
      ),
    );
    const path = form === 'flat' ? 'T/' : 't/';
    const at = (number: number) =>
      listHref(
        site,
        list,
        number > 1 ? { page: String(number) } : {},
        messageHref(site, { ...list, language: site.defaultLanguage }, messageId, path).slice(
          `/-/lists/${list.name}/`.length,
        ),
      );
    const pageOf = new Map(
      (form === 'flat' ? rows : nested.map(({ row }) => row)).map((one, index) => [
        one.message_id,
        Math.floor(index / PER_PAGE) + 1,
      ]),
    );
    const hrefOf = (one: Row) => {
      const number = pageOf.get(one.message_id) ?? 1;
      return `${number === page ? '' : at(number)}#${anchorOf(one.message_id)}`;
    };
    const view = (kind: 'flat' | 'nested', label: string) => ({
      label,
      href: kind === form ? undefined : messageHref(site, list, messageId, kind === 'flat' ? 'T/' : 't/'),
    });
    return await ownPage(context, {
      language,
      title: `${shownSubject} – ${list.title}`,
      href: at(page),
      parents: parentsOf(context, list),
      alternates: [
        {
          href: messageHref(site, list, messageId, 't.atom'),
          type: 'application/atom+xml',
          title: shownSubject,
        },
      ],
      ...(form === 'nested' && { canonical: origin + threadHref(context, list, rows[0] ?? row, page) }),
      content: (
        <ThreadPage
          messages={messages}
          subject={shownSubject}
          counts={[messages.lists.messages(total), messages.lists.people(people.size)]}
          views={[view('nested', messages.lists.message.nested), view('flat', messages.lists.message.flat)]}
          thread={
            await Promise.all(
              shown.map(async ({ row: one, depth }): Promise<ThreadMessage> => {
                const parent = one.in_reply_to === null ? undefined : authors.get(one.in_reply_to);
                return {
                  ...messageHead(context, list, one),
                  body: await messagePart(context, list, one),
                  depth: Math.min(depth, MAX_DEPTH),
                  isRenamed: !sameSubject(one.subject, (form === 'nested' && parent?.subject) || subject),
                  parent: parent && {
                    label: personName(parent.from_name, parent.from_address, messages.lists.nobody),
                    href: hrefOf(parent),
                  },
                };
              }),
            )
          }
          overview={overview(context, tree, { list, subject, here: undefined, href: hrefOf })}
          mboxHref={messageHref(site, { ...list, language: site.defaultLanguage }, messageId, 't.mbox.gz')}
          feedHref={messageHref(site, list, messageId, 't.atom')}
          pager={{
            ...(page > 1 && { newerHref: at(page - 1) }),
            ...(start + PER_PAGE < total && { olderHref: at(page + 1) }),
          }}
        />
      ),
    });
  });
}

/** A thread is many addresses: the one that counts is that of its first message. */
function threadHref({ site }: Context, list: ListPlace, first: Row, page: number): string {
  const href = messageHref(site, list, first.message_id, 't/');
  return page === 1 ? href : `${href}${href.includes('?') ? '&' : '?'}page=${page}`;
}

interface Placed {
  readonly row: Row;
  readonly depth: number;
}

function nestedOrder(nodes: readonly ThreadNode<Row>[], depth = 0): Placed[] {
  return nodes.flatMap(({ message, children }) => [
    ...(message ? [{ row: message, depth }] : []),
    ...nestedOrder(children, message ? depth + 1 : depth),
  ]);
}

async function flatOrder({ ask }: Context, thread: number, start: number): Promise<Placed[]> {
  return (await ask(messagesOfThread, thread, PER_PAGE, start)).map((row) => ({ row, depth: 0 }));
}
