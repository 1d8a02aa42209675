import { foldWord } from '../search/fold.ts';

/** A name as names are compared: without case, accents and ligatures, one space between words. */
export function folded(text: string): string {
  return text.trim().split(/\s+/).map(foldWord).join(' ');
}
