import { parseMessage } from '../../mail/mime/parse.ts';
import {
  type QuotedLine,
  type ReviewComment,
  reviewComments,
} from '../../proposals/patch/review-comments.ts';
import { contributorOf } from '../../store/contributions.ts';
import { messagesOfThread } from '../../store/mail-messages.ts';
import { messagesOfRevision } from '../../store/proposal-messages.ts';
import { revisionsOf } from '../../store/revisions.ts';
import type { DiffLine, Hunk } from '../../wiki/text-diff.ts';
import type { Context } from '../context.ts';
import { findList } from '../lists/list-place.ts';
import type { Moment } from '../lists/moment.ts';
import { personName } from '../lists/shielded.ts';
import { messageHead, readMessage } from '../lists/shown-message.ts';

/** What somebody says of a line, and where. */
export interface LineComment extends ReviewComment {
  readonly author: string;
  /** Of who says it: their address is shown to nobody. */
  readonly reviewer: { readonly name: string; readonly address: string };
  /** The message, and its place among what the message says. */
  readonly messageId: string;
  readonly place: number;
  readonly sent: Moment;
  readonly href: string;
}

/** A comment, beside the line of a diff that it is about. */
export interface PlacedComment extends LineComment {
  readonly beside: DiffLine;
}

/** Answers that are read for what they say of lines. */
const MAX_ANSWERS = 100;

/** What the answers to all the versions of a proposal say of lines that they quote, the oldest first. */
export async function askLineComments(
  context: Context,
  proposal: { readonly number: number; readonly list: string },
  language: string,
): Promise<LineComment[]> {
  const { ask } = context;
  const list = findList(context, proposal.list, language);
  if (!list) return [];
  const revisions = await ask(revisionsOf, proposal.number);
  const comments: LineComment[] = [];
  for (const thread of new Set(revisions.map((revision) => revision.thread))) {
    const own = revisions.filter((revision) => revision.thread === thread);
    const patches = new Set<string>();
    for (const { id } of own)
      for (const { message_id } of await ask(messagesOfRevision, id)) patches.add(message_id);
    const answers = (await ask(messagesOfThread, thread, MAX_ANSWERS)).filter(
      ({ message_id }) => !patches.has(message_id),
    );
    for (const row of answers) {
      const { author: named, sent, href } = messageHead(context, list, row);
      const posted = await ask(contributorOf, list.name, row.message_id);
      const reviewer = posted ?? { name: row.from_name, address: row.from_address };
      const author = posted ? personName(posted.name, posted.address, named) : named;
      const of = { author, reviewer, messageId: row.message_id, sent, href };
      const { text } = readMessage(parseMessage(await list.archives.read(list.name, row.oid)));
      comments.push(...reviewComments(text).map((comment, place) => ({ ...comment, ...of, place })));
    }
  }
  return comments;
}

/** Those that are about lines of the diff of a file. A line that a later version changed has none. */
export function placeComments(
  path: string,
  hunks: readonly Pick<Hunk, 'lines'>[],
  comments: readonly LineComment[],
): PlacedComment[] {
  const lines = hunks.flatMap((hunk) => hunk.lines);
  return comments.flatMap((comment) => {
    if (comment.path !== undefined && comment.path !== path) return [];
    const isBeside = (line: DiffLine, { kind, text }: QuotedLine) =>
      line.kind === kind && textOf(line).trim() === text.trim();
    // Below the last line that changes, what is quoted may stand where the diff has no line.
    const changed = comment.quoted.findLastIndex(({ kind }) => kind !== 'context');
    const beside = comment.quoted
      .slice(Math.max(changed, 0))
      .toReversed()
      .flatMap((quoted) => lines.find((line) => isBeside(line, quoted)) ?? [])
      .at(0);
    return beside ? [{ ...comment, beside }] : [];
  });
}

function textOf({ segments }: DiffLine): string {
  return segments.map(({ text }) => text).join('');
}
