import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dataFileAt } from '../../src/store/data-files.ts';
import { Repository, repository } from '../support/git.ts';
import { hasRealCode, hasRealWiki, realCode, realLegacy, realWiki } from '../support/real-wiki.ts';
import { type Served, served } from '../support/served.ts';
import { unzip } from '../support/unzip.ts';

const LIST = '/-/table/marches-logiciels-libres-liste-logiciels.csv';

const visible = (html: string) =>
  decode(html.replace(/^.*<main[^>]*>|<\/main>.*$/gs, '').replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' ');
/** The names of the rows that a page shows, in order. */
const names = (html: string) =>
  [...html.matchAll(/<a class="row-link"[^>]*>([^<]+)<\/a>/g)].map(([, name]) => decode(name as string));

function decode(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

describe.skipIf(!hasRealWiki)('the real list of software', () => {
  let site: Served;
  let rows: Record<string, string>[];
  beforeAll(async () => {
    const folder = await realWiki();
    const file = await readFile(`${folder}/marches-logiciels-libres-liste-logiciels.csv`);
    rows = parse(file, { columns: true, trim: true });
    const wiki = new Repository(`${folder}/.git`, 'master');
    await wiki.commit('Listes', {
      'critiques.md':
        '# Critiques\n\n```{table} marches-logiciels-libres-liste-logiciels.csv\n:where: Critique = Oui\n:columns: Logiciel, Catégorie\n:sort: Logiciel\n```\n',
      'rapports.md': '# Rapports\n\n```{pages} 2022/\n```\n',
    });
    site = await served(wiki, {
      overrides: {
        legacy: [realLegacy],
        collections: { reports: { path: '2022/', order: 'date' } },
      },
    });
  });
  afterAll(() => site?.[Symbol.asyncDispose]());
  const get = async (path: string) => (await site.get(path)).text;

  test('is read by another reader of CSV as 497 rows', () => {
    expect(rows).toHaveLength(497);
  });

  test('is a page of its 497 rows, in their order', async () => {
    const page = await get(`${LIST}?size=1000`);
    expect(visible(page)).toContain('497 lignes');
    expect(names(page)).toEqual(rows.map(({ Logiciel }) => Logiciel));
  });

  test('has nothing wrong', async () => {
    expect(await get(LIST)).not.toContain('file-problems');
  });

  test('has as many rows of each category and each answer as its facets say', async () => {
    const page = visible(await get(LIST));
    for (const column of ['Critique', 'Catégorie'])
      for (const [value, matching] of Map.groupBy(rows, (row) => row[column] as string)) {
        expect.soft(page, value).toContain(`${value} ${matching.length}`);
        const query = new URLSearchParams({ [column]: value, size: '1000' });
        expect
          .soft(names(await get(`${LIST}?${query}`)), value)
          .toEqual(matching.map(({ Logiciel }) => Logiciel));
      }
  });

  test('is sorted as French has it, accents and case aside', async () => {
    const order = new Intl.Collator('fr', { numeric: true, sensitivity: 'base' });
    const sorted = names(await get(`${LIST}?sort=Logiciel&size=1000`));
    expect(sorted).toHaveLength(497);
    const wrong = sorted.filter((name, at) => at > 0 && order.compare(sorted[at - 1] as string, name) > 0);
    expect(wrong).toEqual([]);
  });

  test('comes back from CSV, JSON and the spreadsheet as it is', async () => {
    const csv = await get(`${LIST}?format=csv`);
    expect(parse(csv, { columns: true, bom: true })).toEqual(rows);
    const json: Record<string, unknown>[] = JSON.parse(await get(`${LIST}?format=json`));
    expect(json.map(({ Logiciel }) => Logiciel)).toEqual(rows.map(({ Logiciel }) => Logiciel));
    expect(json.map((row) => row['Identifiant marché'])).toEqual(
      rows.map((row) => Number(row['Identifiant marché'])),
    );
    const { body } = await site.get(`${LIST}?format=xlsx`);
    const sheet = unzip(body).get('xl/worksheets/sheet1.xml') as string;
    const cells = [...sheet.matchAll(/<c r="B\d+"[^>]*>.*?<t[^>]*>(.*?)<\/t>/gs)].map(([, text]) =>
      decode(text as string),
    );
    expect(cells).toEqual(['Logiciel', ...rows.map(({ Logiciel }) => Logiciel)]);
  });

  test('is shown in a page, those that are critical only, and kept nowhere else', async () => {
    const page = await get('/critiques');
    const critical = rows.filter(({ Critique }) => Critique === 'Oui');
    expect(visible(page)).toContain(`${critical.length} `);
    expect(names(page).length).toBeGreaterThan(0);
    expect(names(page).every((name) => critical.some(({ Logiciel }) => Logiciel === name))).toBe(true);
  });

  test('has its reports in a page and as a collection with a feed', async () => {
    for (const address of ['/rapports', '/-/collections/reports', '/2022/'])
      expect
        .soft(visible(await get(address)), address)
        .toContain('Rapports mensuels du pôle logiciel libre d');
    expect(await get('/-/feeds/collections/reports.atom')).toContain('/2022/rapport-janvier');
  });
});

describe.skipIf(!hasRealCode)('the real tables of code.gouv.fr', () => {
  let site: Served;
  beforeAll(async () => {
    const read = (path: string) => readFile(`${realCode}/${path}`);
    site = await served(
      await repository({
        'platforms.csv': await read('platforms.csv'),
        'organizations.csv': await read('2021/organizations.csv'),
        'organizations.schema.json': await read('schemas/organization.json'),
        'repositories.csv': await read('2021/repositories.csv'),
        'repositories.schema.json': await read('schemas/repository.json'),
      }),
    );
  });
  afterAll(() => site?.[Symbol.asyncDispose]());

  test.each([
    ['platforms.csv', 95],
    ['organizations.csv', 1_257],
    ['repositories.csv', 9_157],
  ])('%s has %d rows', async (path, count) => {
    expect(await dataFileAt(site.wiki.database.reader, path)).toMatchObject({ entries: count });
    expect(visible((await site.get(`/-/table/${path}`)).text)).toContain(
      `${count.toLocaleString('en-GB')} rows`,
    );
  });

  test('lack two columns of their schema, and nothing else', async () => {
    const problems = async (path: string) =>
      JSON.parse((await dataFileAt(site.wiki.database.reader, path))?.problems ?? '') as {
        rule: string;
        values: object;
      }[];
    expect(await problems('platforms.csv')).toEqual([]);
    expect(await problems('organizations.csv')).toEqual([]);
    expect((await problems('repositories.csv')).map(({ rule, values }) => ({ rule, ...values }))).toEqual([
      { rule: 'missing-column', name: 'id' },
      { rule: 'missing-column', name: 'default_branch' },
    ]);
  });

  test('have the types and the words of their schema', async () => {
    const page = (await site.get('/-/table/organizations.csv')).text;
    expect(visible(page)).toContain('Organization identifier');
    const rows = JSON.parse((await site.get('/-/table/organizations.csv?q=stemjail&format=json')).text);
    expect(rows[0]).toMatchObject({ login: 'stemjail', is_verified: false, repositories_count: 9 });
  });
});
