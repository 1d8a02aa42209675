import { type LineRange, MAX_QUOTED, type Quote, quoteLines } from '../../proposals/review/quote-lines.ts';
import { decodeText, isBinary } from '../../wiki/decode.ts';
import { diffTexts } from '../../wiki/text-diff.ts';
import type { Context } from '../context.ts';
import { MAX_FILE_BYTES, type ShownProposal, startOf, versionIn } from './shown-proposal.ts';

/** Lines of a file that a proposal changes. */
export interface ReviewedLines extends LineRange {
  readonly path: string;
}

/** The lines that a request names; undefined where it is about the whole. */
export function askedLines(sent: URLSearchParams): ReviewedLines | undefined {
  const path = sent.get('file') ?? '';
  if (path === '') return undefined;
  const number = (name: string) => Math.min(Math.max(Math.floor(Number(sent.get(name))) || 1, 1), 1_000_000);
  const [one, other] = [number('from'), sent.has('to') ? number('to') : number('from')];
  const from = Math.min(one, other);
  const side = sent.get('side') === 'old' ? 'old' : 'new';
  return { path, side, from, to: Math.min(Math.max(one, other), from + MAX_QUOTED - 1) };
}

/** The lines of a proposal, to be quoted; undefined where it does not have them. */
export async function quoteOf(
  context: Context,
  { revision, trial }: Pick<ShownProposal, 'revision' | 'trial'>,
  { path, ...range }: ReviewedLines,
): Promise<Quote | undefined> {
  if (revision.tip === null || !trial.paths.includes(path)) return undefined;
  const before = await textIn(context, startOf(revision), path);
  const after = await textIn(context, revision.tip, path);
  if (before === undefined || after === undefined) return undefined;
  const hunks = diffTexts(before, after, { context: Number.MAX_SAFE_INTEGER });
  return hunks && quoteLines(path, hunks, range);
}

/** The text of a file of a commit, empty where there is none; undefined where it is no text that is compared. */
async function textIn(context: Context, commit: string, path: string): Promise<string | undefined> {
  const { objects } = context.wiki;
  const file = await versionIn(context, commit, path);
  if (!file) return '';
  if ((await objects.size(file.oid)) > MAX_FILE_BYTES) return undefined;
  const bytes = await objects.read(file.oid);
  return isBinary(bytes) ? undefined : decodeText(bytes).text.replaceAll('\r\n', '\n');
}
