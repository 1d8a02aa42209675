import { describe, expect, test } from 'vitest';
import { readSettings } from '../../config/settings.ts';
import { readFrontMatter } from '../front-matter.ts';
import { readSheet } from './sheet.ts';

const { software } = readSettings('software: { attributes: { rgaa: { kind: flag } } }\n').settings;

const sheet = (front: string) =>
  readSheet(
    {
      path: 'fiches/rudder.md',
      title: 'Rudder',
      front: readFrontMatter(`---\n${front}\n---\n`).values,
      descriptions: { fr: 'Configure' },
    },
    software as NonNullable<typeof software>,
  );

describe('a sheet', () => {
  test('says all that a row has no room for', () => {
    const { of, said, findings } = sheet(
      `
software: 12
status: recommandé
since: 2019
licence: GPL-3.0-or-later
repository: github.com/Normation/rudder
wikidata: https://www.wikidata.org/wiki/Q3454
description: { en: Configures machines }
systems: [linux, windows]
similar: [Ansible, { name: Ivanti, free: no }]
instances: [{ url: https://rudder.example, audience: Les services, operator: Morvaine }]
providers: [{ name: Exemple SARL, url: https://sarl.example }]
attributes: { rgaa: oui }
`.trim(),
    );
    expect(findings).toEqual([]);
    expect(of).toBe('12');
    expect(said).toMatchObject({
      status: 'recommended',
      since: '2019',
      repository: 'https://github.com/Normation/rudder',
      wikidata: 'Q3454',
      descriptions: { fr: 'Configure', en: 'Configures machines' },
      similar: [
        { name: 'Ansible', free: null },
        { name: 'Ivanti', free: false },
      ],
      instances: [{ url: 'https://rudder.example', audience: 'Les services', operator: 'Morvaine' }],
      attributes: { rgaa: true },
    });
  });

  test('says why and when a software is withdrawn', () => {
    expect(sheet('withdrawn: { on: 2024-02-29, why: Plus maintenu, lastVersion: 6.2 }').said).toMatchObject({
      status: 'withdrawn',
      withdrawal: { on: '2024-02-29', why: 'Plus maintenu', lastVersion: '6.2' },
    });
  });

  test.each([
    [
      'status: peut-être',
      'status: “peut-être” is not understood; write observation, recommended or withdrawn',
    ],
    [
      'since: 2023-02-30',
      'since: “2023-02-30” is not understood; write a date such as 2024, 2024-05 or 2024-05-06',
    ],
    [
      'homepage: javascript:alert(1)',
      'homepage: “javascript:alert(1)” is not understood; write an address such as https://www.example.org',
    ],
    ['wikidata: Rudder', 'wikidata: “Rudder” is not understood; write an identifier such as Q3454'],
    ['instances: [1, {}]', 'instances.1: “{}” is not understood; write an address, or { url: … }'],
    [
      'attributes: { couleur: bleu }',
      'attributes.couleur: is not one that software.attributes defines; define it there, or take it away',
    ],
    ['attributes: [a]', 'attributes: is not a map of names to values; write { name: value }'],
  ])('tells what is wrong, and the rest stands: %s', (front, message) => {
    const { findings, said } = sheet(`licence: MIT\n${front}`);
    expect(findings.map((finding) => finding.message)).toContain(message);
    expect(said.licence).toBe('MIT');
  });

  test('is not blown up by aliases', () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...'bcdefghi'
        .split('')
        .map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[at]}`).join(', ')}]`),
    ];
    const { said } = sheet(['licence: MIT', ...bomb, 'systems: *i'].join('\n'));
    expect(said.licence).toBe('MIT');
    expect(JSON.stringify(said).length).toBeLessThan(10_000);
  });
});
