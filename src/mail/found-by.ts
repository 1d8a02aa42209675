import { type Analyser, WORDS } from '../wiki/search/analyse.ts';

/** What of a message it is found by. */
export interface FoundBy {
  readonly list: string;
  readonly subject: string;
  /** The name and the address. */
  readonly from: string;
  readonly text: string;
  /** The names of what is attached. */
  readonly files: readonly string[];
  readonly isPatch: boolean;
  /** Seconds since 1970. */
  readonly sentAt: number;
}

/** Longer texts are found by their beginning. */
const MAX_TEXT = 65_536;
const MAX_TOKENS = 6_000;

/** What a reply quotes is in the message that it answers: it is found there. */
const QUOTED = /^[ \t]*>.*$/gm;

/** The list that a message is of, as a token. */
export const listToken = (list: string) => `l.${list.replaceAll('-', '_')}`;
export const PATCH_TOKEN = 'is.patch';

/** The month and the year of a moment, in UTC. */
export const monthToken = (seconds: number) => `m.${isoMonth(seconds).replace('-', '')}`;
export const yearToken = (seconds: number) => `y.${isoMonth(seconds).slice(0, 4)}`;

/** What the words of a subject and of an author are marked with, besides being words like all others. */
export const SUBJECT = 's.';
export const FROM = 'f.';

/** The tokens of a message: the stems of all its words, and where some of them are. */
export function foundBy(message: FoundBy, analyser: Analyser): ReadonlySet<string> {
  const { list, subject, from, text, files, isPatch, sentAt } = message;
  const tokens = new Set([listToken(list), monthToken(sentAt), yearToken(sentAt)]);
  if (isPatch) tokens.add(PATCH_TOKEN);
  for (const stem of stemsOf(subject, analyser)) tokens.add(stem).add(SUBJECT + stem);
  for (const stem of stemsOf(from, analyser)) tokens.add(stem).add(FROM + stem);
  for (const stem of stemsOf(files.join(' '), analyser)) tokens.add(stem);
  for (const stem of stemsOf(text.slice(0, MAX_TEXT).replace(QUOTED, ''), analyser)) {
    if (tokens.size >= MAX_TOKENS) break;
    tokens.add(stem);
  }
  analyser.forgetSome();
  return tokens;
}

function* stemsOf(text: string, analyser: Analyser): Generator<string> {
  for (const written of text.match(WORDS) ?? [])
    for (const { stem } of analyser.terms(written)) if (stem !== '') yield stem;
}

function isoMonth(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 7);
}
