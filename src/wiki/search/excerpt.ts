import type { PassageHeading } from '../../markdown/passages.ts';
import { type Analyser, elisionLength, WORDS } from './analyse.ts';
import { foldWord } from './fold.ts';
import type { Segment } from './results.ts';

/** What to show in a text: words by their stems, each with what it is worth, and phrases. */
export interface Highlights {
  readonly stems: ReadonlyMap<string, number>;
  readonly phrases: readonly RegExp[];
}

/** In characters. */
const LENGTH = 240;
const LEAD = 60;
const MAX_READ = 100_000;

/**
 * How much of a stem is in each of its words, in letters: an algorithm changes the end. Finding the stem of every word of a
 * text would take a hundred times longer than passing over those that have not that much.
 */
const startOf = (stem: string) => stem.slice(0, Math.max(2, stem.length - 2));

const JOINTS = /['’ʼ＇‐‑-]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
const ASCII = /^[\x00-\x7f]*$/;

/** Languages in which a word's first letters change, and its stem is found after them. */
const MUTATING = new Set(['ga']);

interface Found {
  readonly start: number;
  readonly end: number;
  /** What it is: two of the same stem are worth little more than one. */
  readonly what: string;
  readonly worth: number;
}

export interface Excerpt {
  readonly segments: readonly Segment[];
  /** The heading it is under; none for the beginning of a text that has nothing of what is looked for. */
  readonly heading: PassageHeading | undefined;
}

/** The part of a text that has most of what is looked for. */
export function excerptOf(
  text: string,
  headings: readonly PassageHeading[],
  analyser: Analyser,
  highlights: Highlights,
): Excerpt {
  const read = text.slice(0, MAX_READ).trimEnd();
  const found = find(read, analyser, highlights);
  const first = bestStart(found);
  if (!first) return { segments: cut(read, 0, LENGTH, []), heading: undefined };
  const heading = headings.findLast(({ at }) => at <= first.start);
  const underHeading = heading ? endOfLine(read, heading.at) : 0;
  const start = Math.max(underHeading, wordStart(read, first.start - LEAD));
  return { segments: cut(read, start, start + LENGTH, found), heading };
}

/** A text whole, with what is looked for marked. */
export function highlight(text: string, analyser: Analyser, highlights: Highlights): readonly Segment[] {
  return segmentsOf(text, 0, text.length, find(text, analyser, highlights));
}

function find(text: string, analyser: Analyser, { stems, phrases }: Highlights): Found[] {
  const found: Found[] = [];
  const starts = [...new Set([...stems.keys()].map(startOf))];
  for (const { 0: written, index } of text.matchAll(WORDS)) {
    if (!mayHave(written, starts, analyser.language)) continue;
    const what = analyser.terms(written).find(({ stem }) => stems.has(stem))?.stem;
    if (what !== undefined)
      found.push({
        start: index + elisionLength(written),
        end: index + written.length,
        what,
        worth: stems.get(what) ?? 0,
      });
  }
  for (const phrase of phrases) {
    for (const { 0: written, index } of text.matchAll(phrase))
      found.push({ start: index, end: index + written.length, what: phrase.source, worth: 2 });
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Whether one of the parts of a word, or all of them as one, may have a stem that starts so. */
function mayHave(written: string, starts: readonly string[], language: string): boolean {
  const folded = foldWord(written);
  const whole = folded.replace(JOINTS, '');
  if (MUTATING.has(language) || !ASCII.test(whole)) return starts.some((start) => whole.includes(start));
  if (whole === folded) return starts.some((start) => whole.startsWith(start));
  const parts = folded.split(JOINTS);
  return starts.some((start) => whole.startsWith(start) || parts.some((part) => part.startsWith(start)));
}

/** The match from which as much as is shown has the most. */
function bestStart(found: readonly Found[]): Found | undefined {
  let best: Found | undefined;
  let most = 0;
  for (const [at, first] of found.entries()) {
    let worth = 0;
    const seen = new Set<string>();
    for (let next = at; next < found.length && next < at + 40; next++) {
      const { end, what, worth: own } = found[next] as Found;
      if (end > first.start + LENGTH - LEAD) break;
      worth += seen.has(what) ? own / 10 : own;
      seen.add(what);
    }
    if (worth > most) {
      most = worth;
      best = first;
    }
  }
  return best;
}

function cut(text: string, start: number, end: number, found: readonly Found[]): readonly Segment[] {
  const to = end >= text.length ? text.length : Math.max(start + LENGTH / 2, text.lastIndexOf(' ', end));
  const segments = [...segmentsOf(text, start, to, found)];
  if (start > 0) segments.unshift({ text: '… ', matched: false });
  if (to < text.length) segments.push({ text: ' …', matched: false });
  return joined(segments);
}

/** Blocks that do not end like a sentence are parted by a point. */
function onOneLine(text: string): string {
  return text
    .replace(/(?<=[.!?:;…,])\s*\n\s*/g, ' ')
    .replace(/\s*\n\s*/g, ' · ')
    .replace(/\s+/g, ' ');
}

function segmentsOf(text: string, from: number, to: number, found: readonly Found[]): Segment[] {
  const segments: Segment[] = [];
  let at = from;
  const plain = (end: number) => segments.push({ text: onOneLine(text.slice(at, end)), matched: false });
  for (const { start, end } of found) {
    if (start < at || end > to) continue;
    plain(start);
    segments.push({ text: text.slice(start, end), matched: true });
    at = end;
  }
  plain(to);
  return joined(segments);
}

/** Without empty pieces, neighbours of one kind as one. */
function joined(segments: readonly Segment[]): Segment[] {
  const result: Segment[] = [];
  for (const segment of segments) {
    const last = result.at(-1);
    if (segment.text === '') continue;
    if (last?.matched === segment.matched)
      result[result.length - 1] = { ...last, text: last.text + segment.text };
    else result.push(segment);
  }
  return result;
}

function wordStart(text: string, at: number): number {
  if (at <= 0) return 0;
  const space = text.slice(at, at + LEAD).search(/\s/);
  return space === -1 ? at : at + space + 1;
}

function endOfLine(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline === -1 ? text.length : newline + 1;
}
