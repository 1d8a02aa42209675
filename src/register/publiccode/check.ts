import { isMap, isScalar, type YAMLMap } from 'yaml';
import { findDuplicates } from './duplicates.ts';
import { finding, inOrder, type Place, type PubliccodeFinding } from './finding.ts';
import { COUNTRY_SECTION, ITALIAN_SECTION, KEYS, type Key } from './keys.ts';
import type { Publiccode } from './publiccode.ts';
import { readYaml, type YamlFile } from './read-yaml.ts';
import { isCountry } from './values.ts';
import { DEFAULT_VERSION, isFrom, type Version, versionNamed } from './versions.ts';
import { readSection, type Walk } from './walk.ts';

export interface PubliccodeReading {
  /** What could be read; nothing if it is no YAML, or not a mapping. */
  readonly publiccode: Publiccode | undefined;
  /** The version of the standard it was read by. */
  readonly version: Version;
  /** In the order of the file. */
  readonly findings: readonly PubliccodeFinding[];
}

const START: Place = { line: 1, column: 1 };

/** Reads a publiccode.yml and checks it by the version of the standard that it claims. `today` is YYYY-MM-DD, UTC. */
export function readPubliccode(bytes: Uint8Array, { today }: { readonly today: string }): PubliccodeReading {
  const { file, findings } = readYaml(bytes);
  if (!file) return { publiccode: undefined, version: DEFAULT_VERSION, findings };
  const { contents } = file.document;
  const unreadable = (more: readonly PubliccodeFinding[]): PubliccodeReading => ({
    publiccode: undefined,
    version: DEFAULT_VERSION,
    findings: inOrder([...findings, ...more]),
  });
  const duplicates = findDuplicates(file);
  if (!duplicates) return unreadable([finding('too-complex', START, '')]);
  if (!isMap(contents)) return unreadable([finding('not-a-mapping', file.placeOf(contents?.range?.[0]), '')]);
  const version = versionOf(contents);
  const walk: Walk = { file, version, today, findings: [...findings, ...duplicates], values: 0 };
  const publiccode = readSection(contents, KEYS, { key: '', place: START }, walk, (name) =>
    topKey(name, version),
  );
  checkMaintenance(contents, publiccode, walk);
  checkCountrySections(contents, walk);
  checkDirective(file, walk);
  return { publiccode: publiccode as Publiccode, version, findings: inOrder(walk.findings) };
}

function versionOf(map: YAMLMap): Version {
  for (const name of ['publiccodeYmlVersion', 'publiccode-yaml-version']) {
    const node = map.get(name, true);
    const written = isScalar(node) ? (typeof node.value === 'string' ? node.value : node.source) : undefined;
    const version = versionNamed((written ?? '').trim());
    if (version) return version;
  }
  return DEFAULT_VERSION;
}

/** Keys of the standard, and the sections that countries may have, in small letters before 0.5. */
function topKey(name: string, version: Version): Key | undefined {
  if (Object.hasOwn(KEYS, name)) return KEYS[name];
  const upper = name.toUpperCase();
  if (!isCountry(upper) || (name !== upper && name !== name.toLowerCase())) return undefined;
  const section = upper === 'IT' ? ITALIAN_SECTION : COUNTRY_SECTION;
  const isOldSpelling = name !== upper && isFrom(version, '0.5') && !isFrom(version, '0.7');
  return isOldSpelling ? { ...section, deprecated: '0.5', instead: upper } : section;
}

/** Who maintains decides who must be named. */
function checkMaintenance(
  map: YAMLMap,
  { maintenance }: Publiccode,
  { file, version, findings }: Walk,
): void {
  const section = map.get('maintenance', true);
  const type = maintenance?.type;
  if (!isMap(section) || type === undefined) return;
  const place = placeOfKey(map, 'maintenance', file);
  const needs = {
    contractors: type === 'contract',
    contacts: type === 'internal' || type === 'community' || !isFrom(version, '0.2'),
  };
  for (const name of ['contractors', 'contacts'] as const) {
    const key = `maintenance.${name}`;
    if (needs[name] && !section.has(name))
      findings.push(finding('missing-key', place, key, { expected: name }));
    else if (needs[name] && (maintenance?.[name]?.length ?? 0) === 0)
      findings.push(finding('empty-value', placeOfKey(section, name, file), key));
  }
  if (section.has('contractors') && type !== 'contract' && isFrom(version, '0.5'))
    findings.push(
      finding('key-not-expected', placeOfKey(section, 'contractors', file), 'maintenance.contractors', {
        found: type,
        expected: 'contract',
      }),
    );
}

function checkCountrySections(map: YAMLMap, { file, findings }: Walk): void {
  for (const { key } of map.items) {
    const name = isScalar(key) ? String(key.value) : '';
    if (name === name.toLowerCase() && isCountry(name.toUpperCase()) && map.has(name.toUpperCase()))
      findings.push(
        finding('both-spellings', placeOfKey(map, name, file), name, { expected: name.toUpperCase() }),
      );
  }
}

function checkDirective({ document }: YamlFile, { findings }: Walk): void {
  if (document.directives?.yaml.version === '1.1')
    findings.push(finding('yaml-1.1', START, '', { found: '%YAML 1.1', expected: '%YAML 1.2' }));
}

function placeOfKey(map: YAMLMap, name: string, { placeOf }: YamlFile): Place {
  const pair = map.items.find(({ key }) => isScalar(key) && key.value === name);
  return isScalar(pair?.key) ? placeOf(pair.key.range?.[0]) : START;
}
