import { threadTree } from '../../../mail/thread-tree.ts';
import { readVerdicts, type Verdict } from '../../../mail/verdicts.ts';
import { messageNamed, messagesOfThread, missingOfThread } from '../../../store/mail-messages.ts';
import type { MailMessageTable } from '../../../store/mail-tables.ts';
import type { Answer } from '../../answer.ts';
import { type Context, messagesOf } from '../../context.ts';
import { messageHref, parentsOf } from '../../lists/list-addresses.ts';
import type { ListPlace } from '../../lists/list-place.ts';
import { overview } from '../../lists/overview.ts';
import { personName } from '../../lists/shielded.ts';
import { showMessage } from '../../lists/shown-message.ts';
import type { Messages } from '../../messages/messages.ts';
import { ownPage } from '../../own-page.tsx';
import { MessagePage, type MessagePageProps, type ShownOrigin } from '../../views/lists/message-page.tsx';
import { messageOr } from './message-or.tsx';

/** A longer thread is read on its own page. */
const MAX_IN_OVERVIEW = 200;

/** One message: `/-/lists/NAME/MESSAGE-ID/`. */
export async function messagePage(context: Context, list: ListPlace, messageId: string): Promise<Answer> {
  return await messageOr(context, list, messageId, async (row) => {
    const { site, origin } = context;
    const { language } = list;
    const messages = messagesOf(context, language);
    const message = await showMessage(context, list, row);
    return await ownPage(context, {
      language,
      title: `${message.subject} – ${message.author}`,
      href: message.href,
      parents: parentsOf(context, list),
      canonical: origin + message.href,
      alternates: [
        {
          href: messageHref(site, list, messageId, 't.atom'),
          type: 'application/atom+xml',
          title: message.subject,
        },
      ],
      content: (
        <MessagePage
          messages={messages}
          message={message}
          parent={await parentOf(context, list, row)}
          origin={originOf(messages, row)}
          thread={await threadAround(context, list, row)}
          mboxHref={messageHref(site, { ...list, language: site.defaultLanguage }, messageId, 't.mbox.gz')}
          sendEmail={`git send-email --in-reply-to=${quotedForShell(`<${messageId}>`)} --to=${list.settings.address} HEAD^`}
        />
      ),
    });
  });
}

async function parentOf(
  context: Context,
  list: ListPlace,
  { in_reply_to }: MailMessageTable,
): Promise<MessagePageProps['parent']> {
  if (in_reply_to === null) return undefined;
  const { nobody } = messagesOf(context, list.language).lists;
  const parent = await context.ask(messageNamed, list.name, in_reply_to);
  if (parent === undefined || parent === 'erased') return { label: '', href: undefined };
  return {
    label: personName(parent.from_name, parent.from_address, nobody),
    href: messageHref(context.site, list, in_reply_to),
  };
}

async function threadAround(
  context: Context,
  list: ListPlace,
  row: MailMessageTable,
): Promise<MessagePageProps['thread']> {
  const { ask, site } = context;
  const rows = await ask(messagesOfThread, row.thread, MAX_IN_OVERVIEW);
  if (rows.length < 2) return undefined;
  const tree = threadTree(rows, await ask(missingOfThread, row.thread, MAX_IN_OVERVIEW));
  const position = rows.findIndex(({ id }) => id === row.id) + 1;
  return {
    href: messageHref(site, list, row.message_id, 't/'),
    position:
      position === 0 ? '' : messagesOf(context, list.language).lists.message.inThread(position, rows.length),
    nodes: overview(context, tree, {
      list,
      subject: rows[0]?.subject ?? '',
      here: row.message_id,
      href: ({ message_id }) => messageHref(site, list, message_id),
    }),
  };
}

/** What was verified, in a sentence and in full; undefined of what nobody verified, as old archives. */
function originOf(messages: Messages, { results, from_address }: MailMessageTable): ShownOrigin | undefined {
  const verdicts = readVerdicts(results);
  if (verdicts.length === 0) return undefined;
  const words = messages.lists.verified;
  return {
    ...judged(messages, verdicts, from_address.slice(from_address.lastIndexOf('@') + 1)),
    details: verdicts.map(({ method, result, domain }) => ({
      name: words.methods[method],
      result: words.result(result),
      domain,
    })),
  };
}

function judged(
  { lists: { verified: words } }: Messages,
  verdicts: readonly Verdict[],
  author: string,
): Pick<ShownOrigin, 'kind' | 'sentence'> {
  const of = (method: Verdict['method']) => verdicts.find((verdict) => verdict.method === method);
  const [dmarc, dkim, spf] = [of('dmarc'), of('dkim'), of('spf')];
  const isAuthors = (domain: string | undefined) => domain === undefined || domain === author.toLowerCase();
  if (dmarc?.result === 'pass' && isAuthors(dmarc.domain))
    return { kind: 'good', sentence: words.from(author) };
  if (dmarc?.result === 'fail') return { kind: 'bad', sentence: words.failed(author) };
  if (dkim?.result === 'pass' && dkim.domain !== undefined)
    return { kind: 'good', sentence: words.signed(dkim.domain) };
  if (spf?.result === 'pass' && spf.domain !== undefined)
    return { kind: 'unknown', sentence: words.sent(spf.domain) };
  return { kind: 'unknown', sentence: words.unknown };
}

/** A word of a POSIX shell, whatever it holds. */
function quotedForShell(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
