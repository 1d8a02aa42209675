import { describe, expect, test } from 'vitest';
import { changed, example, type Path, read, wrong } from './example.fixture.ts';
import { VERSIONS, type Version } from './versions.ts';

const MINUTES = 'Minutes of councils';

test.each(VERSIONS)('a file right by version %s has nothing wrong', (version) => {
  expect(wrong(example(version))).toEqual([]);
  expect(read(example(version)).version).toBe(version);
});

test('what is read is given, one as a list of one', () => {
  const { publiccode } = read(changed(['platforms'], 'web'));
  expect(publiccode).toMatchObject({
    name: 'Deliberate',
    platforms: ['web'],
    description: { en: { features: ['Votes by name'] } },
    localisation: { localisationReady: true },
  });
});

test('a finding tells where, what, and what is expected', () => {
  const { findings } = read(changed(['developmentStatus'], 'stabel'));
  expect(findings).toEqual([
    {
      rule: 'not-in-list',
      severity: 'error',
      line: 9,
      column: 1,
      key: 'developmentStatus',
      found: 'stabel',
      expected: 'stable',
    },
  ]);
});

test.each([
  ['0', '0.7'],
  ['0.2.1', '0.2'],
  ['0.5.0', '0.5'],
  ['1.0', '1'],
  ['http://w3id.org/publiccode/version/0.1', '0.1'],
])('a file that says version %s is read by version %s', (said, version) => {
  expect(read(`publiccodeYmlVersion: "${said}"\n`).version).toBe(version);
});

test('an old version is a note, the latest is not', () => {
  expect(read(example('0.4')).findings).toMatchObject([
    { rule: 'old-version', severity: 'note', expected: '0.7' },
  ]);
  expect(read(example('0.7')).findings).toEqual([]);
});

describe('versions', () => {
  const cases: readonly [Version, Path, unknown, readonly string[]][] = [
    // What each version added
    ['0.4', ['organisation'], { uri: 'https://town.example.org/' }, ['later-key organisation']],
    ['0.4', ['fundedBy'], [{ name: 'Town' }], ['later-key fundedBy']],
    ['0.6', ['supports'], [{ id: 'alias:gdpr' }], ['later-key supports']],
    ['0.3', ['categories', 0], 'design', ['later-value categories[0]']],
    ['0.4', ['categories', 0], 'other', ['later-value categories[0]']],
    ['0.2', ['categories', 0], 'whistleblowing', ['later-value categories[0]']],
    ['0.1', ['softwareType'], 'standalone/web', ['later-value softwareType']],
    // What became optional
    ['0.3', ['releaseDate'], undefined, ['missing-key releaseDate']],
    ['0.4', ['releaseDate'], undefined, []],
    ['0.4', ['categories'], undefined, ['missing-key categories']],
    ['0.5', ['categories'], undefined, []],
    ['0.2', ['description', 'en', 'genericName'], undefined, ['missing-key description.en.genericName']],
    ['0.3', ['description', 'en', 'genericName'], undefined, []],
    [
      '0.2',
      ['description', 'en', 'longDescription'],
      'm'.repeat(499),
      ['too-short description.en.longDescription'],
    ],
    ['0.3', ['description', 'en', 'longDescription'], 'm'.repeat(150), []],
    // What was deprecated, then went
    ['0.2', ['monochromeLogo'], 'mono.svg', []],
    ['0.3', ['monochromeLogo'], 'mono.svg', ['deprecated-key monochromeLogo']],
    ['1', ['monochromeLogo'], 'mono.svg', ['removed-key monochromeLogo']],
    ['0.3', ['inputTypes'], ['text/plain'], ['deprecated-key inputTypes']],
    ['1', ['outputTypes'], ['text/plain'], ['removed-key outputTypes']],
    ['0.3', ['description', 'en', 'genericName'], MINUTES, ['deprecated-key description.en.genericName']],
    ['1', ['description', 'en', 'genericName'], MINUTES, ['removed-key description.en.genericName']],
    ['0.3', ['legal', 'authorsFile'], 'AUTHORS', []],
    ['0.4', ['legal', 'authorsFile'], 'AUTHORS', ['deprecated-key legal.authorsFile']],
    ['1', ['legal', 'authorsFile'], 'AUTHORS', ['removed-key legal.authorsFile']],
    ['0.4', ['legal', 'repoOwner'], 'Town', []],
    ['0.5', ['legal', 'repoOwner'], 'Town', ['deprecated-key legal.repoOwner']],
    ['1', ['legal', 'repoOwner'], 'Town', ['removed-key legal.repoOwner']],
    ['0.2', ['softwareType'], 'standalone', ['deprecated-value softwareType']],
    ['0.3', ['softwareType'], 'standalone', ['removed-value softwareType']],
    ['0.7', ['intendedAudience'], { scope: ['government'] }, []],
    ['1', ['intendedAudience'], { scope: ['government'] }, ['removed-value intendedAudience.scope[0]']],
    ['0.4', ['intendedAudience'], { countries: ['fr', 'FR'] }, []],
    [
      '0.5',
      ['intendedAudience'],
      { countries: ['fr', 'FR'] },
      ['deprecated-value intendedAudience.countries[0]'],
    ],
    ['1', ['intendedAudience'], { countries: ['fr'] }, ['removed-value intendedAudience.countries[0]']],
    ['0.2', ['tags'], ['chat'], ['removed-key tags']],
    ['0.2', ['intendedAudience'], { onlyFor: ['cities'] }, ['removed-key intendedAudience.onlyFor']],
    ['0.2', ['description', 'en', 'freeTags'], ['x'], ['removed-key description.en.freeTags']],
    // Countries
    ['0.4', ['it'], { countryExtensionVersion: '1.0', riuso: { codiceIPA: 'c_h501' } }, []],
    ['0.5', ['it'], { countryExtensionVersion: '1.0' }, ['deprecated-key it']],
    [
      '0.5',
      ['IT'],
      { countryExtensionVersion: '1.0', conforme: { gdpr: true } },
      ['deprecated-key IT.conforme'],
    ],
    [
      '0.5',
      ['IT'],
      { countryExtensionVersion: '1.0', riuso: { codiceIPA: 'c_h501' } },
      ['deprecated-key IT.riuso.codiceIPA'],
    ],
    ['0.7', ['IT'], { countryExtensionVersion: '1.0' }, ['deprecated-key IT']],
    ['1', ['IT'], { countryExtensionVersion: '1.0' }, ['removed-key IT']],
    ['0.6', ['IT'], { countryExtensionVersion: '3' }, ['not-in-list IT.countryExtensionVersion']],
    ['0.6', ['FR'], { anything: true }, []],
    ['0.6', ['It'], {}, ['unknown-key It']],
    // Who must be named
    ['0.5', ['fundedBy'], [{ uri: 'https://fund.example.org/' }], ['missing-key fundedBy[0].name']],
    ['0.5', ['fundedBy'], [{ name: 'Fund' }], []],
    ['1', ['fundedBy'], [{ name: 'Fund' }], ['missing-key fundedBy[0].uri']],
    ['0.7', ['organisation'], { name: 'Town' }, ['missing-key organisation.uri']],
    ['0.7', ['maintenance'], { type: 'community' }, ['missing-key maintenance.contacts']],
    ['0.7', ['maintenance'], { type: 'none' }, []],
    ['0.1', ['maintenance'], { type: 'none' }, ['missing-key maintenance.contacts']],
    ['0.7', ['maintenance'], { type: 'contract' }, ['missing-key maintenance.contractors']],
    ['0.7', ['maintenance'], { type: 'contract', contractors: [] }, ['empty-value maintenance.contractors']],
    [
      '0.7',
      ['maintenance'],
      { type: 'none', contractors: [{ name: 'Firm', until: '2030-01-01' }] },
      ['key-not-expected maintenance.contractors'],
    ],
    ['0.4', ['maintenance'], { type: 'none', contractors: [{ name: 'Firm', until: '2030-01-01' }] }, []],
    [
      '1',
      ['maintenance', 'contacts', 0, 'phone'],
      '01 23 45 67 89',
      ['not-a-phone maintenance.contacts[0].phone'],
    ],
    [
      '0.7',
      ['maintenance', 'contacts', 0, 'phone'],
      '01 23 45 67 89',
      ['phone-prefix maintenance.contacts[0].phone'],
    ],
    ['1', ['maintenance', 'contacts', 0, 'phone'], '+33 1 23 45 67 89', []],
    ['0.7', ['publiccode-yaml-version'], '0.1', ['removed-key publiccode-yaml-version']],
  ];

  test.each(cases)('in %s, %j: %j', (version, path, value, expected) => {
    expect(wrong(changed(path, value, version))).toEqual(expected);
  });
});

describe('values', () => {
  const cases: readonly [Path, unknown, readonly string[]][] = [
    [['name'], undefined, ['missing-key name']],
    [['name'], null, ['empty-value name']],
    [['name'], '  ', ['empty-value name']],
    [['name'], ['Deliberate'], ['wrong-type name']],
    [['name'], true, ['wrong-type name']],
    [['name'], '議事録 🏛️ محضر', []],
    [['name'], 2048, ['unquoted name']],
    [['softwareVersion'], 1.1, ['unquoted softwareVersion']],
    [['landingURL'], null, []],
    [['url'], 'git@forge.example.org:town/deliberate.git', ['not-a-url url']],
    [['url'], 'forge.example.org/town', ['not-a-url url']],
    [['url'], 'git://forge.example.org/town.git', []],
    [['landingURL'], 'ftp://example.org/', ['not-http landingURL']],
    [['roadmap'], 'https:///nothing', ['not-a-url roadmap']],
    [['isBasedOn'], 'https://forge.example.org/other.git', []],
    [['isBasedOn'], ['https://forge.example.org/a.git', 'none'], ['not-a-url isBasedOn[1]']],
    [['isBasedOn'], { url: 'x' }, ['wrong-type isBasedOn']],
    [['releaseDate'], '2026-02-30', ['not-a-date releaseDate']],
    [['releaseDate'], '01/03/2026', ['not-a-date releaseDate']],
    [['releaseDate'], '2026-03-01T00:00:00Z', ['not-a-date releaseDate']],
    [['releaseDate'], 20260301, ['not-a-date releaseDate']],
    [['releaseDate'], '2027-01-01', ['future-date releaseDate']],
    [['releaseDate'], '2026-11-29', []],
    [['logo'], 'img/logo.svg', []],
    [['logo'], 'img/logo.jpg', ['file-format logo']],
    [['logo'], '/img/logo.svg', ['not-a-path logo']],
    [['logo'], 'file:///img/logo.svg', ['not-a-path logo']],
    [['logo'], '../../etc/logo.svg', ['not-a-path logo']],
    [['logo'], 'https://example.org/logo.png?raw=1', []],
    [
      ['description', 'en', 'screenshots'],
      ['a.png', 'b.webp'],
      ['file-format description.en.screenshots[1]'],
    ],
    [['description', 'en', 'videos'], ['video'], ['not-a-url description.en.videos[0]']],
    [['platforms'], [], ['empty-value platforms']],
    [['platforms'], ['Web', 'freebsd'], ['other-spelling platforms[0]']],
    [['categories'], ['crm', 'documents'], ['not-in-list categories[1]']],
    [['categories'], 'crm', ['wrong-type categories']],
    [['usedBy'], ['Town', null], ['empty-value usedBy[1]']],
    [['softwareType'], 'web', ['not-in-list softwareType']],
    [
      ['intendedAudience'],
      { countries: ['UK', 'Fr', 'FRA'] },
      [0, 1, 2].map((n) => `not-a-country intendedAudience.countries[${n}]`),
    ],
    [['intendedAudience'], ['FR'], ['wrong-type intendedAudience']],
    [
      ['supports'],
      [{ id: 'alias:gdpr' }, { id: 'https://example.org/norm' }, { id: 'alias:rgpd' }, { id: 'rgpd' }, {}],
      ['not-in-list supports[2].id', 'not-a-uri supports[3].id', 'missing-key supports[4].id'],
    ],
    [['organisation', 'uri'], 'urn:x-italian-pa:c_h501', []],
    [['organisation', 'uri'], 'urn:x-italian-pa:a town', ['not-a-uri organisation.uri']],
    [['organisation', 'uri'], 'Town', ['not-a-uri organisation.uri']],
    [['description'], {}, ['empty-value description']],
    [['description', 'en', 'shortDescription'], undefined, ['missing-key description.en.shortDescription']],
    [['description', 'en', 'shortDescription'], 'é'.normalize('NFD').repeat(150), []],
    [['description', 'en', 'shortDescription'], '👩‍👩‍👧'.repeat(150), []],
    [
      ['description', 'en', 'shortDescription'],
      'x'.repeat(151),
      ['too-long description.en.shortDescription'],
    ],
    [
      ['description', 'en', 'shortDescription'],
      'Two\nlines',
      ['several-lines description.en.shortDescription'],
    ],
    [['description', 'en', 'shortDescription'], 'Less <b>bold</b>', ['html description.en.shortDescription']],
    [['description', 'en', 'shortDescription'], 'a < b and c > d, see <https://example.org/>', []],
    [
      ['description', 'en', 'longDescription'],
      '<script>alert(1)</script>'.repeat(20),
      ['html description.en.longDescription'],
    ],
    [
      ['description', 'en', 'longDescription'],
      'm'.repeat(10_001),
      ['too-long description.en.longDescription'],
    ],
    [['description', 'en', 'longDescription'], undefined, ['missing-in-all-languages description']],
    [['description', 'en', 'features'], undefined, ['missing-in-all-languages description']],
    [['description', 'en', 'features'], [], ['empty-value description.en.features']],
    [['description', 'fr'], { shortDescription: 'Les procès-verbaux d’un conseil.' }, []],
    [['description', 'eng'], { shortDescription: MINUTES }, ['deprecated-value description.eng']],
    [['description', 'frp'], { shortDescription: MINUTES }, []],
    [['description', 'gcf'], { shortDescription: MINUTES }, []],
    [['description', 'zh-Hant-TW'], { shortDescription: MINUTES }, []],
    [['description', 'en_GB'], { shortDescription: MINUTES }, ['not-a-language description.en_GB']],
    [['description', 'xx'], { shortDescription: MINUTES }, ['not-a-language description.xx']],
    [['description', 'français'], { shortDescription: MINUTES }, ['not-a-language description.français']],
    [
      ['description', 'en'],
      'minutes',
      [
        'wrong-type description.en',
        'missing-in-all-languages description',
        'missing-in-all-languages description',
      ],
    ],
    [['legal', 'license'], undefined, ['missing-key legal.license']],
    [['legal', 'license'], 'MIT OR EUPL-1.2', []],
    [['legal', 'license'], 'GPL-2.0-only WITH Classpath-exception-2.0', []],
    [['legal', 'license'], 'mit', ['licence-spelling legal.license']],
    [['legal', 'license'], 'GPL-3.0', ['deprecated-licence legal.license']],
    [['legal', 'license'], 'Licence de la ville', ['not-an-expression legal.license']],
    [['legal', 'license'], 'VILLE-1.0', ['unknown-licence legal.license']],
    [['legal'], 'MIT', ['wrong-type legal']],
    [['legal', 'mainCopyrightOwner'], 'Town', []],
    [
      ['maintenance', 'type'],
      'interna',
      ['not-in-list maintenance.type', 'missing-key maintenance.contacts'].slice(0, 1),
    ],
    [['maintenance', 'contacts', 0, 'email'], 'nour', ['not-an-email maintenance.contacts[0].email']],
    [['maintenance', 'contacts', 0, 'email'], 'nour@town.example.org', []],
    [['maintenance', 'contacts', 0, 'name'], undefined, ['missing-key maintenance.contacts[0].name']],
    [
      ['maintenance'],
      { type: 'contract', contractors: [{ name: 'Firm', until: '2020-01-01', website: 'firm' }] },
      ['contract-ended maintenance.contractors[0].until', 'not-a-url maintenance.contractors[0].website'],
    ],
    [
      ['maintenance'],
      { type: 'contract', contractors: [{ name: 'Firm' }] },
      ['missing-key maintenance.contractors[0].until'],
    ],
    [['localisation', 'localisationReady'], 'ready', ['wrong-type localisation.localisationReady']],
    [['localisation', 'availableLanguages'], [], ['empty-value localisation.availableLanguages']],
    [
      ['localisation', 'availableLanguages'],
      ['eng'],
      ['deprecated-value localisation.availableLanguages[0]'],
    ],
    [['dependsOn'], { open: [{ name: 'PostgreSQL', versionMin: 15.2, optional: true }] }, []],
    [
      ['dependsOn'],
      { open: [{ version: '1', optional: 'maybe' }] },
      ['missing-key dependsOn.open[0].name', 'wrong-type dependsOn.open[0].optional'],
    ],
    [['dependsOn'], { open: ['PostgreSQL'] }, ['wrong-type dependsOn.open[0]']],
    [['inputTypes'], ['text/plain', 'pdf'], ['deprecated-key inputTypes', 'not-a-media-type inputTypes[1]']],
    [['licence'], 'MIT', ['unknown-key licence']],
    [['constructor'], 'x', ['unknown-key constructor']],
    [['publiccodeYmlVersion'], '2', ['unknown-version publiccodeYmlVersion']],
    [['publiccodeYmlVersion'], undefined, ['missing-key publiccodeYmlVersion']],
    [['publiccodeYmlVersion'], 0.7, ['unquoted publiccodeYmlVersion']],
  ];

  test.each(cases)('%j: %j', (path, value, expected) => {
    expect([...wrong(changed(path, value))].toSorted()).toEqual([...expected].toSorted());
  });
});

test('the name that was meant is told', () => {
  const { findings } = read(`${example()}softwareversion: "1"\n`);
  expect(findings).toMatchObject([
    { rule: 'unknown-key', key: 'softwareversion', expected: 'softwareVersion' },
  ]);
});

test('a number keeps the spelling that YAML would lose', () => {
  const { publiccode, findings } = read(`${example()}softwareVersion: 1.10\n`);
  expect(publiccode?.softwareVersion).toBe('1.10');
  expect(findings).toMatchObject([{ rule: 'unquoted', expected: '"1.10"' }]);
});

test('yes and no of YAML 1.1 are understood, and told', () => {
  const { publiccode, findings } = read(
    example().replace('localisationReady: true', 'localisationReady: yes'),
  );
  expect(publiccode?.localisation?.localisationReady).toBe(true);
  expect(findings).toMatchObject([{ rule: 'yaml-1.1', expected: 'true' }]);
});

test('IT and it are not both kept', () => {
  const sections = 'IT: { countryExtensionVersion: "1.0" }\nit: { countryExtensionVersion: "1.0" }\n';
  expect(wrong(`${example('0.6')}${sections}`)).toEqual(['deprecated-key it', 'both-spellings it']);
});
