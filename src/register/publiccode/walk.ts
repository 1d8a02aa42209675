import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { finding, type Place, type PubliccodeFinding } from './finding.ts';
import type { Key, Keys, Value } from './keys.ts';
import { nearest } from './nearest.ts';
import type { YamlFile } from './read-yaml.ts';
import type { PubliccodeRule } from './rules.ts';
import { type Against, checkScalar, type TextValue } from './scalars.ts';
import { checkLanguage } from './values.ts';
import { isFrom } from './versions.ts';

/** More values than any file has; aliases count each time they are followed. */
const MAX_VALUES = 20_000;

/** One reading of a file: what is found wrong on the way gathers here. */
export interface Walk extends Against {
  readonly file: YamlFile;
  readonly findings: PubliccodeFinding[];
  values: number;
}

interface Spot {
  readonly key: string;
  readonly place: Place;
}

/** A name in the file, and what the standard has for it. */
type Lookup = (name: string) => Key | undefined;

type Section = Readonly<Record<string, unknown>>;

function report(
  walk: Walk,
  rule: PubliccodeRule,
  { key, place }: Spot,
  details: { found?: string | undefined; expected?: string | undefined } = {},
): void {
  walk.findings.push(finding(rule, place, key, details));
}

/**
 * Reads the keys of a mapping by a table of them. Gives what could be read, each value of the kind that its key says;
 * whatever else is there is a finding.
 */
export function readSection(
  map: YAMLMap,
  keys: Keys,
  spot: Spot,
  walk: Walk,
  lookup: Lookup = own(keys),
): Section {
  const section: Record<string, unknown> = {};
  const present = new Set<string>();
  for (const pair of map.items) {
    const name = nameOf(pair);
    const at = { key: joined(spot.key, name), place: placeOf(pair.key, walk, spot) };
    const key = lookup(name);
    if (!key) {
      report(walk, 'unknown-key', at, { found: name, expected: nearest(name, Object.keys(keys)) });
      continue;
    }
    present.add(name);
    if (!isStanding(key, name, at, walk)) continue;
    const node = followed(pair.value, walk, at);
    if (isBlank(node)) {
      if (isRequired(key, walk)) report(walk, 'empty-value', at);
      continue;
    }
    const value = readValue(node as Node, key.value, at, walk);
    if (value !== undefined) section[name] = value;
  }
  for (const [name, key] of Object.entries(keys))
    if (isRequired(key, walk) && !present.has(name))
      report(walk, 'missing-key', { key: joined(spot.key, name), place: spot.place }, { expected: name });
  return section;
}

function own(keys: Keys): Lookup {
  return (name) => (Object.hasOwn(keys, name) ? keys[name] : undefined);
}

function joined(above: string, name: string): string {
  return above === '' ? name : `${above}.${name}`;
}

function isRequired({ required }: Key, { version }: Walk): boolean {
  if (!required) return false;
  const [from, until] = required;
  return isFrom(version, from) && (until === undefined || !isFrom(version, until));
}

/** Whether a key of the standard is read in this version; says it if it is deprecated, gone, or not there yet. */
function isStanding(
  { since, deprecated, removed, instead }: Key,
  name: string,
  at: Spot,
  walk: Walk,
): boolean {
  const { version } = walk;
  if (removed !== undefined && isFrom(version, removed)) {
    report(walk, 'removed-key', at, { found: name, expected: instead });
    return false;
  }
  if (since !== undefined && !isFrom(version, since))
    report(walk, 'later-key', at, { found: name, expected: since });
  if (deprecated !== undefined && isFrom(version, deprecated))
    report(walk, 'deprecated-key', at, { found: name, expected: instead });
  return true;
}

function readValue(node: Node, value: Value, spot: Spot, walk: Walk): unknown {
  if (++walk.values > MAX_VALUES) return tooMany(walk);
  switch (value.is) {
    case 'anything':
      return undefined;
    case 'list':
      return readList(node, value, spot, walk);
    case 'section':
      return isMap(node) ? readSection(node, value.keys, spot, walk) : wrongType(node, 'section', spot, walk);
    case 'languages':
      return isMap(node)
        ? readLanguages(node, value.keys, spot, walk)
        : wrongType(node, 'section', spot, walk);
    case 'boolean':
      return readBoolean(node, spot, walk);
    default:
      return readText(node, value, spot, walk);
  }
}

function tooMany(walk: Walk): undefined {
  if (walk.values === MAX_VALUES + 1) report(walk, 'too-complex', { key: '', place: { line: 1, column: 1 } });
  return undefined;
}

function readList(node: Node, value: Extract<Value, { is: 'list' }>, spot: Spot, walk: Walk): unknown {
  const { of, filled, orOne } = value;
  if (orOne && isScalar(node)) {
    const one = readValue(node, of, spot, walk);
    return one === undefined ? undefined : [one];
  }
  if (!isSeq(node)) return wrongType(node, orOne ? 'text-or-list' : 'list', spot, walk);
  if (filled && node.items.length === 0) report(walk, 'empty-value', spot);
  return (node as YAMLSeq).items.flatMap((item, index) => {
    const at = { key: `${spot.key}[${index}]`, place: placeOf(item, walk, spot) };
    const followedItem = followed(item, walk, at);
    if (isBlank(followedItem)) {
      report(walk, 'empty-value', at);
      return [];
    }
    const read = readValue(followedItem as Node, of, at, walk);
    return read === undefined ? [] : [read];
  });
}

/** `description`: a section a language. Some keys are needed in one of them only. */
function readLanguages(map: YAMLMap, keys: Keys, spot: Spot, walk: Walk): Section {
  const languages: Record<string, Section> = {};
  const sections: Section[] = [];
  for (const pair of map.items) {
    const name = nameOf(pair);
    const at = { key: joined(spot.key, name), place: placeOf(pair.key, walk, spot) };
    const complaint = checkLanguage(name, walk.version);
    if (complaint) report(walk, complaint.rule, at, { found: name, expected: complaint.expected });
    const node = followed(pair.value, walk, at);
    if (isMap(node)) {
      const section = readSection(node, keys, at, walk);
      sections.push(section);
      if (complaint?.rule !== 'not-a-language') languages[complaint?.expected ?? name] ??= section;
    } else if (isBlank(node)) report(walk, 'empty-value', at);
    else wrongType(node as Node, 'section', at, walk);
  }
  if (map.items.length === 0) report(walk, 'empty-value', spot);
  else
    for (const [name, key] of Object.entries(keys))
      if (key.inOneLanguage && !sections.some((section) => section[name] !== undefined))
        report(walk, 'missing-in-all-languages', spot, { expected: name });
  return languages;
}

/** YAML 1.1 had more words for true and false. */
const OLD_BOOLEANS: Readonly<Record<string, boolean>> = {
  yes: true,
  y: true,
  on: true,
  no: false,
  n: false,
  off: false,
};

function readBoolean(node: Node, spot: Spot, walk: Walk): boolean | undefined {
  if (!isScalar(node)) return wrongType(node, 'boolean', spot, walk);
  if (typeof node.value === 'boolean') return node.value;
  const old = node.type === 'PLAIN' ? OLD_BOOLEANS[String(node.value).toLowerCase()] : undefined;
  if (old === undefined) return wrongType(node, 'boolean', spot, walk);
  report(walk, 'yaml-1.1', spot, { found: String(node.value), expected: String(old) });
  return old;
}

function readText(node: Node, value: TextValue, spot: Spot, walk: Walk): string | undefined {
  const text = isScalar(node) ? textOf(node, value, spot, walk) : undefined;
  if (text === undefined) return wrongType(node, 'text', spot, walk);
  const complaints = checkScalar(text.trim(), value, walk);
  for (const { rule, expected, found = text } of complaints) report(walk, rule, spot, { found, expected });
  return text;
}

/** The text of a scalar as it is written, though YAML may read a number in it. */
function textOf(node: Scalar, value: TextValue, spot: Spot, walk: Walk): string | undefined {
  const { value: read, source } = node;
  if (typeof read === 'string') return read;
  if (typeof read === 'boolean' || source === undefined) return undefined;
  const isFine = value.is === 'date' || (value.is === 'text' && value.orNumber && String(read) === source);
  if (!isFine) report(walk, 'unquoted', spot, { found: source, expected: `"${source}"` });
  return source;
}

function wrongType(node: Node, expected: string, spot: Spot, walk: Walk): undefined {
  report(walk, 'wrong-type', spot, { found: kindOf(node), expected });
  return undefined;
}

function kindOf(node: Node): string {
  if (isMap(node)) return 'section';
  if (isSeq(node)) return 'list';
  const value = isScalar(node) ? node.value : undefined;
  return typeof value === 'boolean' || typeof value === 'number' ? typeof value : 'text';
}

/** What an alias stands for. */
function followed(node: unknown, walk: Walk, spot: Spot): Node | undefined {
  if (!isAlias(node)) return (node ?? undefined) as Node | undefined;
  if (++walk.values > MAX_VALUES) return tooMany(walk);
  const target = (node as Alias).resolve(walk.file.document);
  if (target === undefined) report(walk, 'yaml-syntax', spot, { found: `*${(node as Alias).source}` });
  return target as Node | undefined;
}

function isBlank(node: Node | undefined): boolean {
  if (node === undefined) return true;
  return (
    isScalar(node) && (node.value === null || (typeof node.value === 'string' && node.value.trim() === ''))
  );
}

function nameOf({ key }: Pair): string {
  if (isScalar(key)) return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
  return isAlias(key) ? `*${key.source}` : '?';
}

function placeOf(node: unknown, { file }: Walk, otherwise: Spot): Place {
  const offset = (node as Node | undefined)?.range?.[0];
  return offset === undefined ? otherwise.place : file.placeOf(offset);
}
