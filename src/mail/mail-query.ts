import type { MailMatch, Wanted } from '../store/mail-search.ts';
import type { ProposalState } from '../store/proposal-tables.ts';
import { OPEN_STATES } from '../store/proposals.ts';
import { type Analyser, partsOf, WORDS } from '../wiki/search/analyse.ts';
import { foldWord } from '../wiki/search/fold.ts';
import { stemsOfFolded } from '../wiki/search/stemming.ts';
import { isStopWord } from '../wiki/search/stop-words.ts';
import { FROM, listToken, monthToken, PATCH_TOKEN, SUBJECT, yearToken } from './found-by.ts';

/** A search of a list's messages, as it was understood. */
export interface MailQuery {
  /** Undefined when there is nothing to look for. */
  readonly match: MailMatch | undefined;
  /** The one message that it names. */
  readonly messageId: string | undefined;
  /** The stems to show in what is found. */
  readonly stems: ReadonlySet<string>;
  /** What it asks for that messages cannot be searched by. */
  readonly unknown: readonly string[];
}

const MAX_LENGTH = 1_000;
const MAX_WORDS = 32;
const DAY_S = 86_400;

/** Longer spans are looked for by their years, and those of more years by the words alone. */
const MAX_MONTHS = 36;
const MAX_YEARS = 40;

const QUOTES = /[“”„‟«»]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/g;
const PIECE =
  /(?<bracket>[()])|(?<minus>(?<![^\s(])-)?(?:(?<prefix>[a-z]{1,8}):(?=["<\S]))?(?:"(?<phrase>[^"]*)"?|<(?<name>[^<>\s]*)>?|(?<word>[^\s"()]+))/giu;

/** Prefixes that public-inbox knows, and whose words stand anywhere here. */
const ANYWHERE = new Set(['b', 'bs', 'nq', 'q', 'tc', 'tcf', 'c', 't', 'a', 'dfn', 'dfb', 'dfa', 'dfctx']);
const MARKS: Readonly<Record<string, string>> = { s: SUBJECT, f: FROM };

/**
 * Reads a search: words, `"phrases"` (their words), `s:` and `f:` before those of the subject and of the author,
 * `d:FROM..UNTIL` (`20240131` or `2024-01-31`), `is:patch`, `status:` before the state of a
 * proposal, `m:` before a Message-ID, `-` before what must not be, `OR` and
 * brackets. `dayStart` gives the first second of a day of the site (`2024-01-31`).
 */
export function readMailQuery(
  text: string,
  list: string,
  analyser: Analyser,
  dayStart: (day: string) => number,
): MailQuery {
  const clean = text.slice(0, MAX_LENGTH).toWellFormed().replace(CONTROL, ' ').replace(QUOTES, '"');
  const reading: Reading = { analyser, dayStart, room: MAX_WORDS, stems: new Set(), none: [], unknown: [] };
  const wanted = readGroup([...clean.matchAll(PIECE)].values(), reading, 0);
  const { messageId, stems, unknown, since, until, states, none } = reading;
  const asked = wanted ?? (reading.quiet && { all: reading.quiet });
  const isBare = since === undefined && until === undefined && states === undefined && none.length === 0;
  if (!asked && isBare) return { match: undefined, messageId, stems, unknown };
  const span = spanTokens(since, until);
  const all = [...(asked ? [asked] : []), ...(span ? [{ tokens: span }] : []), { tokens: [listToken(list)] }];
  if (states) all.push({ tokens: [PATCH_TOKEN] });
  const match = {
    all,
    none,
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    ...(states !== undefined && { states }),
  };
  return { match, messageId, stems, unknown };
}

/** What may follow `status:`. */
const STATES: Readonly<Record<string, readonly ProposalState[]>> = {
  open: OPEN_STATES,
  ...Object.fromEntries(
    (['proposed', 'needs_revision', 'superseded', 'approved', 'applied', 'rejected'] as const).map(
      (state) => [state, [state]],
    ),
  ),
};

/** What is found out on the way. */
interface Reading {
  readonly analyser: Analyser;
  readonly dayStart: (day: string) => number;
  /** For how many more words. */
  room: number;
  readonly stems: Set<string>;
  readonly none: Wanted[];
  readonly unknown: string[];
  /** Words that say nothing, for a search that has no others. */
  quiet?: Wanted[];
  messageId?: string;
  since?: number;
  until?: number;
  states?: readonly ProposalState[];
}

/** Deeper brackets group nothing. */
const MAX_DEPTH = 10;

/** What stands up to the bracket that closes: all of it, or what stands on either side of an `OR`. */
function readGroup(pieces: Iterator<RegExpExecArray>, reading: Reading, depth: number): Wanted | undefined {
  const sides: Wanted[][] = [[]];
  for (let piece = pieces.next(); !piece.done; piece = pieces.next()) {
    const { bracket, minus, prefix, phrase, word, name } = piece.value.groups ?? {};
    const side = sides.at(-1) as Wanted[];
    if (bracket === ')' && depth > 0 && depth < MAX_DEPTH) break;
    if (bracket === '(' && depth < MAX_DEPTH) side.push(...some(readGroup(pieces, reading, depth + 1)));
    else if (bracket || (word && prefix === undefined && /^(?:AND|NOT)$/.test(word))) continue;
    else if (word === 'OR' && prefix === undefined) sides.push([]);
    else
      side.push(
        ...readPiece(prefix?.toLowerCase(), phrase ?? name ?? word ?? '', minus !== undefined, reading),
      );
  }
  const filled = sides.filter((side) => side.length > 0).map((side) => ({ all: side }));
  return filled.length > 1 ? { any: filled } : filled[0];
}

function some<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value];
}

function readPiece(
  prefix: string | undefined,
  value: string,
  isExcluded: boolean,
  reading: Reading,
): Wanted[] {
  if (prefix === 'm' || prefix === 'mid') reading.messageId = value;
  else if (prefix === 'd' || prefix === 'dt' || prefix === 'rt') {
    const span = readSpan(value, reading.dayStart);
    if (span) Object.assign(reading, span);
    else reading.unknown.push(`${prefix}:${value}`);
  } else if (prefix === 'is' && value.toLowerCase() === 'patch')
    return put([{ tokens: [PATCH_TOKEN] }], isExcluded, reading);
  else if (prefix === 'status' && !isExcluded && Object.hasOwn(STATES, value.toLowerCase()))
    reading.states = STATES[value.toLowerCase()] as readonly ProposalState[];
  else if (prefix === 'is' || prefix === 'status') reading.unknown.push(`${prefix}:${value}`);
  else {
    const isKnown = prefix === undefined || Object.hasOwn(MARKS, prefix) || ANYWHERE.has(prefix);
    const mark = prefix === undefined ? '' : (MARKS[prefix] ?? '');
    const words = wordsOf(isKnown ? value : `${prefix} ${value}`, mark, reading.analyser);
    const telling = words.filter(({ isStop }) => !isStop);
    if (!isExcluded) for (const { stems } of telling) for (const stem of stems) reading.stems.add(stem);
    if (telling.length === 0 && words.length > 0 && !isExcluded) reading.quiet = words.slice(0, MAX_WORDS);
    return put(telling, isExcluded, reading);
  }
  return [];
}

function put(words: readonly Wanted[], isExcluded: boolean, reading: Reading): Wanted[] {
  const taken = words.slice(0, reading.room);
  reading.room -= taken.length;
  if (!isExcluded) return taken;
  if (taken.length > 0) reading.none.push({ all: taken });
  return [];
}

interface QueryWord {
  readonly tokens: string[];
  readonly stems: readonly string[];
  readonly isStop: boolean;
}

/** Each part of each word, in the stems that it may have in texts. */
function wordsOf(text: string, mark: string, analyser: Analyser): QueryWord[] {
  return (text.match(WORDS) ?? []).flatMap((written) => {
    if (/[+#]$/.test(written)) return [asTerms(written, mark, analyser)];
    return partsOf(written).flatMap((part) => {
      const folded = foldWord(part.normalize('NFC')).slice(0, 40);
      if (folded === '') return [];
      const typed = analyser.terms(part).map(({ stem }) => stem);
      const stems = [...new Set([...typed, ...stemsOfFolded(folded, analyser.language, analyser.stem)])];
      return [
        { tokens: stems.map((stem) => mark + stem), stems, isStop: isStopWord(folded, analyser.language) },
      ];
    });
  });
}

function asTerms(written: string, mark: string, analyser: Analyser): QueryWord {
  const stems = analyser.terms(written).map(({ stem }) => stem);
  return { tokens: stems.map((stem) => mark + stem), stems, isStop: false };
}

/** `20240101..20240131`, either end left out, or one day. The last day counts. */
function readSpan(
  text: string,
  dayStart: (day: string) => number,
): { readonly since?: number; readonly until?: number } | undefined {
  const [first = '', last = first] = text.split('..', 2);
  const [from, to] = [readDay(first), readDay(last)];
  if ((first !== '' && !from) || (last !== '' && !to) || (!from && !to)) return undefined;
  return { ...(from && { since: dayStart(from) }), ...(to && { until: dayStart(dayAfter(to)) }) };
}

function readDay(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})-?(\d\d)-?(\d\d)(?:\d{6})?$/.exec(text) ?? [];
  const written = `${year}-${month}-${day}`;
  const time = Date.parse(`${written}T00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(written) ? written : undefined;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00Z`) + DAY_S * 1000).toISOString().slice(0, 10);
}

/** The months or years of a span, one of which a message has. */
function spanTokens(since: number | undefined, until: number | undefined): string[] | undefined {
  if (since === undefined || until === undefined || until <= since) return undefined;
  const of = (token: (seconds: number) => string, step: number) => {
    const tokens = new Set<string>();
    for (let at = since - DAY_S; at < until + DAY_S; at += step * DAY_S) tokens.add(token(at));
    return [...tokens.add(token(until + DAY_S))];
  };
  const days = (until - since) / DAY_S;
  if (days < MAX_MONTHS * 30) return of(monthToken, 20);
  return days < MAX_YEARS * 365 ? of(yearToken, 300) : undefined;
}
