import { describe, expect, test } from 'vitest';
import { readFrontMatter } from '../../wiki/front-matter.ts';
import { readSheet } from '../../wiki/software-files/sheet.ts';
import { sillSheets } from './import-sill.ts';
import { readSill } from './sill.ts';
import { sillObject } from './sill-object.ts';
import type { Software } from './software.ts';

/** As the SILL published it, in two of its forms, with what tries to be HTML. */
const SILL = JSON.stringify([
  {
    id: 12,
    name: 'Rudder',
    description: 'Configure des <script>alert(1)</script> machines',
    referencedSinceTime: 1546300800000,
    dereferencing: { reason: 'Remplacé', time: 1706745600000, lastRecommendedVersion: '7.3' },
    isPresentInSupportContract: true,
    isFromFrenchPublicService: true,
    license: 'GPL-3.0-or-later',
    versionMin: '6.2',
    keywords: ['configuration'],
    softwareType: { type: 'desktop/mobile', os: { windows: false, linux: true } },
    softwareExternalData: { externalId: 'Q3454', websiteUrl: 'https://rudder.example' },
    similarExternalSoftwares: [{ externalId: 'Q2852503', label: { en: 'Ansible' }, isLibreSoftware: true }],
    annuaireCnllServiceProviders: [{ name: 'Exemple SARL', siren: '1', url: 'https://sarl.example' }],
    instances: [{ publicUrl: 'https://a.example', targetAudience: 'Tous', organization: 'Morvaine' }],
  },
  {
    softwareId: 7,
    softwareName: 'Tchap',
    softwareDescription: { fr: 'Messagerie' },
    prerogatives: { doRespectRgaa: null },
  },
  { id: 1 },
  'x',
]);

const SETTINGS = {
  sheets: 'fiches/',
  contracts: {},
  attributes: { keywords: { kind: 'list', filter: true } },
} as never;

describe('a catalogue such as the SILL', () => {
  test('is read in the forms that it had; what names no software is counted', () => {
    const { software, skipped } = readSill(SILL);
    expect(skipped).toBe(2);
    expect(software).toMatchObject([
      {
        id: '12',
        since: '2019-01-01',
        status: 'withdrawn',
        systems: ['linux'],
        similar: [{ name: 'Ansible', free: true }],
      },
      { id: '7', name: 'Tchap', description: { fr: 'Messagerie' }, status: 'recommended' },
    ]);
  });

  test('becomes sheets that say the same, and none of what has a sheet', () => {
    const known = [{ name: 'tchap', sheet: 'fiches/tchap.md' }] as Software[];
    const { files, had } = sillSheets(readSill(SILL).software, known, SETTINGS);
    expect(had).toEqual(['Tchap']);
    expect(files.map(({ path }) => path)).toEqual(['fiches/rudder.md']);
    const content = files[0]?.content ?? '';
    expect(content).toContain('Configure des \\<script\\>alert(1)\\</script\\> machines');
    const { values } = readFrontMatter(content);
    const { said, findings } = readSheet(
      { path: 'fiches/rudder.md', title: 'Rudder', front: values, descriptions: {} },
      SETTINGS,
    );
    expect(findings).toEqual([]);
    expect(said).toMatchObject({
      status: 'withdrawn',
      withdrawal: { on: '2024-02-01', why: 'Remplacé', lastVersion: '7.3' },
      wikidata: 'Q3454',
      sill: '12',
      attributes: { keywords: ['configuration'] },
    });
  });

  test('is given as it is read', () => {
    const software = {
      key: 'rudder',
      id: null,
      name: 'Rudder',
      sheet: null,
      origins: {},
      sill: '12',
      licence: 'MIT',
      since: '2019-01-01',
      status: 'withdrawn',
      withdrawal: { on: '2024-02-01', why: 'Remplacé', lastVersion: '7.3' },
      systems: ['linux'],
      contracts: ['support'],
      descriptions: { fr: 'Configure' },
      attributes: {},
      wikidata: 'Q3454',
      homepage: 'https://rudder.example',
      similar: [{ name: 'Ansible', free: true, wikidata: null }],
      providers: [],
      contributions: [],
      instances: [{ url: 'https://a.example/', audience: 'Tous', operator: null }],
    } as Software;
    expect(readSill(JSON.stringify([sillObject(software)])).software).toMatchObject([
      {
        id: '12',
        name: 'Rudder',
        licence: 'MIT',
        since: '2019-01-01',
        status: 'withdrawn',
        withdrawal: software.withdrawal,
        systems: ['linux'],
        isInContract: true,
        wikidata: 'Q3454',
        homepage: 'https://rudder.example',
        similar: software.similar,
        description: { fr: 'Configure' },
      },
    ]);
  });

  test.each(['', '{', '{}', '3'])('that is none is refused: %j', (source) => {
    expect(() => readSill(source)).toThrow(/not (?:JSON|a list)/);
  });
});
