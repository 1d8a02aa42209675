import { type Document, parseDocument } from 'yaml';
import { readPubliccode } from './check.ts';
import type { Version } from './versions.ts';

const LONG =
  'Agents type the minutes of a council while it sits, and everyone reads them the same evening. The tool keeps who voted what, links each deliberation to its annexes and publishes them as open data. '.repeat(
    3,
  );

/** A file of an invented town, right in the versions since 0.5. */
const RECENT = `publiccodeYmlVersion: "0.7"
name: Deliberate
url: "https://forge.example.org/town/deliberate.git"
releaseDate: "2026-03-01"
platforms:
  - web
categories:
  - document-management
developmentStatus: stable
softwareType: "standalone/web"
organisation:
  uri: "https://town.example.org/"
description:
  en:
    shortDescription: The minutes of a council, written while it sits.
    longDescription: ${LONG}
    features:
      - Votes by name
legal:
  license: EUPL-1.2
maintenance:
  type: internal
  contacts:
    - name: Nour Exemple
localisation:
  localisationReady: true
  availableLanguages:
    - en
`;

/** The same, as `version` wants it. */
export function example(version: Version = '0.7'): string {
  const file = parseDocument(RECENT);
  file.set('publiccodeYmlVersion', version);
  if (['0.1', '0.2', '0.3', '0.4'].includes(version)) file.delete('organisation');
  if (version === '0.1' || version === '0.2') file.setIn(['description', 'en', 'genericName'], 'Minutes');
  if (version === '0.1') {
    file.set('publiccode-yaml-version', '0.1');
    file.delete('publiccodeYmlVersion');
    file.delete('categories');
    file.set('tags', ['content-management']);
    file.set('softwareType', 'standalone');
  }
  return write(file);
}

export type Path = readonly (string | number)[];

/** The example with one value changed; `undefined` takes it out. */
export function changed(path: Path, value: unknown, version?: Version): string {
  const file = parseDocument(example(version));
  if (value === undefined) file.deleteIn(path);
  else file.setIn(path, file.createNode(value));
  return write(file);
}

function write(file: Document): string {
  return file.toString({ lineWidth: 0 });
}

export function read(file: string | Uint8Array) {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  return readPubliccode(bytes, { today: '2026-11-29' });
}

/** What is wrong in a file but for its version being old: `rule key`. */
export function wrong(file: string | Uint8Array): readonly string[] {
  return read(file)
    .findings.filter(({ rule }) => rule !== 'old-version')
    .map(({ rule, key }) => `${rule} ${key}`.trim());
}
