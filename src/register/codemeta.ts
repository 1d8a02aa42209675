import { isNode } from 'yaml';
import { licenceOfForge } from './forge-licence.ts';
import { finding, inOrder, type Place, type PubliccodeFinding } from './publiccode/finding.ts';
import { MAX_BYTES, readYaml, type YamlFile } from './publiccode/read-yaml.ts';
import type { PubliccodeRule } from './publiccode/rules.ts';
import type { MetadataReading } from './software-metadata.ts';

const START: Place = { line: 1, column: 1 };
const CONTEXT = /codemeta/i;
const TYPES = ['SoftwareSourceCode', 'SoftwareApplication'];

type Json = Readonly<Record<string, unknown>>;

type Report = (rule: PubliccodeRule, key: string, found?: unknown, expected?: string) => void;

/** Reads a codemeta.json (https://codemeta.github.io, versions 1 to 3): JSON-LD, whose other terms are left as they are. */
export function readCodemeta(bytes: Uint8Array): MetadataReading {
  const fault = jsonFault(bytes);
  if (fault) return { metadata: undefined, findings: [fault] };
  // JSON is YAML, and the reader of YAML knows lines.
  const { file, findings } = readYaml(bytes);
  if (!file) return { metadata: undefined, findings };
  const read: unknown = file.document.toJS();
  if (!isObject(read)) return { metadata: undefined, findings: [finding('not-a-mapping', START, '')] };
  const told: PubliccodeFinding[] = [...findings];
  const report: Report = (rule, key, found, expected) =>
    told.push(finding(rule, placeOf(key, file), key, { found: shown(found), expected }));
  checkKind(read, report);
  const name = textOf(read, 'name', report);
  if (read.name === undefined) report('missing-key', 'name');
  const metadata = {
    name,
    description: textOf(read, 'description', report),
    authors: authorsOf(read, report),
    licence: licenceOf(read, report),
    version: textOf(read, read.version === undefined ? 'softwareVersion' : 'version', report),
  };
  return { metadata, findings: inOrder(told) };
}

function jsonFault(bytes: Uint8Array): PubliccodeFinding | undefined {
  if (bytes.length > MAX_BYTES) return undefined;
  let text = '';
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return finding('encoding', START, '');
  }
  if (text.trim() === '') return finding('empty', START, '');
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const position = Number(/position (\d+)/.exec((error as Error).message)?.[1] ?? text.length);
    const before = text.slice(0, position).split('\n');
    return finding('json-syntax', { line: before.length, column: (before.at(-1) as string).length + 1 }, '');
  }
}

function checkKind(read: Json, report: Report): void {
  const contexts = listOf(read['@context']);
  if (contexts.length === 0) report('missing-key', '@context');
  else if (!contexts.some((one) => CONTEXT.test(JSON.stringify(one))))
    report('not-in-list', '@context', contexts[0], 'https://w3id.org/codemeta/3.0');
  const types = listOf(read['@type'] ?? read.type);
  if (types.length === 0) report('missing-key', '@type');
  else if (!types.some((type) => TYPES.includes(String(type))))
    report('not-in-list', '@type', types[0], TYPES[0]);
}

/** A text, or `{"@value": …}`; a number as it is written elsewhere. */
function textOf(read: Json, key: string, report: Report): string | undefined {
  const value = read[key];
  const plain = isObject(value) && '@value' in value ? value['@value'] : value;
  if (plain === undefined || plain === null) return undefined;
  if (typeof plain === 'string') return plain.trim() || undefined;
  if (typeof plain === 'number') return String(plain);
  report('wrong-type', key, Array.isArray(plain) ? 'list' : 'section', 'text');
  return undefined;
}

function authorsOf(read: Json, report: Report): readonly string[] {
  const found = read.author ?? read.creator;
  return listOf(isObject(found) && '@list' in found ? found['@list'] : found).flatMap((author, index) => {
    if (typeof author === 'string') return [author.trim()];
    const name = isObject(author) ? nameOf(author) : '';
    if (name !== '') return [name];
    if (isObject(author) && author['@id'] !== undefined) return [];
    report('missing-key', `author[${index}].name`);
    return [];
  });
}

function nameOf({ name, givenName, familyName }: Json): string {
  if (typeof name === 'string' && name.trim() !== '') return name.trim();
  const parts = [listOf(givenName), listOf(familyName)].flat();
  return parts
    .filter((part) => typeof part === 'string')
    .join(' ')
    .trim();
}

/** Addresses of SPDX, identifiers, or works with a name or an address; several hold together (schema.org says no more). */
function licenceOf(read: Json, report: Report): string | undefined {
  const licences = listOf(read.license).map((one) => {
    const said = isObject(one) ? (one['@id'] ?? one.url ?? one.identifier ?? one.name) : one;
    const known = typeof said === 'string' ? licenceOfForge(said) : undefined;
    if (known === undefined) report('unknown-licence', 'license', said);
    return known;
  });
  if (licences.length === 0 || licences.includes(undefined)) return undefined;
  return licences
    .map((one) => (/ OR /.test(one as string) && licences.length > 1 ? `(${one})` : one))
    .join(' AND ');
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(found: unknown): string | undefined {
  return found === undefined || typeof found === 'string' ? found : JSON.stringify(found);
}

function placeOf(key: string, { document, placeOf }: YamlFile): Place {
  const node = document.get((/^[^.[]+/.exec(key) as RegExpExecArray)[0], true);
  return isNode(node) ? placeOf(node.range?.[0]) : START;
}
