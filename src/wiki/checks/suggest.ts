import { listedPaths } from '../../store/files.ts';
import { nearestAddresses } from '../suggestions.ts';
import type { Ask } from '../trace.ts';
import type { Finding } from './finding.ts';
import { retarget } from './nearest.ts';

/** A wiki that has more files is compared with the first of them. */
const MAX_PATHS = 20_000;

/** Different names looked for. */
const MAX_LOOKED = 100;

/**
 * Dead links with the nearest name there is, looked for when they are shown: any file that comes or goes may be another
 * one's nearest.
 */
export async function suggestNames<T extends Finding>(ask: Ask, findings: readonly T[]): Promise<T[]> {
  const wanted = new Set(findings.flatMap((finding) => wantedName(finding) ?? []));
  if (wanted.size === 0) return [...findings];
  const known = (await ask(listedPaths, MAX_PATHS)).map((path) => `/${path}`);
  const nearest = new Map(
    [...wanted].slice(0, MAX_LOOKED).map((name) => [name, nearestAddresses(known, `/${name}`)[0]?.slice(1)]),
  );
  return findings.map((finding) => {
    const name = nearest.get(wantedName(finding) ?? '');
    if (name === undefined) return finding;
    const { subject, path, detail } = finding;
    const fix = { before: subject, after: retarget(subject, path, name) };
    return { ...finding, detail: { ...detail, nearest: name }, ...(detail.stands === 1 && { fix }) };
  });
}

function wantedName({ rule, detail }: Finding): string | undefined {
  if (rule !== 'dead-link' || detail.cause !== 'missing') return undefined;
  return String(detail.path) || undefined;
}
