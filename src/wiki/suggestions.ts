import { foldPath } from './paths.ts';

const MAX_SUGGESTIONS = 5;
const MAX_LENGTH = 200;

/** Those of `addresses` that resemble one where there is nothing, the nearest first. */
export function nearestAddresses(addresses: readonly string[], address: string): string[] {
  const wanted = foldPath(address).slice(0, MAX_LENGTH);
  const lastWord = lastSegment(wanted);
  const near = addresses.flatMap((candidate) => {
    const folded = foldPath(candidate);
    const own = lastSegment(folded);
    if (lastWord !== '' && own === lastWord) return [{ candidate, distance: 0 }];
    const allowed = Math.floor(lastWord.length / 3);
    if (lastWord === '' || Math.abs(own.length - lastWord.length) > allowed) return [];
    const distance = editDistance(own, lastWord, allowed);
    return distance <= allowed ? [{ candidate, distance }] : [];
  });
  near.sort((a, b) => a.distance - b.distance || a.candidate.localeCompare(b.candidate));
  return near.slice(0, MAX_SUGGESTIONS).map(({ candidate }) => candidate);
}

function lastSegment(address: string): string {
  return (
    address
      .replace(/\/$/, '')
      .split('/')
      .at(-1)
      ?.replace(/\.(?:md|markdown|html?)$/, '') ?? ''
  );
}

/** Levenshtein's distance; anything above `limit` once it is known to be above. */
export function editDistance(a: string, b: string, limit: number): number {
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const substituted = (previous[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(substituted, (previous[j] as number) + 1, (row[j - 1] as number) + 1));
    }
    if (Math.min(...row) > limit) return limit + 1;
    previous = row;
  }
  return previous[b.length] as number;
}
