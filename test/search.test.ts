import { expect, test } from 'vitest';
import { type SearchQuery, search, suggest } from '../src/wiki/search/search.ts';
import { onEachEngine } from './support/engines.ts';
import { repository } from './support/git.ts';
import { Dice } from './support/random-wiki.ts';
import { type IndexedWiki, indexed } from './support/wiki.ts';

type Asked = Partial<Omit<SearchQuery, 'text'>>;

async function answer(wiki: IndexedWiki, text: string, asked: Asked = {}) {
  return await search(wiki.ask, { text, language: 'fr', ...asked }, await wiki.site());
}

/** The addresses of what is found, the best first, anchors included. */
async function found(wiki: IndexedWiki, text: string, asked: Asked = {}): Promise<string[]> {
  return (await answer(wiki, text, asked)).results.map(({ address }) => decodeURI(address));
}

/** What is marked in the excerpt of the first result. */
async function marked(wiki: IndexedWiki, text: string): Promise<string[]> {
  const { results } = await answer(wiki, text);
  return results[0]?.excerpt.filter(({ matched }) => matched).map((segment) => segment.text) ?? [];
}

const settings = { 'greffe.yml': 'languages: [fr, en]\n' };

onEachEngine('a search', (engine) => {
  const wikiOf = async (files: Readonly<Record<string, string>>) =>
    await indexed({ ...settings, ...files }, { place: await engine.place() });

  test.each([
    ['case and accents', 'ecole', 'Une École.'],
    ['accents that are typed and not written', 'élève', 'Les eleves.'],
    ['a participle without its accent', 'publiee', 'Il faut publier.'],
    ['ligatures', 'mise en oeuvre', 'La mise en œuvre.'],
    ['an apostrophe', "l'État", 'Les agents de l’État.'],
    ['a word without its elision', 'etat', 'Les agents de l’État.'],
    ['a hyphen', 'mot-clé', 'Un mot clé.'],
    ['a hyphen that is not typed', 'mot clé', 'Un mot-clé.'],
    ['a word typed as one', 'motclé', 'Un mot-clé.'],
    ['a word written as one', 'e-mail', 'Un email.'],
    ['a plural', 'logiciels', 'Un logiciel.'],
    ['the beginning of the last word', 'contrib', 'Une contribution.'],
    ['words in any order', 'source code', 'Le code dont on a la source.'],
    ['operators as words', 'AND NOT (code OR) NEAR* ^source:', 'code AND NOT OR NEAR source'],
    ['a script without spaces', '日本', '日本語のページ'],
  ])('finds by %s', async (_, query, text) => {
    const wiki = await wikiOf({ 'a.md': `# Un\n\n${text}\n`, 'b.md': '# Deux\n\nRien de tel.\n' });
    expect(await found(wiki, query)).toEqual(['/a']);
  });

  test('puts a title before a heading, a heading before a text', async () => {
    const wiki = await wikiOf({
      'texte.md': '# Un\n\nLa licence, la licence et la licence.\n',
      'titre.md': '# Licence\n\nRien.\n',
      'section.md': '# Trois\n\n## La licence\n\nRien.\n',
    });
    expect(await found(wiki, 'licences')).toEqual(['/titre', '/section#la-licence', '/texte']);
  });

  test('reads a table in the language of its name, else in that of the pages that link to it', async () => {
    const made = await repository({
      ...settings,
      'index.md': '---\nlang: fr\n---\n# Accueil\n',
      'guide.md': '---\nlang: en\n---\n# Guide\n\n[List](list.csv), [calendar](rdv.ics).\n',
      'list.csv': 'name\nWelcome partners\n',
      'rdv.ics':
        'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260310T100000Z\r\nSUMMARY:Gathering\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
      'named.en.csv': 'name\nOther people\n',
      'en/under.csv': 'name\nOther people\n',
      'alone.csv': 'nom\nDes gens\n',
    });
    const wiki = await indexed(made, { place: await engine.place() });
    const languages = async () => {
      const { results } = await answer(wiki, 'list named under alone rdv welcome gathering other gens', {
        limit: 100,
      });
      const all = results.map(({ address, language }) => `${address.replace(/^\/-\/\w+\//, '')} ${language}`);
      return new Set(all.filter((line) => !line.startsWith('/')).map((line) => line.replace(/[#?]\S+/, '')));
    };
    expect(await languages()).toEqual(
      new Set(['list.csv en', 'rdv.ics en', 'named.en.csv en', 'en/under.csv en', 'alone.csv fr']),
    );
    await made.commit('Link from French too', { 'b.md': '---\nlang: fr\n---\n# B\n\n[Liste](list.csv)\n' });
    await made.commit('Link no more', { 'guide.md': '---\nlang: en\n---\n# Guide\n\n[Alone](alone.csv)\n' });
    await wiki.update();
    expect(await languages()).toEqual(
      new Set(['list.csv fr', 'rdv.ics fr', 'named.en.csv en', 'en/under.csv en', 'alone.csv en']),
    );
  });

  test('puts the page in the reader’s language before its translation, and other pages between them', async () => {
    const wiki = await wikiOf({
      'debian.md': '# Debian\n\nDebian en français.\n',
      'debian.en.md': '# Debian\n\nDebian in English.\n',
      'autre.md': '# Autre\n\nOn y parle de Debian.\n',
    });
    expect(await found(wiki, 'debian')).toEqual(['/debian', '/autre', '/en/debian']);
    expect(await found(wiki, 'debian', { language: 'en' })).toEqual(['/en/debian', '/autre', '/debian']);
  });

  test('finds words as the language of each page has them', async () => {
    const wiki = await wikiOf({
      'a.en.md': '# One\n\nPublishing guides.\n',
      'b.md': '# Deux\n\nDes guides publiés.\n',
    });
    expect(await found(wiki, 'published', { language: 'fr' })).toEqual(['/en/a']);
  });

  test('a phrase is found as it stands, whatever its accents', async () => {
    const wiki = await wikiOf({
      'a.md': '# Un\n\nLa mise en œuvre de l’accord.\n',
      'b.md': '# Deux\n\nUne œuvre bien mise en valeur.\n',
    });
    expect(await found(wiki, '"mise en oeuvre"')).toEqual(['/a']);
    expect(await found(wiki, "« œuvre de l'accord »")).toEqual(['/a']);
    expect(await marked(wiki, '"mise en oeuvre"')).toEqual(['mise en œuvre']);
    expect(await found(wiki, 'oeuvre -"mise en œuvre"')).toEqual(['/b']);
  });

  test('a word after a minus is in nothing that is found', async () => {
    const wiki = await wikiOf({ 'a.md': '# Un\n\nCode libre.\n', 'b.md': '# Deux\n\nCode fermé.\n' });
    expect(await found(wiki, 'code -fermés')).toEqual(['/a']);
    expect(await found(wiki, '-fermés')).toEqual(['/b']);
  });

  test('leads to the heading that has what was looked for, and marks it', async () => {
    const wiki = await wikiOf({ 'a.md': '# Guide\n\n## Début\n\nRien.\n\n## Été\n\nPublier du code.\n' });
    const { results } = await answer(wiki, 'publier');
    expect(results[0]).toMatchObject({ address: '/a#%C3%A9t%C3%A9', heading: 'Été', title: 'Guide' });
    expect(await marked(wiki, 'publier')).toEqual(['Publier']);
  });

  test('finds rows, events, tables and files by their names', async () => {
    const wiki = await wikiOf({
      'liste.csv': 'Nom,Licence\nAbricot,MIT\n',
      'rdv.ics':
        'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20250101\nSUMMARY:Réunion des cerises\nEND:VEVENT\nEND:VCALENDAR\n',
      'docs/plan_des_prunes.pdf': 'x',
    });
    expect(await found(wiki, 'abricots')).toEqual(['/-/table/liste.csv#row=Abricot']);
    expect(await found(wiki, 'cerise')).toEqual(['/-/calendar/rdv.ics#event=1']);
    expect(await found(wiki, 'prune')).toEqual(['/docs/plan_des_prunes.pdf']);
    expect((await answer(wiki, 'abricot')).facets.kind).toEqual([{ value: 'row', count: 1 }]);
  });

  test('counts and chooses by language, section and kind', async () => {
    const wiki = await wikiOf({
      'guides/a.md': '# Forge\n',
      'guides/b.en.md': '# Forge b\n',
      'c.md': '# Forge c\n',
      'guides/forge.pdf': 'x',
    });
    const { facets, total } = await answer(wiki, 'forge', { filters: { section: 'guides' } });
    expect(total).toBe(3);
    expect(facets.section).toEqual([
      { value: 'guides', count: 3 },
      { value: '', count: 1 },
    ]);
    expect(facets.kind).toEqual([
      { value: 'page', count: 2 },
      { value: 'file', count: 1 },
    ]);
    expect(await found(wiki, 'forge', { filters: { language: 'en' } })).toEqual(['/en/guides/b']);
    expect(await found(wiki, 'forge', { filters: { kind: 'nothing', section: "'" } })).toEqual([]);
  });

  test('proposes the right spelling only where it finds something', async () => {
    const wiki = await wikiOf({ 'a.md': '# Sécurité\n\nLa gouvernance.\n' });
    expect((await answer(wiki, 'securitee')).didYouMean).toBe('sécurité');
    expect((await answer(wiki, 'govuernance sécurité')).didYouMean).toBe('gouvernance sécurité');
    expect((await answer(wiki, 'xyzzyx')).didYouMean).toBeUndefined();
  });

  test('gives what has most of the words when nothing has all', async () => {
    const wiki = await wikiOf({
      'a.md': '# Un\n\nCode source ouvert.\n',
      'b.md': '# Deux\n\nCode.\n',
      'c.md': '# Trois\n',
    });
    const { results, relaxed } = await answer(wiki, 'code source introuvable');
    expect(results.map(({ address }) => address)).toEqual(['/a']);
    expect(relaxed).toBe(true);
  });

  test('looks for words that say nothing when there are no others', async () => {
    const wiki = await wikiOf({ 'a.md': '# Un\n\nÀ propos de la loi.\n', 'b.md': '# Deux\n\nRien.\n' });
    expect(await found(wiki, 'de la')).toEqual(['/a']);
    expect(await found(wiki, 'la rien')).toEqual(['/b']);
  });

  test.each([
    ['nothing', ''],
    ['signs', '"" - -- « » * ( ) \' \\ : ; %'],
    ['control characters', '\0\u0001\u007f'],
    ['a quote that is not closed', '"jamais fermé'],
    ['ten kilobytes', 'mot '.repeat(2_500)],
    ['ten kilobytes in one word', 'é'.repeat(5_000)],
    ['half a character', '\ud800 x'],
    ['many different words', Array.from({ length: 500 }, (_, n) => `mot${n}`).join(' ')],
    ['letters and numbers that are several', '"⑴⑵" ½ ⒈ 🄁 ﷺ -ﱞ'],
    ['letters that make ligatures', `"${'s'.repeat(40)} ${'oe'.repeat(20)}"`],
    ['many exclusions', Array.from({ length: 500 }, (_, n) => `-mot${n}`).join(' ')],
  ])('takes %s as a query', async (_, query) => {
    const wiki = await wikiOf({ 'a.md': '# Un\n' });
    const { total } = await answer(wiki, query, { offset: -3, limit: 1e9 });
    expect(total).toBeGreaterThanOrEqual(0);
    expect(await suggest(wiki.ask, query, 'fr', await wiki.site())).toBeInstanceOf(Array);
  });

  test('gives the results by pages', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 7 }, (_, n) => [`p${n}.md`, `# Page ${n}\n\npomme\n`]),
    );
    const wiki = await wikiOf(files);
    const whole = await found(wiki, 'pomme');
    expect(whole).toHaveLength(7);
    expect(await found(wiki, 'pomme', { offset: 3, limit: 2 })).toEqual(whole.slice(3, 5));
    expect(await found(wiki, 'pomme', { offset: 100 })).toEqual([]);
  });

  test('follows the wiki: what changes, moves, goes, becomes a draft', async () => {
    const wiki = await wikiOf({
      'a.md': '# Un\n\npomme\n',
      'b.md': '# Deux\n\npoire\n',
      'd/README.md': '# Figue\n',
    });
    await wiki.repository.commit('Change', { 'a.md': '# Un\n\ncerise\n', 'd/index.md': '# Accueil\n' });
    await wiki.update();
    expect(await found(wiki, 'pomme ')).toEqual([]);
    expect(await found(wiki, 'cerise')).toEqual(['/a']);
    expect(await found(wiki, 'figue')).toEqual(['/d/README']);
    await wiki.repository.rename('a.md', 'c.md');
    await wiki.update();
    expect(await found(wiki, 'cerise')).toEqual(['/c']);
    await wiki.repository.commit('Brouillon', { 'b.md': '---\ndraft: true\n---\n# Deux\n\npoire\n' });
    await wiki.update();
    expect(await found(wiki, 'poire ')).toEqual([]);
    expect(await wiki.update({ rebuild: true })).toBe(true);
    expect(await found(wiki, 'cerise')).toEqual(['/c']);
  });

  test('suggests titles by any of their words, then words', async () => {
    const wiki = await wikiOf({ 'a.md': '# Publier un logiciel\n\nLogique.\n', 'b.md': '# Autre\n' });
    const labels = async (text: string) =>
      (await suggest(wiki.ask, text, 'fr', await wiki.site())).map(({ label }) => label);
    expect(await labels('lo')).toEqual(['Publier un logiciel', 'logiciel', 'logique']);
    expect(await labels('publier lo')).toEqual([
      'Publier un logiciel',
      'publier logiciel',
      'publier logique',
    ]);
    expect(await labels('l')).toEqual([]);
  });
});

/** A corpus made at random, always the same, and what is looked for in it. */
function corpus() {
  const dice = new Dice(7);
  const vocabulary =
    'code source logiciel libre publié publier publication licence licences sécurité équipe état'.split(' ');
  const sentence = (length: number) => Array.from({ length }, () => dice.one(vocabulary)).join(' ');
  const files = Object.fromEntries(
    Array.from({ length: 60 }, (_, n) => [
      `${dice.one(['', 'guides/', 'deep/er/'])}p${n}${dice.one(['', '', '.en'])}.md`,
      `# ${sentence(2)}\n\n${sentence(dice.below(30))}\n\n## ${sentence(1)}\n\n${sentence(5)}\n`,
    ]),
  );
  const queries = Array.from({ length: 60 }, () => {
    const words = sentence(1 + dice.below(3));
    return dice.one([words, `"${words}"`, `${words} -${dice.one(vocabulary)}`, words.slice(0, -2)]);
  });
  return { files: { ...settings, ...files }, queries };
}

onEachEngine('what is found', (engine) => {
  test('is the same on both engines, in the same order', async () => {
    const { files, queries } = corpus();
    const wiki = await indexed(files, { place: await engine.place() });
    const onSqlite = await indexed(wiki.repository);
    for (const query of queries)
      expect([query, await answer(wiki, query)]).toEqual([query, await answer(onSqlite, query)]);
  });
});
