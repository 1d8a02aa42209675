import { foldText } from './fold-text.ts';
import { atOnce, type Steps } from './in-steps.ts';

/** Texts folded and joined, so that one pass finds a word in all of them. */
export interface Haystack {
  /** Parted by NUL, which no cell contains. */
  readonly text: string;
  /** Where each begins. */
  readonly starts: Uint32Array;
}

/** How many texts are folded at a stretch: a millisecond or two. */
const STRETCH = 4_096;

export function haystackOf(texts: readonly string[]): Haystack {
  return atOnce(haystackSteps(texts));
}

export function* haystackSteps(texts: readonly string[]): Steps<Haystack> {
  const starts = new Uint32Array(texts.length + 1);
  let text = '';
  for (let from = 0; from < texts.length; from += STRETCH) {
    const some = texts.slice(from, from + STRETCH);
    const folded = `${foldText(some.join('\0'))}\0`;
    for (let at = 0, start = 0; at < some.length; at += 1) {
      starts[from + at] = text.length + start;
      start = folded.indexOf('\0', start) + 1;
    }
    text += folded;
    yield;
  }
  starts[texts.length] = text.length;
  // Looked at once, so that its parts are joined now and not within a search
  text.indexOf('\0');
  return { text, starts };
}

/** Tells which texts contain a word, folded as they are; false when none does. */
export function findWord({ text, starts }: Haystack, word: string, found: Uint8Array): boolean {
  let any = false;
  let at = 0;
  for (let hit = text.indexOf(word); hit !== -1; hit = text.indexOf(word, starts[at] as number)) {
    at = lastStart(starts, hit, at);
    found[at] = 1;
    any = true;
    at += 1;
  }
  return any;
}

/** The last text that begins at or before a place, looked for from one that does: near it, then by halves. */
function lastStart(starts: Uint32Array, place: number, from: number): number {
  let step = 1;
  while (from + step < starts.length && (starts[from + step] as number) <= place) step *= 2;
  let low = from + (step >> 1);
  let high = Math.min(from + step, starts.length);
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= place) low = middle;
    else high = middle;
  }
  return low;
}
