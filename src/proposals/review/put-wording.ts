import type { Wording } from '../patch/review-comments.ts';
import { newLines } from './quote-lines.ts';

/**
 * A text with another wording in the place of the lines that it is for; undefined where they are not there any more, or at
 * several places none of which is the one that is named.
 */
export function putWording(text: string, { quoted, at, lines }: Wording): string | undefined {
  const own = text.split('\n');
  const former = newLines(quoted);
  if (former.length === 0) return undefined;
  const isHere = (place: number) => former.every((line, offset) => own[place + offset] === line);
  const places = own.flatMap((_, place) => (isHere(place) ? [place] : []));
  const place = places.find((one) => one + 1 === at) ?? (places.length === 1 ? places[0] : undefined);
  if (place === undefined) return undefined;
  return [...own.slice(0, place), ...lines, ...own.slice(place + former.length)].join('\n');
}
