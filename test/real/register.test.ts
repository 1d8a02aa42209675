import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCatalogue } from '../../src/register/import/catalogue.ts';
import { type ApiReply, apiOf } from '../support/api-answers.ts';
import { type BrowsedRegister, browsedRegister } from '../support/browsed-register.ts';
import { hasRealCode, realCode } from '../support/real-wiki.ts';

const NAMES = {
  accounts: 'comptes-organismes-publics.yml',
  organisations: 'top_organizations.yml',
  offices: 'fr-public-sector-ospo.yml',
  remarkable: 'awesome-codegouvfr.yml',
  platforms: 'platforms.csv',
};

describe.skipIf(!hasRealCode)('the real register of 2021', () => {
  let it: BrowsedRegister;
  const page = async (path: string) => (await it.site.get(path)).text;
  beforeAll(async () => {
    const read = async (name: string) => await readFile(join(realCode, name));
    const catalogue = async (name: string) => readCatalogue(name, await read(`2021/${name}`));
    const files = await Promise.all(
      Object.values(NAMES).map(async (name) => [name, String(await read(name))]),
    );
    it = await browsedRegister({
      files: {
        'index.md': '# Accueil',
        'greffe.yml': `languages: [fr]\nregister: ${JSON.stringify(NAMES)}\n`,
        ...Object.fromEntries(files),
      },
      repositories: (await catalogue('repositories.csv')).repositories,
      accounts: (await catalogue('organizations.csv')).accounts,
    });
  }, 120_000);
  afterAll(() => it?.[Symbol.asyncDispose]());

  test('is counted by what its repositories have, each as often as its own list says', async () => {
    for (const [list, facet] of [
      ['languages', 'language'],
      ['licences', 'licence'],
      ['forges', 'forge'],
    ] as const) {
      const rows = [
        ...(await page(`/-/code/${list}`)).matchAll(
          /<th scope="row"><a href="([^"]*)">([^<]*)<[\s\S]*?class="number">([^<]*)</g,
        ),
      ];
      expect(rows.length).toBeGreaterThan(5);
      for (const [, href = '', name = '', count] of rows.slice(0, 5)) {
        const value = encodeURIComponent(name.replaceAll('&amp;', '&'));
        const found = await page(`/-/code?${facet}=${value}`);
        expect([name, found.match(/role="status">([^<]*)\u00a0dépôts?</)?.[1]]).toEqual([name, count]);
        expect(await page(href)).toContain(`${count}\u00a0dépôt`);
      }
    }
  });

  test('is narrowed by several facets at once, to what all of them have', async () => {
    const count = async (query: string) =>
      (await page(`/-/code?${query}`)).match(/role="status">([^<]*)\u00a0dépôts?</)?.[1];
    expect(await count('')).toBe('9\u202f066');
    const python = await page('/-/code?language=Python&forge=github.com');
    const [, mit] = python.match(/licence=MIT[^>]*>MIT <span class="count">(\d+)</) ?? [];
    expect(await count('language=Python&forge=github.com&licence=MIT')).toBe(mit);
  });

  test('is answered to programs whole, part by part, as the API describes it', async () => {
    const api = await apiOf(it.site);
    const seen = new Set<string>();
    let total = 0;
    let reply: ApiReply | undefined = await api.ask('/code/repositories?limit=100&sort=name');
    for (; reply; reply = await reply.next()) {
      total = reply.json.total;
      for (const { address } of reply.json.items) seen.add(address);
    }
    expect([seen.size, total]).toEqual([9_066, 9_066]);
    for (const address of [...seen].filter((_, at) => at % 500 === 0))
      expect([address, (await api.ask(`/code/repositories/${encodeURI(address)}`)).status]).toEqual([
        address,
        200,
      ]);
    expect((await api.ask('/code/accounts?limit=500')).json.items.length).toBeGreaterThan(100);
    expect((await api.ask('/code/organisations?limit=500')).json.items.length).toBeGreaterThan(10);
  });

  test('has offices, remarkable projects and figures, and nothing is wrong in its files', async () => {
    expect(await page('/-/code/offices')).toContain('OSPO de l&#39;IGN');
    const remarkable = await page('/-/code/remarkable');
    expect(remarkable.match(/class="code-card"/g)).toHaveLength(20);
    expect(remarkable).toContain('/-/code/repository/github.com/catalalang/catala');
    expect((await page('/-/code/statistics')).match(/class="chart"/g)).toHaveLength(10);
    expect(await page('/-/checks?rule=register')).not.toContain('comptes-organismes-publics.yml');
  });

  test('has a page for each organisation, and each leads back to its ministry', async () => {
    const tree = await page('/-/code/organisations');
    const links = [...tree.matchAll(/href="(\/-\/code\/organisation\/[^"]*)"/g)].map(
      ([, href]) => href ?? '',
    );
    expect(links.length).toBeGreaterThan(100);
    for (const href of links.slice(0, 40)) expect((await it.site.get(href)).status).toBe(200);
  });
});
