import { type Document, isMap, isNode, isScalar, LineCounter } from 'yaml';
import type { z } from 'zod';
import { yamlDocument } from '../../config/yaml-document.ts';
import { firstLine, offsetOf } from '../../config/yaml-places.ts';
import type { Finding, Reading } from './finding.ts';

/** One entry of a map: its key as a text, its value, and where they are. */
export interface MapEntry<T> {
  readonly key: string;
  readonly value: T;
  readonly line: number;
  /** Where something inside the value is written; the key's own place for what is not written. */
  readonly at: (...path: readonly PropertyKey[]) => { readonly line: number; readonly column: number };
}

const MAX_LENGTH = 4 * 1024 * 1024;
const MAX_ALIASES = 50;

/**
 * Reads a YAML file (1.2) that is a map, each entry by itself: one that is wrong is told, with its place, and left out; the
 * others stand. A key that comes twice gives two entries. Never throws.
 */
export function readYamlMap<S extends z.ZodType>(
  source: string,
  schema: S,
): Reading<readonly MapEntry<z.infer<S>>[]> {
  if (source.length > MAX_LENGTH)
    return nothing({ line: 1, column: 1, message: `the file is longer than ${MAX_LENGTH / 1024 ** 2} MB` });
  const lines = new LineCounter();
  try {
    const document = yamlDocument(source, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
    const [error] = document.errors;
    if (error) return nothing({ ...placeAt(lines, error.pos[0]), message: firstLine(error.message) });
    if (document.contents === null) return { value: [], findings: [] };
    if (!isMap(document.contents))
      return nothing({ line: 1, column: 1, message: 'the file is not a map of keys to values' });
    return readEntries(document, lines, schema);
  } catch (error) {
    return nothing({ line: 1, column: 1, message: firstLine((error as Error).message) });
  }
}

function nothing(finding: Finding): Reading<readonly never[]> {
  return { value: [], findings: [finding] };
}

function readEntries<S extends z.ZodType>(document: Document, lines: LineCounter, schema: S) {
  const value: MapEntry<z.infer<S>>[] = [];
  const findings: Finding[] = [];
  const { items } = document.contents as { items: { key: unknown; value: unknown }[] };
  for (const { key: keyNode, value: node } of items) {
    const key = isScalar(keyNode) ? String(keyNode.value) : String(keyNode);
    const keyOffset = (isNode(keyNode) && keyNode.range?.[0]) || 0;
    const at = (...path: readonly PropertyKey[]) =>
      placeAt(lines, offsetOf(document, path, { node, offset: keyOffset }));
    const plain = isNode(node) ? node.toJS(document, { maxAliasCount: MAX_ALIASES }) : node;
    const parsed = schema.safeParse(plain);
    if (parsed.success) value.push({ key, value: parsed.data, line: at().line, at });
    else
      for (const issue of parsed.error.issues)
        for (const { path, message } of issue.code === 'unrecognized_keys'
          ? issue.keys.map((name) => ({ path: [...issue.path, name], message: 'is not a key known here' }))
          : [issue])
          findings.push({ ...at(...path), message: `${[key, ...path].join(', ')}: ${message}` });
  }
  return { value, findings };
}

function placeAt(lines: LineCounter, offset: number) {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}
