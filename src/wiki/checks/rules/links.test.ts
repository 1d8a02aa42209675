import { describe, expect, test } from 'vitest';
import { allFindings, findingsOf } from '../../../../test/support/findings.ts';
import { repository } from '../../../../test/support/git.ts';
import { indexed } from '../../../../test/support/wiki.ts';

test('a link to nothing is dead, with the nearest name', async () => {
  const wiki = await indexed({
    'index.md': '# A\n\n[a](guides/publer.md)\n',
    'guides/publier.md': '# Publier',
  });
  expect(await findingsOf(wiki)).toEqual(['index.md:3:5 dead-link guides/publer.md => guides/publier.md']);
});

test('links that the site follows are not dead, however they are written', async () => {
  const wiki = await indexed({
    'index.md':
      '# A\n\n[a](guides/) [b](/guides/publier) [c](guides/publier) [d](./guides/publier.md#non-un)\n',
    'guides/publier.md':
      '# Publier\n\n## Non, un\n\n[e](../) [f](guides/publier.md) [g](#non-un) [h](/) [i](#) [j](#top)\n',
  });
  expect(await findingsOf(wiki)).toEqual([]);
});

test.each([
  ['contact@bureau.fr', 'mailto:contact@bureau.fr'],
  ['www.bureau.fr/x', 'https://www.bureau.fr/x'],
])('an address without its beginning, %s, is mended', async (written, fixed) => {
  const wiki = await indexed({ 'index.md': `# A\n\n[a](${written})\n` });
  expect(await findingsOf(wiki)).toEqual([`index.md:3:5 dead-link ${written} => ${fixed}`]);
});

test('a link that leads above the root is dead', async () => {
  const wiki = await indexed({ 'index.md': '# A\n\n[a](../../x.md)\n' });
  expect(await findingsOf(wiki)).toEqual(['index.md:3:5 dead-link ../../x.md']);
});

test('a link to a renamed file is told with its name of today, from the folder of the page', async () => {
  const made = await repository({
    'guides/a.md': '# A\n\n[b](b.md#fin)\n',
    'guides/b.md': '# B\n\n## Fin\n',
  });
  await made.commit('Change', { 'guides/b.md': null, 'règles/c.md': '# B\n\n## Fin\n' });
  const wiki = await indexed(made);
  expect(await findingsOf(wiki, 'moved-link')).toEqual([
    'guides/a.md:3:5 moved-link b.md#fin => ../r%C3%A8gles/c.md#fin',
  ]);
});

test('a link to a deleted page says when it was deleted', async () => {
  const made = await repository({ 'a.md': '# A\n\n[b](b.md)\n', 'b.md': '# B' });
  await made.commit('Change', { 'b.md': null });
  const [finding] = await allFindings(await indexed(made));
  expect(finding).toMatchObject({ rule: 'dead-link', detail: { cause: 'deleted', path: 'b.md' } });
  expect(finding?.detail.day).toMatch(/^\d{4}-\d\d-\d\d$/);
});

test('a section that is not there is told, with the nearest one; those that HTML names are there', async () => {
  const wiki = await indexed({
    'a.md': '# A\n\n[b](b.md#les-objectif) [c](b.md#ici) [d](b.md#là)\n',
    'b.md': '# B\n\n## Les objectifs\n\n<a name="ici"></a> <span id="là">x</span>\n',
  });
  expect(await findingsOf(wiki)).toEqual(['a.md:3:5 dead-anchor b.md#les-objectif => b.md#les-objectifs']);
});

test('a row of a table that is not there is told', async () => {
  const wiki = await indexed({
    'a.md': '# A\n\n[b](liste.csv#row=1) [c](liste.csv#row=9)\n',
    'liste.csv': 'id,nom\n1,un\n2,deux\n',
  });
  expect(await findingsOf(wiki)).toEqual(['a.md:3:26 dead-anchor liste.csv#row=9']);
});

test('a block that shows a file counts as a link to it', async () => {
  const wiki = await indexed({ 'a.md': '# A\n\n```{table} liste.csv\n```\n', 'liste.csv': 'a\n1\n' });
  expect(await findingsOf(wiki)).toEqual([]);
  const broken = await indexed({ 'a.md': '# A\n\n```{table} autre.csv\n```\n' });
  expect(await findingsOf(broken)).toEqual(['a.md:3:12 dead-link autre.csv']);
});

test('an original or a redirect that is not there is told on its line', async () => {
  const wiki = await indexed({
    'index.md': '# A',
    'index.en.md': '---\ntranslation_of: accueil.md\n---\n# Home\n',
    'vieux.md': '---\ntitle: Vieux\nredirect: neuf.md\n---\n',
  });
  expect(await findingsOf(wiki, 'dead-link')).toEqual([
    'index.en.md:2:17 dead-link accueil.md',
    'vieux.md:3:11 dead-link neuf.md',
  ]);
});

describe('after a push', () => {
  test('links to what came are mended, links to what went are dead, though their pages were not touched', async () => {
    const made = await repository({ 'a.md': '# A\n\n[b](b.md) [c](c.md)\n', 'c.md': '# C\n\nUne page.\n' });
    const wiki = await indexed(made);
    expect(await findingsOf(wiki)).toEqual(
      ['a.md:3:5 dead-link b.md => c.md'].map(() => expect.stringContaining('b.md')),
    );
    await made.commit('Change', { 'b.md': '# B\n\nTout autre chose.\n', 'c.md': null });
    await wiki.update();
    expect((await findingsOf(wiki)).map((line) => line.split(' =>')[0])).toEqual([
      'a.md:3:15 dead-link c.md',
    ]);
  });

  test('a link to a section is dead once the section is renamed', async () => {
    const made = await repository({ 'a.md': '# A\n\n[b](b.md#un)\n', 'b.md': '# B\n\n## Un\n' });
    const wiki = await indexed(made);
    expect(await findingsOf(wiki)).toEqual([]);
    await made.commit('Change', { 'b.md': '# B\n\n## Autrement\n' });
    await wiki.update();
    expect(await findingsOf(wiki)).toEqual(['a.md:3:5 dead-anchor b.md#un']);
  });
});
