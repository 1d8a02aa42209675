import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter } from 'yaml';
import { yamlDocument } from './yaml-document.ts';

/** Where a key, or an item of a list, is written: as far as its path leads, from the top or from a node. */
export function offsetOf(
  document: Document,
  path: readonly PropertyKey[],
  from: { readonly node: unknown; readonly offset: number } = { node: document.contents, offset: 0 },
): number {
  let { node, offset } = from;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      offset = (isNode(pair?.key) ? pair.key.range?.[0] : undefined) ?? offset;
      node = pair?.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = (isNode(node) ? node.range?.[0] : undefined) ?? offset;
    }
  }
  return offset;
}

/** Tells where a key of a YAML text, or an item, is written: as far as its path leads. Both count from 1. The text may be wrong. */
export function yamlPlaces(
  source: string,
): (path: readonly PropertyKey[]) => { readonly line: number; readonly column: number } {
  const lines = new LineCounter();
  try {
    const document = yamlDocument(source, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
    return (path) => {
      const { line, col } = lines.linePos(offsetOf(document, path));
      return { line: Math.max(line, 1), column: Math.max(col, 1) };
    };
  } catch {
    // What nests without end has no places.
    return () => ({ line: 1, column: 1 });
  }
}

/** What the parser says first; what follows shows the place once more. */
export function firstLine(message: string): string {
  return message.split('\n', 1)[0] as string;
}
