import type { ProposalMessageTable } from '../store/proposal-tables.ts';
import { nameOf, type Telling } from './notices.ts';

/** What a commit of the wiki says of where it came from: who reviewed it, and the message in the archive. */
export function trailersOf(
  { site, list, proposal }: Telling,
  message: ProposalMessageTable | undefined,
): string[] {
  const isReviewed = proposal.state === 'approved' && proposal.decided_by !== '';
  const reviewed = isReviewed ? [`Reviewed-by: ${nameOf(proposal.decided_by)} <${proposal.decided_by}>`] : [];
  if (!site.origin || !message) return reviewed;
  const id = encodeURIComponent(message.message_id).replaceAll('%40', '@');
  return [...reviewed, `Link: ${site.origin}/-/lists/${list.name}/${id}/`];
}

const TRAILERS = /(?:^|\n\n)(?:[A-Za-z][A-Za-z-]*: \S.*\n?)+$/;

/** A message with these trailers besides those it has (git-interpret-trailers(1)). */
export function withTrailers(message: string, trailers: readonly string[]): string {
  if (trailers.length === 0) return message;
  const text = message.trimEnd();
  const hasSome = text.includes('\n\n') && TRAILERS.test(text);
  return `${text}${hasSome ? '\n' : '\n\n'}${trailers.join('\n')}\n`;
}
