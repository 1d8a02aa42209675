import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { repository, submodule, symlink } from '../support/git.ts';
import { type Served, served } from '../support/served.ts';
import { unzip } from '../support/unzip.ts';

const kinds = ['Bureau', 'Réseau', 'Système'];
const numbered = Array.from(
  { length: 120 },
  (_, at) => `${at + 1},Logiciel ${at + 1},${kinds[at % 3]},${at % 2 ? 'Oui' : 'Non'}`,
);
const list = ['Identifiant,Logiciel,Catégorie,Critique', ...numbered, '121,Éléphant,Bureau,Oui', ''].join(
  '\n',
);
const broken = 'Nom,Licence\nGreffe,EUPL-1.2\nTrop,MIT,en trop\nSolide,CECILL-2.1\n';
const formulas = 'Nom,Note\nSomme,=cmd|calc!A1\nMoins,-12\n"Virgule, ici","Dit ""oui"""\n';
const schema = JSON.stringify({
  title: 'Les logiciels soutenus',
  description: 'Ceux que l’atelier recommande.',
  primaryKey: 'code',
  fields: [
    { name: 'code', title: 'Code', type: 'string' },
    { name: 'postes', title: 'Postes équipés', type: 'integer', description: 'Au 1er janvier.' },
  ],
});

/** The addresses that a page leads to, without what comes after `#`. */
const hrefs = (html: string) =>
  [...html.matchAll(/ href="([^"]+)"/g)].map(([, href]) =>
    (href as string).replaceAll('&amp;', '&').replace(/#.*/, ''),
  );
const visible = (html: string) =>
  html
    .replace(/^.*<main[^>]*>|<\/main>.*$/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
/** The names of the rows that a page shows, in order. */
const names = (html: string) =>
  [...html.matchAll(/<a class="row-link"[^>]*>([^<]+)<\/a>/g)].map(([, name]) => name);

describe('a table', () => {
  let site: Served;
  beforeAll(async () => {
    const wiki = await repository({
      'index.md': '# Accueil\n\n[La liste](logiciels.csv) et [sa ligne](logiciels.csv#row=7)\n',
      'en.md': '# x\n',
      'ancien.csv': 'Nom\nGreffe\n',
      'logiciels.csv': list,
      'casse.csv': broken,
      'formules.csv': formulas,
      'vide.csv': '',
      'postes.csv': 'code,postes\nb2,12\na1,beaucoup\n',
      'postes.schema.json': schema,
      'lien.csv': symlink('/etc/passwd'),
      'module.csv': submodule(),
      'sans.csv': 'Nom\nGreffe\n',
      'sans.schema.json': submodule(),
      'étrange #1 %.csv': 'Nom\nGreffe\n',
    });
    await wiki.rename('ancien.csv', 'donnees/nouveau.csv');
    await wiki.rename('étrange #1 %.csv', 'étrange #2 %.csv');
    await wiki.commit('Retire', { 'retire.csv': 'Nom\nGreffe\n' });
    await wiki.remove('retire.csv');
    site = await served(wiki, { overrides: { languages: ['fr', 'en'] } });
  });
  afterAll(() => site[Symbol.asyncDispose]());
  const get = async (path: string) => (await site.get(path)).text;

  test('is a page that counts its rows and shows the first fifty', async () => {
    const { status, headers, text } = await site.get('/-/table/logiciels.csv');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(visible(text)).toContain('121 lignes');
    expect(names(text)).toHaveLength(50);
    expect(text).toContain('<th scope="col"');
    expect(text).toContain('<th scope="row"');
  });

  test('goes from page to page without missing a row', async () => {
    const seen: (string | undefined)[] = [];
    for (let path: string | undefined = '/-/table/logiciels.csv'; path; ) {
      const text: string = await get(path);
      seen.push(...names(text));
      path = /rel="next" href="([^"#]+)/.exec(text)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(seen).toHaveLength(121);
    expect(new Set(seen).size).toBe(121);
  });

  test('shows its last page where a page beyond is asked for', async () => {
    expect(names(await get('/-/table/logiciels.csv?page=99'))).toHaveLength(21);
  });

  test('shows as many rows a page as its address says', async () => {
    expect(names(await get('/-/table/logiciels.csv?size=200'))).toHaveLength(121);
  });

  test('is searched without regard to case and accents', async () => {
    const text = await get('/-/table/logiciels.csv?q=ELEPHANT');
    expect(names(text)).toEqual(['Éléphant']);
    expect(visible(text)).toContain('1 ligne sur 121');
    expect(hrefs(text)).toContain('/-/table/logiciels.csv');
  });

  test('says so when nothing is found', async () => {
    expect(visible(await get('/-/table/logiciels.csv?q=introuvable'))).toContain(
      'Aucune ligne ne correspond à ces critères.',
    );
  });

  test('offers the values of a column that has few, with their counts', async () => {
    const text = await get('/-/table/logiciels.csv');
    expect(text).toMatch(/<input type="checkbox" name="Critique" value="Oui"\/>/);
    expect(visible(text)).toContain('Réseau 40');
    expect(text).not.toContain('<input type="checkbox" name="Logiciel"');
  });

  test('shows the rows of the values chosen, which can be taken out one by one', async () => {
    const query = new URLSearchParams([
      ['Catégorie', 'Réseau'],
      ['Critique', 'Oui'],
    ]);
    const text = await get(`/-/table/logiciels.csv?${query}`);
    expect(visible(text)).toContain('20 lignes sur 121');
    expect(text).toMatch(/name="Critique" value="Oui" checked/);
    expect(hrefs(text)).toContain('/-/table/logiciels.csv?Critique=Oui');
  });

  test('is sorted by a link in each head, which says the order and then turns it', async () => {
    const text = await get('/-/table/logiciels.csv');
    expect(text).not.toContain('aria-sort');
    expect(hrefs(text)).toContain('/-/table/logiciels.csv?sort=Logiciel');
    const up = await get('/-/table/logiciels.csv?sort=Logiciel');
    expect(up).toContain('aria-sort="ascending"');
    expect(names(up)[0]).toBe('Éléphant');
    expect(hrefs(up)).toContain('/-/table/logiciels.csv?sort=-Logiciel');
    const down = await get('/-/table/logiciels.csv?sort=-Identifiant');
    expect(down).toContain('aria-sort="descending"');
    expect(names(down).slice(0, 2)).toEqual(['Éléphant', 'Logiciel 120']);
  });

  test('keeps its order and its language when it is searched', async () => {
    const text = await get('/-/table/logiciels.csv?sort=-Identifiant&size=200&lang=en');
    for (const field of [
      'name="sort" value="-Identifiant"',
      'name="size" value="200"',
      'name="lang" value="en"',
    ])
      expect(text).toContain(`<input type="hidden" ${field}`);
    expect(text).toContain('<html lang="en">');
  });

  test('shows whole what its address asks wrongly', async () => {
    const { status, text } = await site.get('/-/table/logiciels.csv?Inconnue=1&sort=rien&page=zero&size=-1');
    expect(status).toBe(200);
    expect(names(text)).toHaveLength(50);
  });

  test('has a page for each row, named by its key, between its neighbours', async () => {
    const { status, text } = await site.get('/-/table/logiciels.csv?row=7');
    expect(status).toBe(200);
    expect(text).toMatch(/<h1[^>]*>Logiciel 7<\/h1>/);
    expect(visible(text)).toContain('Ligne 8 du fichier logiciels.csv');
    expect(hrefs(text)).toContain('/-/table/logiciels.csv?row=6');
    expect(hrefs(text)).toContain('/-/table/logiciels.csv?row=8');
    expect(hrefs(text)).toContain('/-/table/logiciels.csv');
  });

  test('leads from each row to its page', async () => {
    expect(hrefs(await get('/-/table/logiciels.csv'))).toContain('/-/table/logiciels.csv?row=7');
  });

  test.each(['/-/table/logiciels.csv?row=999', '/-/table/logiciels.csv?row=', '/-/table/rien.csv'])(
    '%s is not found',
    async (path) => {
      expect((await site.get(path)).status).toBe(404);
    },
  );

  test('is downloaded as CSV with the rows and the order on the screen', async () => {
    const { headers, text } = await site.get(
      '/-/table/logiciels.csv?q=logiciel&sort=-Identifiant&format=csv&page=2',
    );
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toBe("attachment; filename*=UTF-8''logiciels.csv");
    const lines = text.split('\r\n');
    expect(lines[0]).toBe('\ufeffIdentifiant,Logiciel,Catégorie,Critique');
    expect(lines[1]).toBe('120,Logiciel 120,Système,Oui');
    expect(lines).toHaveLength(122);
  });

  test('is downloaded as JSON, with numbers as numbers', async () => {
    const { headers, text } = await site.get(
      `/-/table/logiciels.csv?${new URLSearchParams({ Catégorie: 'Système', format: 'json' })}`,
    );
    expect(headers['content-type']).toBe('application/json');
    const rows = JSON.parse(text);
    expect(rows).toHaveLength(40);
    expect(rows[0]).toMatchObject({ Identifiant: 3, Logiciel: 'Logiciel 3', Catégorie: 'Système' });
  });

  test('is downloaded as a spreadsheet', async () => {
    const { headers, body } = await site.get('/-/table/logiciels.csv?format=xlsx');
    expect(headers['content-type']).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    expect(headers['content-disposition']).toMatch(/logiciels\.xlsx$/);
    expect(body.subarray(0, 4)).toEqual(Buffer.from('PK\u0003\u0004'));
  });

  test('leads to its downloads with what is chosen', async () => {
    expect(hrefs(await get('/-/table/logiciels.csv?q=logiciel&page=2'))).toEqual(
      expect.arrayContaining(
        ['csv', 'json', 'xlsx'].map((format) => `/-/table/logiciels.csv?q=logiciel&format=${format}`),
      ),
    );
  });

  test('has no cell that a spreadsheet would run', async () => {
    const text = await get('/-/table/formules.csv?format=csv');
    expect(text).toContain("Somme,'=cmd|calc!A1");
    expect(text).toContain('Moins,-12');
    expect(text).toContain('"Virgule, ici","Dit ""oui"""');
  });

  test('is a spreadsheet whose cells are texts, whatever they begin with', async () => {
    const { body } = await site.get('/-/table/formules.csv?format=xlsx');
    const sheet = unzip(body).get('xl/worksheets/sheet1.xml');
    expect(sheet).toContain('t="inlineStr"><is><t xml:space="preserve">=cmd|calc!A1</t></is></c>');
    expect(sheet).not.toMatch(/<f[ >]/);
  });

  test('broken says what is wrong in the language of its reader', async () => {
    const address = '/-/table/casse.csv';
    expect(visible(await get(address))).toContain('La ligne a 3 cellules pour 2 colonnes : elles');
    expect(visible(await get(`${address}?lang=en`))).toContain(
      'The row has 3 cells where there are 2 columns',
    );
  });

  test('broken shows what is right and the line of what is wrong', async () => {
    const text = await get('/-/table/casse.csv');
    expect(names(text)).toEqual(expect.arrayContaining(['Greffe', 'Solide']));
    expect(visible(text)).toContain('1 anomalie dans les données');
    expect(text).toMatch(/<tr><td class="number">3<\/td>/);
  });

  test('empty is a page that says so', async () => {
    const { status, text } = await site.get('/-/table/vide.csv');
    expect(status).toBe(200);
    expect(visible(text)).toContain('Ce tableau n’a pas encore de ligne.');
  });

  test('is described by the schema beside it: title, columns, keys, faults', async () => {
    const text = await get('/-/table/postes.csv');
    expect(text).toMatch(/<h1[^>]*>Les logiciels soutenus<\/h1>/);
    expect(visible(text)).toContain('Ceux que l’atelier recommande.');
    expect(visible(text)).toContain('Postes équipés');
    expect(visible(text)).toContain('Au 1er janvier.');
    expect(text).toMatch(
      /<td class="number">3<\/td><td>Postes équipés<\/td>|<td class="number">3<\/td><td>postes<\/td>/,
    );
    expect((await site.get('/-/table/postes.csv?row=a1')).status).toBe(200);
  });

  test('whose schema is not a file is read without it', async () => {
    const { status, text } = await site.get('/-/table/sans.csv');
    expect(status).toBe(200);
    expect(names(text)).toEqual(['Greffe']);
  });

  test('renamed is found by its old name', async () => {
    const { status, headers } = await site.get('/-/table/ancien.csv');
    expect(status).toBe(301);
    expect(headers.location).toMatch(/^(?:http:\/\/[^/]+)?\/-\/table\/donnees\/nouveau\.csv$/);
  });

  test('renamed is found by its old name whatever the signs in it', async () => {
    const { headers } = await site.get(`/-/table/${encodeURIComponent('étrange #1 %.csv')}`);
    const location = new URL(headers.location ?? '', site.origin);
    expect(decodeURIComponent(location.pathname)).toBe('/-/table/étrange #2 %.csv');
    expect((await site.get(location.pathname)).status).toBe(200);
  });

  test('deleted is gone', async () => {
    expect((await site.get('/-/table/retire.csv')).status).toBe(410);
  });

  test('is where a link of a page to its file leads', async () => {
    const text = await get('/');
    expect(text).toContain('href="/-/table/logiciels.csv"');
    expect(text).toContain('href="/-/table/logiciels.csv#row=7"');
  });

  test('is one press away from its file, which stays where it was', async () => {
    expect(hrefs(await get('/-/table/logiciels.csv'))).toContain('/logiciels.csv');
    const { headers, text } = await site.get('/logiciels.csv');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(text).toBe(list);
  });

  test.each(['/-/table/lien.csv', '/-/table/module.csv'])(
    '%s, which is no file, is not followed',
    async (path) => {
      const { status, text } = await site.get(path);
      expect(status).toBe(404);
      expect(text).not.toContain('passwd');
    },
  );

  test('is only what is named as one', async () => {
    expect((await site.get('/-/table/index.md')).status).not.toBe(200);
  });

  test('breaks nothing in the server', () => {
    expect(site.reports).toEqual([]);
  });
});

test('a table that changes, and one whose schema changes, are shown as they are now', async () => {
  const wiki = await repository({ 'index.md': '# x\n', 'a.csv': 'n\nun\n' });
  await using site = await served(wiki, { overrides: { languages: ['fr'] } });
  expect(names((await site.get('/-/table/a.csv')).text)).toEqual(['un']);
  await wiki.commit('Ajoute', { 'a.csv': 'n\nun\ndeux\n' });
  await site.wiki.update();
  expect(names((await site.get('/-/table/a.csv')).text)).toEqual(['un', 'deux']);
  await wiki.commit('Décrit', { 'a.schema.json': '{"fields":[{"name":"n","title":"Nombre"}]}' });
  await site.wiki.update();
  expect((await site.get('/-/table/a.csv')).text).toContain('>Nombre</a>');
});
