import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { said } from '../support/register.ts';
import { servedRegister } from '../support/served-register.ts';

const FILES = {
  'index.md': '# Accueil',
  'greffe.yml': 'title: Bureau\nlanguages: [fr, en]\nurl: https://wiki.example\n',
};

const FAULT = { rule: 'missing-key', severity: 'error', line: 3, column: 1, key: 'legal.license' } as const;
const RELEASES = [
  {
    tag: 'v2',
    name: 'Deux <b>',
    date: '2024-02-02T10:00:00Z',
    url: 'https://gitlab.example/ville-exemple/outil/-/releases/v2',
  },
  { tag: 'v1', name: null, date: '2024-01-01T10:00:00Z', url: 'javascript:alert(1)' },
  { tag: 'v0', name: null, date: null, url: null },
];
const REPOSITORIES = [
  said('outil', {
    language: 'Go',
    releases: RELEASES,
    last_release: '2024-02-02T10:00:00Z',
    has_publiccode: false,
  }),
  said('carte', {
    language: 'Java',
    last_update: '2024-03-03T00:00:00Z',
    releases: [{ tag: '1.0', name: 'Un', date: '2024-01-15T00:00:00Z', url: null }],
    last_release: '2024-01-15T00:00:00Z',
    has_publiccode: true,
    publiccode_findings: { errors: 2, warnings: 1, notes: 0, list: [FAULT] },
  }),
  said('juste', {
    has_publiccode: true,
    publiccode_findings: { errors: 0, warnings: 0, notes: 3, list: [] },
  }),
  said('tiede', {
    has_publiccode: true,
    publiccode_findings: { errors: 0, warnings: 1, notes: 0, list: [] },
  }),
  said('inconnu'),
];

const titles = (rss: string) => [...rss.matchAll(/<item><title>(.*?)<\/title>/g)].map(([, title]) => title);

test('the newest releases are a feed, whatever repository they are of; those of a search too', async () => {
  await using it = await servedRegister(FILES);
  await it.record(REPOSITORIES);
  const { text } = await it.site.get('/-/code/latest-releases.xml');
  expect(XMLValidator.validate(text)).toBe(true);
  expect(titles(text)).toEqual(['outil v2', 'carte 1.0', 'outil v1']);
  expect(text).not.toContain('javascript:');
  expect(titles((await it.site.get('/-/code/latest-releases.xml?language=Java')).text)).toEqual([
    'carte 1.0',
  ]);
});

test('who has a publiccode.yml with faults is told them by a feed, of a search or of a repository', async () => {
  await using it = await servedRegister(FILES);
  await it.record(REPOSITORIES);
  const all = new XMLParser().parse((await it.site.get('/-/code/publiccode-findings.atom?lang=en')).text);
  expect(all.feed.entry).toMatchObject({ title: 'carte – 2 errors, 1 warning' });
  expect(all.feed.entry.content).toContain('<code>legal.license</code>');
  const address = '/-/code/repository/gitlab.example/ville-exemple/carte';
  const own = JSON.parse((await it.site.get(`${address}/publiccode.json`)).text);
  expect(own.items).toHaveLength(1);
  expect((await it.site.get(address)).text).toContain(`${address}/publiccode.atom`);
  const before = own.items[0].id;
  await it.record([
    said('carte', { publiccode_findings: { errors: 1, warnings: 0, notes: 0, list: [FAULT] } }),
  ]);
  const after = JSON.parse((await it.site.get(`${address}/publiccode.json`)).text);
  expect(after.items[0].id).not.toBe(before);
});

test.each([
  ['outil', 'absent', 'none'],
  ['carte', '2 erreurs', '2 errors'],
  ['juste', 'valide', 'valid'],
  ['tiede', '1 avertissement', '1 warning'],
  ['inconnu', 'inconnu', 'unknown'],
])('the badge of %s says “%s”, also to who does not see it', async (name, french, english) => {
  await using it = await servedRegister(FILES);
  await it.record(REPOSITORIES);
  const address = `/-/code/repository/gitlab.example/ville-exemple/${name}`;
  const { text, headers } = await it.site.get(`${address}/publiccode.svg`);
  expect(headers['content-type']).toBe('image/svg+xml');
  expect(headers['cache-control']).toBe('public, max-age=300');
  expect(XMLValidator.validate(text)).toBe(true);
  expect(text).toContain(`<title>publiccode.yml: ${french}</title>`);
  expect(text).toMatch(/role="img" aria-label="publiccode\.yml: /);
  expect((await it.site.get(`${address}/publiccode.svg?lang=en`)).text).toContain(`: ${english}</title>`);
  expect((await it.site.get(address)).text).toContain(`](https://wiki.example${address}/publiccode.svg)]`);
  expect((await it.site.get(`${address}x/publiccode.svg`)).status).toBe(404);
});
