import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { finding, type PubliccodeFinding } from './finding.ts';
import type { YamlFile } from './read-yaml.ts';

/** More nodes than any file has. */
const MAX_NODES = 50_000;

/**
 * The keys that a mapping has twice, found in one pass: the parser's own search takes the square of their number.
 * Nothing if the file is too large to be looked at.
 */
export function findDuplicates({ document, placeOf }: YamlFile): readonly PubliccodeFinding[] | undefined {
  const findings: PubliccodeFinding[] = [];
  const waiting: unknown[] = [document.contents];
  let count = 0;
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (++count > MAX_NODES) return undefined;
    if (isSeq(node)) waiting.push(...node.items.slice(0, MAX_NODES));
    if (!isMap(node)) continue;
    const seen = new Set<unknown>();
    for (const { key, value } of node.items.slice(0, MAX_NODES)) {
      const name = isScalar(key) ? key.value : key;
      if (seen.has(name))
        findings.push(
          finding('duplicate-key', placeOf((key as Node).range?.[0]), String(name), { found: String(name) }),
        );
      seen.add(name);
      waiting.push(value);
    }
  }
  return findings;
}
