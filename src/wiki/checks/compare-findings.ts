import { fateOf } from '../departures.ts';
import type { Ask } from '../trace.ts';
import { type Finding, fingerprint } from './finding.ts';

/** What is found that was not known in a former state of the wiki: a file that was renamed keeps its findings. */
export async function newFindings(
  ask: Ask,
  known: readonly Finding[],
  found: readonly Finding[],
): Promise<Finding[]> {
  return without(found, await renamed(ask, known, found));
}

/** What was known in a former state of the wiki, and is found no more. */
export async function goneFindings(
  ask: Ask,
  known: readonly Finding[],
  found: readonly Finding[],
): Promise<Finding[]> {
  return without(await renamed(ask, known, found), found);
}

/** Findings of a former state, in files under the names they have now. */
async function renamed(ask: Ask, known: readonly Finding[], found: readonly Finding[]): Promise<Finding[]> {
  const present = new Set(found.map(({ path }) => path));
  const names = new Map<string, string>();
  for (const path of new Set(known.map((finding) => finding.path))) {
    if (present.has(path)) continue;
    const fate = await fateOf(ask, [path]);
    if (fate?.kind === 'moved') names.set(path, fate.path);
  }
  return known.map((finding) => ({ ...finding, path: names.get(finding.path) ?? finding.path }));
}

/** The findings that are not among those known, each of which accounts for as many as it stands for. */
function without(found: readonly Finding[], known: readonly Finding[]): Finding[] {
  const left = new Map<string, number>();
  for (const finding of known) {
    const key = fingerprint(finding);
    left.set(key, (left.get(key) ?? 0) + finding.times);
  }
  return found.flatMap((finding) => {
    const key = fingerprint(finding);
    const before = left.get(key) ?? 0;
    left.set(key, Math.max(before - finding.times, 0));
    return before >= finding.times ? [] : [{ ...finding, times: finding.times - before }];
  });
}
