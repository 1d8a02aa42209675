import { diffArrays } from 'diff';
import { bestPairs, commonWords, type Pair } from './best-pairs.ts';
import type { Block } from './html-blocks.ts';
import { WORD, type Work } from './work.ts';

/** A block of one version, of the other, or of both. */
export interface AlignedBlock {
  readonly before?: Block;
  readonly after?: Block;
}

/** Blocks that differ by more are compared in their order alone. */
const MAX_EDITS = 2_000;

/** Up to so many comparisons between two blocks that stayed, the best pairs are looked for. */
const MAX_COMPARED = 2_500;

/** Beyond, each block is compared with the next few. */
const LOOK_AHEAD = 6;

/** The share of words that two blocks have in common, from which one is the other changed. */
const SAME_TEXT = 0.4;
const SAME_LIST = 0.2;

/** Puts the blocks of two versions side by side: those that look the same, and between them those that look alike. */
export function alignBlocks(before: readonly Block[], after: readonly Block[], work: Work): AlignedBlock[] {
  const aligned: AlignedBlock[] = [];
  const number = ({ sameness }: Block) => sameness;
  const changes = diffArrays(before.map(number), after.map(number), { maxEditLength: MAX_EDITS });
  work.spend(before.length + after.length + (changes ? editsIn(changes) : MAX_EDITS) ** 2);
  if (!changes) return alignGap(before, after, work);
  let [old, recent] = [0, 0];
  let [oldGap, recentGap] = [0, 0];
  for (const { count, added, removed } of changes) {
    if (added) recent += count;
    else if (removed) old += count;
    else {
      aligned.push(...alignGap(before.slice(oldGap, old), after.slice(recentGap, recent), work));
      for (let end = old + count; old < end; old += 1, recent += 1)
        aligned.push({ before: before[old] as Block, after: after[recent] as Block });
      [oldGap, recentGap] = [old, recent];
    }
  }
  aligned.push(...alignGap(before.slice(oldGap), after.slice(recentGap), work));
  return aligned;
}

/** How many items came or went. */
export function editsIn(changes: readonly { added: boolean; removed: boolean; count: number }[]): number {
  return changes.reduce((sum, { added, removed, count }) => (added || removed ? sum + count : sum), 0);
}

function alignGap(before: readonly Block[], after: readonly Block[], work: Work): AlignedBlock[] {
  if (before.length === 0 || after.length === 0) return inTurn(before, after);
  const pairs = isRow(before, after)
    ? before.map((_, at) => [at, at] as const)
    : before.length * after.length <= MAX_COMPARED
      ? bestPairs(before.length, after.length, (old, recent) =>
          likeness(before[old] as Block, after[recent] as Block, work),
        )
      : nextPairs(before, after, work);
  const aligned: AlignedBlock[] = [];
  let [old, recent] = [0, 0];
  for (const [oldAt, recentAt] of pairs) {
    aligned.push(...inTurn(before.slice(old, oldAt), after.slice(recent, recentAt)));
    aligned.push({ before: before[oldAt] as Block, after: after[recentAt] as Block });
    [old, recent] = [oldAt + 1, recentAt + 1];
  }
  aligned.push(...inTurn(before.slice(old), after.slice(recent)));
  return aligned;
}

function inTurn(before: readonly Block[], after: readonly Block[]): AlignedBlock[] {
  return [...before.map((block) => ({ before: block })), ...after.map((block) => ({ after: block }))];
}

/** As many cells where there were as many are the same ones, whatever they say. */
function isRow(before: readonly Block[], after: readonly Block[]): boolean {
  return (
    before.length === after.length && [...before, ...after].every(({ element }) => isCell(element?.name))
  );
}

function isCell(name: string | undefined): boolean {
  return name === 'td' || name === 'th';
}

function nextPairs(before: readonly Block[], after: readonly Block[], work: Work): Pair[] {
  const pairs: Pair[] = [];
  let recent = 0;
  for (const [old, block] of before.entries()) {
    for (let at = recent; at < Math.min(after.length, recent + LOOK_AHEAD); at += 1) {
      if (likeness(block, after[at] as Block, work) === 0) continue;
      pairs.push([old, at]);
      recent = at + 1;
      break;
    }
  }
  return pairs;
}

/** How alike two blocks are, from 0 to 1; 0 when one cannot be the other changed. */
function likeness(one: Block, two: Block, work: Work): number {
  work.spend(1);
  if (one.kind !== two.kind || family(one) !== family(two)) return 0;
  if (one.sameness === two.sameness) return 1;
  if (one.kind === 'atom') return 0;
  if (isFrame(one.element?.name)) return 1;
  work.spend(WORD * Math.min(one.words.words.size, two.words.words.size));
  const score = commonWords(one.words, two.words, { contained: family(one) === 'heading' }) ?? 0.5;
  return score >= (one.kind === 'list' ? SAME_LIST : SAME_TEXT) ? score : 0;
}

/** What an element is for: a heading of any level is a heading. */
function family({ element }: Block): string {
  const name = element?.name ?? '';
  const kind = element?.attributes.get('class') ?? '';
  if (/^h[1-6]$/.test(name)) return 'heading';
  if (name === 'th' || name === 'td') return 'cell';
  return name === 'div' ? `div ${kind}` : name;
}

/** What a table has one of. */
function isFrame(name: string | undefined): boolean {
  return name === 'table' || name === 'thead' || name === 'tbody';
}
