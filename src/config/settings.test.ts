import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, localized, readSettings } from './settings.ts';

/** The problems as `line:column message`. */
const told = (source: string) =>
  readSettings(source).problems.map(({ line, column, message }) => `${line}:${column} ${message}`);

test('every setting may be silent', () => {
  for (const source of ['', '\n', '# only a comment\n', '---\n', '{}', '\ufeff']) {
    expect(readSettings(source)).toMatchObject({ settings: DEFAULT_SETTINGS, problems: [] });
  }
});

test('the keys that a file has are named, and not those it leaves to their default', () => {
  expect(readSettings('').named).toEqual([]);
  expect(readSettings('licence: MIT\ntitle: Un wiki\n').named.toSorted()).toEqual(['licence', 'title']);
  expect(readSettings('title: [\n').named).toEqual([]);
});

test('every setting is read', () => {
  const source = [
    'title: { fr: Un wiki, en: A wiki }',
    'description: Tout.',
    'url: https://wiki.example/',
    'languages: [fr, en, pt-BR]',
    'licence: etalab-2.0',
    'legacy: [https://old.example/wiki/]',
    'navigation:',
    '  - guides/',
    '  - path: faq',
    '    title: Questions',
    '  - title: { fr: Liste, en: List }',
    '    link: mailto:list@example.org',
    'theme: { accent: "#0b5d5e" }',
  ].join('\n');
  const { settings, problems } = readSettings(source);
  expect(problems).toEqual([]);
  expect(settings).toMatchObject({
    title: { fr: 'Un wiki', en: 'A wiki' },
    languages: ['fr', 'en', 'pt-BR'],
    navigation: ['guides/', { path: 'faq', title: 'Questions' }, { link: 'mailto:list@example.org' }],
    theme: { accent: '#0b5d5e' },
  });
});

describe('what is wrong is told where it is written', () => {
  test.each([
    ['title: 5', '1:1 title: is neither a text nor one text a language'],
    ['title: {}', '1:1 title: is empty'],
    ['licence: [a]', '1:1 licence: Invalid input: expected string, received array'],
    ['\nlanguages: fr', '2:1 languages: Invalid input: expected array, received string'],
    ['languages:\n  - fr\n  - French', '3:5 languages.1: is not a language code such as fr or en'],
    ['languages: [fr-x1]', '1:13 languages.0: is not a language code such as fr or en'],
    ['languages: [fr, fr]', '1:1 languages: names a language twice'],
    ['theme:\n  accent: blue', '2:3 theme.accent: is not a colour such as #0b5d5e'],
    ['theme: { colour: "#000000" }', '1:10 theme.colour: is not a setting'],
    ['legacy: [somewhere]', '1:10 legacy.0: is not an address that begins with http:// or https://'],
    ['url: ftp://x.example', '1:1 url: is not an address that begins with http:// or https://'],
    [
      'navigation:\n  - title: x\n    link: javascript:alert(1)',
      '3:5 navigation.0.link: is not a web or mail address',
    ],
    ['just a text', '1:1 the file: Invalid input: expected object, received string'],
    ['- a\n- b', '1:1 the file: Invalid input: expected object, received array'],
  ])('%j', (source, problem) => {
    expect(told(source)).toEqual([problem]);
  });

  test('each key that is not a setting, however many', () => {
    expect(told('titre: x\ntitle: Un wiki\nlangues:\n  - fr\n')).toEqual([
      '1:1 titre: is not a setting',
      '3:1 langues: is not a setting',
    ]);
  });

  test('what is not YAML', () => {
    expect(told('title: a: b')).toEqual([expect.stringMatching(/^1:8 Nested mappings/)]);
    expect(told('title: ok\nlicence: [a\n')).toEqual([expect.stringMatching(/^3:1 /)]);
    expect(told('title: a\ntitle: b\n')).toEqual([expect.stringMatching(/^2:1 Map keys must be unique/)]);
  });
});

test('the settings that are right are given beside those that are wrong', () => {
  const { settings, named } = readSettings('title: Un wiki\nlanguages: fr\nunknown: 1\nother: 2\n');
  expect(settings).toEqual({ ...DEFAULT_SETTINGS, title: 'Un wiki' });
  expect(named).toEqual(['title']);
});

describe('a file made to do harm is told and does none', () => {
  test.each([
    ['references to references', bomb()],
    ['a value that holds itself', 'title: &t { fr: *t }\n'],
    ['a list that holds itself', 'navigation: &n [*n]\n'],
    ['very deep nesting', '['.repeat(20_000)],
    ['very deep maps', '{a: '.repeat(20_000)],
    ['a file too long', `title: ${'x'.repeat(300_000)}`],
    ['a prototype', '__proto__: { title: x }\nconstructor: 1\n'],
  ])('%s', (_name, source) => {
    const began = performance.now();
    const { settings, problems } = readSettings(source);
    expect(problems.length).toBeGreaterThan(0);
    expect(settings).toEqual(DEFAULT_SETTINGS);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

test('a text is given in the reader’s language, else in the first there is', () => {
  expect(localized('Un wiki', 'en')).toBe('Un wiki');
  expect(localized({ fr: 'Un wiki', en: 'A wiki' }, 'en')).toBe('A wiki');
  expect(localized({ fr: 'Un wiki', en: 'A wiki' }, 'it')).toBe('Un wiki');
});

/** The "billion laughs" in YAML. */
function bomb(): string {
  const levels = Array.from(
    { length: 12 },
    (_, n) => `a${n + 1}: &a${n + 1} [${Array(9).fill(`*a${n}`).join(', ')}]`,
  );
  return `a0: &a0 [x]\n${levels.join('\n')}\n`;
}
