import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../config/settings.ts';
import { MAX_PAGE_BYTES, readFacts, readPage } from './page.ts';
import type { Site } from './site.ts';

const site: Site = {
  settings: { ...DEFAULT_SETTINGS, legacy: ['https://old.example/wiki/'] },
  settingsProblems: [],
  defaultLanguage: 'fr',
  languages: ['fr', 'en'],
  suffixes: ['en', 'fr'],
  candidates: ['fr', 'en'],
  deducedFrom: 'settings',
  homeTitles: {},
  name: 'wiki',
};

const read = (path: string, text: string | Uint8Array) => readPage(path, Buffer.from(text), site);
const page = (path: string, text: string | Uint8Array) => read(path, text).page;
const facts = (text: string | Uint8Array) => readFacts(page('x.md', text).facts);
const front = (...lines: readonly string[]) => `---\n${lines.join('\n')}\n---\n`;

describe('the title', () => {
  test('is the front matter’s, else the first heading, else the name', () => {
    expect(page('x.md', `${front('title: Un titre')}# Autre\n`).title).toBe('Un titre');
    expect(page('x.md', 'Avant.\n\n## Une *partie*\n').title).toBe('Une partie');
    expect(page('plan-action_2024.en.md', 'text').title).toBe('Plan action 2024');
    expect(page('pocos/index.md', '').title).toBe('Pocos');
    expect(page('index.md', '').title).toBe('wiki');
  });

  test('may be a number, and is one line', () => {
    expect(page('x.md', front('title: 2024')).title).toBe('2024');
    expect(page('x.md', front('title: |', '  a', '  b')).title).toBe('a b');
    expect(page('x.md', front('title: [a]')).title).toBe('X');
    expect(page('x.md', front('title: "  "')).title).toBe('X');
  });

  test('is the lead heading when they are the same or only one is written', () => {
    expect(facts('# Un\n').titled).toBe(true);
    expect(facts(`${front('title: Un')}# Un\n`).titled).toBe(true);
    expect(facts(`${front('title: Un')}# Deux\n`).titled).toBe(false);
    expect(facts('Avant.\n\n# Un\n').titled).toBe(false);
  });
});

describe('the language', () => {
  const french =
    'Ce texte est écrit en français pour que chacun puisse le lire et le comprendre sans aucune peine. '.repeat(
      2,
    );
  const english =
    'This text is written in English so that everyone may read it and understand it without any trouble. '.repeat(
      2,
    );

  test('is that of the name, else what the page says, else what it is written in, else the wiki’s', () => {
    expect(page('x.en.md', `${front('lang: fr')}${french}`).language).toBe('en');
    expect(page('x.md', `${front('lang: en')}${french}`).language).toBe('en');
    expect(page('x.md', english).language).toBe('en');
    expect(page('x.md', french).language).toBe('fr');
    expect(page('x.md', 'Short.').language).toBe('fr');
  });

  test('is said by its code, whatever its case and its region', () => {
    expect(page('x.md', front('lang: EN')).language).toBe('en');
    expect(page('x.md', front('lang: en-GB')).language).toBe('en');
    expect(page('x.md', front('lang: english')).language).toBe('fr');
    expect(page('x.md', front('lang: [en]')).language).toBe('fr');
  });

  test('is not told by the code in it', () => {
    expect(page('x.md', `\`\`\`\n${english}\n\`\`\`\n${french}`).language).toBe('fr');
  });
});

test('every key of the front matter is understood', () => {
  const { page: row, aliases } = read(
    'docs/x.md',
    front(
      'description: "Une  page."',
      'date: 2024-02-29',
      'draft: true',
      'toc: false',
      'tags: [un, 2]',
      'translation_of: y.md',
      'redirect: /ailleurs',
      'aliases: [/ancien/nom, vieux.md]',
      'autre: { x: 1 }',
    ),
  );
  expect(row).toMatchObject({
    description: 'Une page.',
    date: '2024-02-29',
    unlisted: 1,
    translation_of: 'docs/y.md',
  });
  expect(readFacts(row.facts)).toMatchObject({
    toc: false,
    tags: ['un', '2'],
    redirect: '/ailleurs',
    front: { autre: { x: 1 } },
  });
  expect(aliases).toEqual([
    { address: '/ancien/nom', path: 'docs/x.md' },
    { address: '/docs/vieux', path: 'docs/x.md' },
  ]);
});

test('keys that say nothing we understand are kept, and do nothing', () => {
  const { page: row, aliases } = read(
    'x.md',
    front(
      'description: [a]',
      'date: soon',
      'draft: maybe',
      'toc: 1',
      'tags: { a: 1 }',
      'aliases: [[x], 1, ../../out]',
    ),
  );
  expect(row).toMatchObject({ description: '', date: null, unlisted: 0, translation_of: null });
  expect(readFacts(row.facts)).toMatchObject({ tags: [] });
  expect(readFacts(row.facts).toc).toBeUndefined();
  expect(aliases).toEqual([{ address: '/1', path: 'x.md' }]);
});

test('a date is a day that exists', () => {
  const dates = ['2024-05-01T10:00:00Z', '2024-13-01', '2023-02-30', '01/05/2024', '2024'];
  expect(dates.map((date) => page('x.md', front(`date: ${date}`)).date)).toEqual([
    '2024-05-01',
    null,
    null,
    null,
    null,
  ]);
});

describe('the text', () => {
  test('begins after its mark', () => {
    expect(page('x.md', '\ufeff---\ntitle: Un\n---\n').title).toBe('Un');
  });

  test('is UTF-8, else UTF-16 with its mark, else what every byte is a character of', () => {
    expect(page('x.md', Buffer.from('# \u00e9t\u00e9', 'latin1')).title).toBe('été');
    expect(page('x.md', Buffer.from('\ufeff# été', 'utf16le')).title).toBe('été');
    expect(facts(Buffer.from('\u00e9', 'latin1')).problems).toEqual([
      expect.objectContaining({ rule: 'encoding' }),
    ]);
    expect(facts('é').problems).toEqual([]);
  });

  test('too long is not read, and told', () => {
    const row = page('long-page.md', Buffer.alloc(MAX_PAGE_BYTES + 1, 'x\n'));
    expect(row.title).toBe('Long page');
    expect(readFacts(row.facts).problems).toEqual([expect.objectContaining({ rule: 'size' })]);
  });

  test('of five megabytes is read in a moment', () => {
    const began = performance.now();
    const row = page(
      'x.md',
      `# Titre\n\n${'Une phrase avec un [lien](autre.md) et du *relief*.\n\n'.repeat(90_000)}`,
    );
    expect(row.title).toBe('Titre');
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  test('keeps no character that a database refuses', () => {
    const nul = '\0';
    const {
      page: row,
      links,
      aliases,
    } = read(
      'x.md',
      `${front('title: "a\\0b"', 'aliases: ["/a\\0b"]', 'translation_of: "a\\0"')}[x${nul}](y${nul}.md#${nul} "t") [z](%00.md)`,
    );
    const written = JSON.stringify([{ ...row, facts: '' }, links, aliases]);
    expect(written).not.toContain('\\u0000');
  });
});

test('links are listed with their line in the file, and where they seem to lead', () => {
  const { links } = read(
    'docs/x.md',
    `${front('title: a')}[un](y.md#z)\n\n![deux](../i.png)\n[trois](https://x.example)\n[quatre](https://old.example/wiki/faq.md)\n[cinq](#ici)\n`,
  );
  expect(
    links.map(({ line, kind, path, fragment, first_paragraph }) => [
      line,
      kind,
      path,
      fragment,
      first_paragraph,
    ]),
  ).toEqual([
    [4, 'link', 'docs/y.md', 'z', 1],
    [6, 'image', 'i.png', null, 0],
    [7, 'link', null, null, 0],
    [8, 'link', 'faq.md', null, 0],
    [9, 'link', null, 'ici', 0],
  ]);
});
