import { editDistance } from '../../wiki/suggestions.ts';

const MAX_LENGTH = 60;

/** The word that was probably meant: the same but for case and separators, else two letters away at most. */
export function nearest(written: string, words: Iterable<string>): string | undefined {
  if (written.length > MAX_LENGTH) return undefined;
  const fold = folded(written);
  let best: string | undefined;
  let bestDistance = fold.length < 5 ? 2 : 3;
  for (const word of words) {
    const other = folded(word);
    if (Math.abs(other.length - fold.length) >= bestDistance) continue;
    const distance = editDistance(fold, other, bestDistance);
    if (distance < bestDistance) [best, bestDistance] = [word, distance];
  }
  return best;
}

function folded(word: string): string {
  return word
    .toLowerCase()
    .replace(/[\s_/-]+/g, '')
    .replace(/z/g, 's')
    .replace(/licence/g, 'license');
}
