import { type BodyBlock, bodyBlocks } from '../../mail/body-blocks.ts';
import { readMailQuery } from '../../mail/mail-query.ts';
import { parseMessage } from '../../mail/mime/parse.ts';
import { messageText } from '../../mail/readable.ts';
import { messageNamed } from '../../store/mail-messages.ts';
import { matchingMail } from '../../store/mail-search.ts';
import type { MailMessageTable } from '../../store/mail-tables.ts';
import { excerptOf, type Highlights, highlight } from '../../wiki/search/excerpt.ts';
import { type Context, messagesOf, ownAddress } from '../context.ts';
import type { MailHit, MailResultsProps } from '../views/lists/mail-search.tsx';
import { LISTS, listHref, messageHref } from './list-addresses.ts';
import type { ListPlace } from './list-place.ts';
import { dayStart, moment } from './moment.ts';
import { personName, shielded } from './shielded.ts';

const HITS = 25;

/** What of a message an excerpt is cut from. */
const MAX_READ = 20_000;

/** What a search finds in a list: so many messages with a number below `before`, and what it asked in vain. */
export async function findMail(
  { ask, site }: Pick<Context, 'ask' | 'site'>,
  { name, archives }: ListPlace,
  text: string,
  range: { readonly before?: number; readonly limit: number },
): Promise<{ rows: MailMessageTable[]; stems: ReadonlySet<string>; unknown: readonly string[] }> {
  const analyser = archives.analysers.of(site.defaultLanguage);
  const { match, messageId, stems, unknown } = readMailQuery(text, name, analyser, dayStart(site));
  const named = messageId === undefined ? undefined : await ask(messageNamed, name, messageId);
  if (messageId !== undefined)
    return { rows: named === undefined || named === 'erased' ? [] : [named], stems, unknown };
  return { rows: match ? await ask(matchingMail, match, range) : [], stems, unknown };
}

/** The results of a search, for the page of a list. */
export async function mailResults(
  context: Context,
  list: ListPlace,
  text: string,
): Promise<MailResultsProps> {
  const { site, query } = context;
  const { language, name } = list;
  const before = /^\d{1,9}$/.test(query.get('before') ?? '') ? Number(query.get('before')) : undefined;
  const { rows, stems, unknown } = await findMail(context, list, text, {
    limit: HITS + 1,
    ...(before !== undefined && { before }),
  });
  const shown = rows.slice(0, HITS);
  const last = shown.at(-1);
  const post = (more: Record<string, string>) =>
    ownAddress(site, `${LISTS}${name}/`, site.defaultLanguage, { x: 'm', ...more, q: text });
  const highlights = { stems: new Map([...stems].map((stem) => [stem, 1])), phrases: [] };
  return {
    messages: messagesOf(context, language),
    text,
    hits: await Promise.all(shown.map((row) => hit(context, list, row, highlights))),
    isMore: rows.length > HITS,
    unknown,
    backHref: listHref(site, list),
    feedHref: listHref(site, list, { q: text, x: 'A' }),
    olderHref:
      rows.length > HITS && last ? listHref(site, list, { q: text, before: String(last.id) }) : undefined,
    download: { messages: post({}), threads: post({ t: '1' }) },
  };
}

/** What somebody wrote: neither what they quote, nor what Git writes around their patch. */
function ownWords(blocks: readonly BodyBlock[]): string {
  const texts = blocks.flatMap((block) => {
    switch (block.kind) {
      case 'paragraph':
      case 'fixed':
        return block.text
          .split('\n')
          .filter((line) => !DIFFSTAT.test(line))
          .join(' ');
      case 'items':
        return block.items.map(({ text }) => text).join(' ');
      case 'diff':
        return block.lines
          .filter(({ kind }) => kind === 'added' || kind === 'removed')
          .map(({ text }) => text)
          .join(' ');
      default:
        return [];
    }
  });
  return texts.join('\n');
}

const DIFFSTAT = /^-{2,3}\s*$|^ \S.*\|\s+(?:\d+|Bin)\b|^ \d+ files? changed\b/;

async function hit(
  context: Context,
  list: ListPlace,
  row: MailMessageTable,
  highlights: Highlights,
): Promise<MailHit> {
  const { site } = context;
  const messages = messagesOf(context, list.language);
  const analyser = list.archives.analysers.of(site.defaultLanguage);
  const message = parseMessage(await list.archives.read(list.name, row.oid));
  const text = shielded(ownWords(bodyBlocks(messageText(message).slice(0, MAX_READ))));
  return {
    href: messageHref(site, list, row.message_id),
    subject: highlight(row.subject || messages.lists.noSubject, analyser, highlights),
    author: personName(row.from_name, row.from_address, messages.lists.nobody),
    sent: moment(site, messages, row.sent_at),
    isPatch: row.is_patch === 1,
    excerpt: excerptOf(text, [], analyser, highlights).segments,
  };
}
