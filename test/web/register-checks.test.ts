import { expect, test } from 'vitest';
import { allFindings } from '../support/findings.ts';
import { repository } from '../support/git.ts';
import { served } from '../support/served.ts';
import { indexed } from '../support/wiki.ts';

const SETTINGS = 'languages: [fr, en]\nregister:\n  accounts: comptes.yml\n  offices: missions.yml\n';
const FILES = {
  'index.md': '# Accueil',
  'index.en.md': '# Home',
  'greffe.yml': SETTINGS,
  'comptes.yml': 'gitlab.example:\n  forge: cvs\ngit.example:\n  forge: gitea\n',
};

const told = async (wiki: Awaited<ReturnType<typeof indexed>>) =>
  (await allFindings(wiki)).map(({ path, line, rule }) => `${path}:${line} ${rule}`);

test('what is wrong in a file of the register is found with its line, and one that is not there', async () => {
  await using site = await served(FILES);
  const { text } = await site.get('/-/checks');
  expect(text).toContain('gitlab.example, forge\u00a0: n’est aucun de');
  expect(text).toContain('git.example\u00a0: n’a ni owners ni pso_id.');
  expect(text).toContain('register.offices\u00a0: il n’y a pas de fichier missions.yml.');
  expect((await site.get('/-/checks?lang=en')).text).toContain(
    'git.example: has neither owners nor a pso_id.',
  );
});

test('a file of the register needs no page that names it', async () => {
  const wiki = await indexed(FILES);
  expect(await told(wiki)).toEqual([
    'comptes.yml:2 register',
    'comptes.yml:3 register',
    'greffe.yml:4 register',
  ]);
});

test('what is mended, added or no longer named is looked at again with the push that does so', async () => {
  const wiki = await repository(FILES);
  await using site = await served(wiki);
  await wiki.commit('Une mission', {
    'missions.yml': 'https://a.example:\n  name: A\n  email: personne\n',
    'comptes.yml': 'git.example:\n  forge: gitea\n  owners: { ville: }\n',
  });
  await site.wiki.update();
  const { text } = await site.get('/-/checks');
  expect(text).toContain('n’est pas une adresse électronique');
  expect(text).not.toContain('il n’y a pas de fichier');
  expect(text).not.toContain('owners ni pso_id');
  await wiki.commit('Sans registre', { 'greffe.yml': 'languages: [fr, en]\n' });
  await site.wiki.update();
  expect((await site.get('/-/checks')).text).not.toContain('adresse électronique');
});
