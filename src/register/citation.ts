import { isMap } from 'yaml';
import { findDuplicates } from './publiccode/duplicates.ts';
import { finding, inOrder, type Place } from './publiccode/finding.ts';
import type { Keys, Value } from './publiccode/keys.ts';
import { readYaml } from './publiccode/read-yaml.ts';
import { DEFAULT_VERSION } from './publiccode/versions.ts';
import { readSection, type Walk } from './publiccode/walk.ts';
import type { MetadataReading } from './software-metadata.ts';
import { readLicenceExpression } from './spdx.ts';

const ALWAYS = ['0.1'] as const;
const TEXT: Value = { is: 'text' };
const NUMBER_TOO: Value = { is: 'text', orNumber: true };
const ANYTHING: Value = { is: 'anything' };

const optional = (names: string, value: Value): Keys =>
  Object.fromEntries(names.split(' ').map((name) => [name, { value }]));

/** A person (`family-names`, `given-names`) or a body (`name`). */
const AUTHOR: Keys = {
  ...optional('family-names given-names name-particle name-suffix name alias affiliation', TEXT),
  email: { value: { is: 'email' } },
  website: { value: { is: 'webAddress' } },
  ...optional('address city country date-end date-start fax location orcid post-code region tel', ANYTHING),
};

/** The keys of the Citation File Format 1.2.0, as far as the register uses them. */
const CITATION: Keys = {
  'cff-version': { value: NUMBER_TOO, required: ALWAYS },
  message: { value: TEXT, required: ALWAYS },
  title: { value: TEXT, required: ALWAYS },
  authors: {
    value: { is: 'list', of: { is: 'section', keys: AUTHOR }, filled: true },
    required: ALWAYS,
  },
  abstract: { value: TEXT },
  'date-released': { value: { is: 'date', warns: 'future' } },
  license: { value: { is: 'list', of: { is: 'licence' }, orOne: true } },
  version: { value: NUMBER_TOO },
  ...optional('license-url repository repository-artifact repository-code url', { is: 'webAddress' }),
  ...optional('commit doi type', TEXT),
  ...optional('contact identifiers keywords preferred-citation references', ANYTHING),
};

interface Author {
  readonly name?: string;
  readonly alias?: string;
  readonly 'given-names'?: string;
  readonly 'name-particle'?: string;
  readonly 'family-names'?: string;
  readonly 'name-suffix'?: string;
}

interface Citation {
  readonly title?: string;
  readonly abstract?: string;
  readonly authors?: readonly Author[];
  readonly license?: readonly string[];
  readonly version?: string;
}

const START: Place = { line: 1, column: 1 };

/** Reads a CITATION.cff (https://citation-file-format.github.io). `today` is YYYY-MM-DD, UTC. */
export function readCitation(bytes: Uint8Array, { today }: { readonly today: string }): MetadataReading {
  const { file, findings } = readYaml(bytes);
  if (!file) return { metadata: undefined, findings };
  const { contents } = file.document;
  const duplicates = findDuplicates(file);
  if (!duplicates || !isMap(contents)) {
    const rule = duplicates ? 'not-a-mapping' : 'too-complex';
    return { metadata: undefined, findings: [...findings, finding(rule, START, '')] };
  }
  const walk: Walk = {
    file,
    version: DEFAULT_VERSION,
    today,
    findings: [...findings, ...duplicates],
    values: 0,
  };
  const citation: Citation = readSection(contents, CITATION, { key: '', place: START }, walk);
  const { title, abstract, authors = [], license = [], version } = citation;
  return {
    metadata: {
      name: title?.trim(),
      description: abstract?.trim(),
      authors: authors.map(nameOf).filter((name) => name !== ''),
      licence: anyOf(license),
      version,
    },
    findings: inOrder(walk.findings),
  };
}

function nameOf(author: Author): string {
  const parts = ['given-names', 'name-particle', 'family-names', 'name-suffix'] as const;
  const person = parts.flatMap((part) => author[part]?.trim() ?? []).join(' ');
  return author.name?.trim() || person || author.alias?.trim() || '';
}

/** Several licences are a choice. */
function anyOf(licences: readonly string[]): string | undefined {
  const read = licences.map((licence) => readLicenceExpression(licence));
  const known = read.flatMap((one) => (one && one.unknown.length === 0 ? [one.canonical] : []));
  return known.length > 0 && known.length === licences.length ? known.join(' OR ') : undefined;
}
