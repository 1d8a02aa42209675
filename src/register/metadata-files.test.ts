import { describe, expect, test } from 'vitest';
import { readCitation } from './citation.ts';
import { readCodemeta } from './codemeta.ts';
import type { MetadataReading } from './software-metadata.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const rules = ({ findings }: MetadataReading) => findings.map(({ rule, key }) => `${rule} ${key}`.trim());
const citation = (text: string) => readCitation(bytes(text), { today: '2026-11-29' });
const codemeta = (value: unknown) =>
  readCodemeta(bytes(typeof value === 'string' ? value : JSON.stringify(value, null, 2)));

const CFF = `cff-version: 1.2.0
message: If you use this software, please cite it as below.
title: Deliberate
abstract: The minutes of a council.
type: software
authors:
  - family-names: Exemple
    given-names: Nour
    name-particle: d’
    orcid: https://orcid.org/0000-0000-0000-0000
  - name: Town of Example
license: AGPL-3.0-or-later
version: 1.10
date-released: 2026-03-01
keywords: [minutes]
repository-code: https://forge.example.org/town/deliberate
`;

describe('CITATION.cff', () => {
  test('is read', () => {
    expect(citation(CFF)).toEqual({
      metadata: {
        name: 'Deliberate',
        description: 'The minutes of a council.',
        authors: ['Nour d’ Exemple', 'Town of Example'],
        licence: 'AGPL-3.0-or-later',
        version: '1.10',
      },
      findings: [expect.objectContaining({ rule: 'unquoted', key: 'version', line: 13, expected: '"1.10"' })],
    });
  });

  test('several licences are a choice', () => {
    expect(citation(CFF.replace('AGPL-3.0-or-later', '[MIT, EUPL-1.2]')).metadata?.licence).toBe(
      'MIT OR EUPL-1.2',
    );
  });

  test.each([
    ['title: Deliberate\n', '', ['missing-key title']],
    ['authors:', 'author:', ['missing-key authors', 'unknown-key author']],
    ['AGPL-3.0-or-later', 'TOWN-1.0', ['unknown-licence license']],
    ['2026-03-01', '2026-13-01', ['not-a-date date-released']],
    ['2026-03-01', '2126-03-01', ['future-date date-released']],
    ['https://forge', 'forge', ['not-a-url repository-code']],
  ])('%j for %j is told', (before, after, expected) => {
    expect(rules(citation(CFF.replace('1.10', '"1.10"').replace(before, after)))).toEqual(expected);
  });

  test.each([
    ['', 'empty'],
    ['- a\n', 'not-a-mapping'],
    ['a: [\n', 'yaml-syntax'],
    ['- '.repeat(100_000), 'too-complex'],
  ])('%# is no citation: %s', (text, rule) => {
    const read = citation(text);
    expect(read.metadata).toBeUndefined();
    expect(rules(read)[0]).toBe(rule);
  });
});

const CODEMETA = {
  '@context': 'https://doi.org/10.5063/schema/codemeta-2.0',
  '@type': 'SoftwareSourceCode',
  name: 'Deliberate',
  description: 'The minutes of a council.',
  license: 'https://spdx.org/licenses/AGPL-3.0-or-later',
  version: '1.2.0',
  author: [
    { '@type': 'Person', givenName: 'Nour', familyName: 'Exemple' },
    { '@type': 'Organization', name: 'Town of Example' },
  ],
  codeRepository: 'https://forge.example.org/town/deliberate',
};

describe('codemeta.json', () => {
  test('is read', () => {
    expect(codemeta(CODEMETA)).toEqual({
      metadata: {
        name: 'Deliberate',
        description: 'The minutes of a council.',
        authors: ['Nour Exemple', 'Town of Example'],
        licence: 'AGPL-3.0-or-later',
        version: '1.2.0',
      },
      findings: [],
    });
  });

  test.each([
    [{ author: 'Nour Exemple' }, { authors: ['Nour Exemple'] }],
    [{ author: { '@list': [{ name: '名前' }] } }, { authors: ['名前'] }],
    [{ author: { '@id': 'https://orcid.org/0000-0000-0000-0000' } }, { authors: [] }],
    [{ license: ['MIT', 'EUPL-1.2'] }, { licence: 'MIT AND EUPL-1.2' }],
    [{ license: { '@type': 'CreativeWork', name: 'MIT License' } }, { licence: 'MIT' }],
    [{ version: 2 }, { version: '2' }],
    [{ version: undefined, softwareVersion: '3' }, { version: '3' }],
    [{ description: { '@value': 'Minutes', '@language': 'en' } }, { description: 'Minutes' }],
    [
      { '@context': ['https://w3id.org/codemeta/3.0', { town: 'https://example.org/' }] },
      { name: 'Deliberate' },
    ],
  ])('%j is understood', (part, expected) => {
    const { metadata, findings } = codemeta({ ...CODEMETA, ...part });
    expect(findings).toEqual([]);
    expect(metadata).toMatchObject(expected);
  });

  test.each([
    [{ name: undefined }, ['missing-key name']],
    [{ name: ['a'] }, ['wrong-type name']],
    [{ '@context': undefined }, ['missing-key @context']],
    [{ '@context': 'https://schema.org' }, ['not-in-list @context']],
    [{ '@type': 'Dataset' }, ['not-in-list @type']],
    [{ license: 'https://town.example.org/licence' }, ['unknown-licence license']],
    [{ author: [{ email: 'nour@example.org' }] }, ['missing-key author[0].name']],
  ])('%j is told', (part, expected) => {
    expect(rules(codemeta({ ...CODEMETA, ...part }))).toEqual(expected);
  });

  test('a finding tells its line', () => {
    expect(codemeta({ ...CODEMETA, license: 'TOWN' }).findings).toMatchObject([
      { line: 6, column: 14, found: 'TOWN' },
    ]);
  });

  test.each([
    ['', 'empty'],
    ['[]', 'not-a-mapping'],
    ['"codemeta"', 'not-a-mapping'],
    ['{"name": "x",}', 'json-syntax'],
    ['name: x', 'json-syntax'],
    ['['.repeat(200_000), 'json-syntax'],
    [`${'['.repeat(500)}${']'.repeat(500)}`, 'too-complex'],
    [`"${'x'.repeat(1024 * 1024)}"`, 'file-size'],
  ])('%# is no codemeta.json: %s', (text, rule) => {
    const read = codemeta(text);
    expect(read.metadata).toBeUndefined();
    expect(rules(read)).toEqual([rule]);
  });
});
