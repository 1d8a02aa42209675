import { expect, test } from 'vitest';
import { allFindings, findingsOf } from '../../../../test/support/findings.ts';
import { repository, submodule, symlink } from '../../../../test/support/git.ts';
import { indexed } from '../../../../test/support/wiki.ts';

test('two pages of one title in one language are told; a translation has its own', async () => {
  const wiki = await indexed({
    'a.md': '---\nlang: fr\ntitle: Aide\n---\n',
    'b.md': '---\nlang: fr\n---\n# Aide\n',
    'c.md': '---\nlang: en\n---\n# Aide\n',
  });
  expect(await findingsOf(wiki, 'duplicate-title')).toEqual([
    'a.md:3:1 duplicate-title Aide',
    'b.md:4:1 duplicate-title Aide',
  ]);
});

test('two pages at one address are told, with the one that is shown', async () => {
  const wiki = await indexed({
    'aide.fr.md': '# Aide',
    'aide.md': '---\nlang: fr\n---\n# Autre',
    'index.md': '# Accueil',
  });
  const found = (await allFindings(wiki)).filter(({ rule }) => rule === 'duplicate-address');
  expect(found.map(({ path, subject, detail }) => [path, subject, detail.shown])).toEqual([
    ['aide.fr.md', '/aide', 'aide.fr.md'],
    ['aide.md', '/aide', 'aide.fr.md'],
  ]);
});

test('a translation that is missing is told on the original, one that is behind on itself', async () => {
  const made = await repository({
    'greffe.yml': 'languages: [fr, en]\n',
    'index.md': '# Accueil',
    'index.en.md': '# Home',
    'aide.md': '# Aide',
  });
  await made.commit('Change', { 'index.md': '# Accueil\n\nDu nouveau.\n' });
  expect(await findingsOf(await indexed(made))).toEqual([
    'aide.md:1:1 missing-translation en',
    'index.en.md:1:1 stale-translation index.md',
  ]);
});

test('a file that no page names is told, but for those known by their name, tables and calendars', async () => {
  const wiki = await indexed({
    'index.md': '# A\n\n[a](a.pdf) ![b](b.png)\n',
    'a.pdf': 'x',
    'b.png': 'x',
    'c.pdf': 'x',
    LICENSE: 'x',
    '.gitignore': 'x',
    'liste.csv': 'a\n1\n',
  });
  expect(await findingsOf(wiki)).toEqual(['c.pdf:1:1 unreferenced-file']);
});

test('a table that breaks its schema and a calendar that breaks its rules are told with their lines', async () => {
  const wiki = await indexed({
    'index.md': '# A',
    'liste.csv': 'id,nombre\n1,12\n2,douze\n',
    'liste.schema.json': '{"fields":[{"name":"id"},{"name":"nombre","type":"integer"}]}',
    'rdv.ics':
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Sans date\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
  });
  const found = (await allFindings(wiki)).map(({ path, line, rule, detail }) => [
    path,
    line,
    rule,
    detail.problem,
  ]);
  expect(found).toEqual([
    ['liste.csv', 3, 'table', 'type'],
    ['rdv.ics', 2, 'calendar', 'no-start'],
  ]);
});

test('a hundred thousand errors in one table are counted, and the first are kept', async () => {
  const wiki = await indexed({
    'index.md': '# A',
    'liste.csv': `id\n${'x\n'.repeat(100_000)}`,
    'liste.schema.json': '{"fields":[{"name":"id","type":"integer"}]}',
  });
  const findings = await allFindings(wiki);
  expect(findings).toHaveLength(101);
  expect(findings.reduce((sum, { times }) => sum + times, 0)).toBe(100_000);
}, 60_000);

test('a fault of the settings is told with its line', async () => {
  const wiki = await indexed({
    'index.md': '# A',
    'greffe.yml': 'title: Un wiki\nchecks:\n  rules: { dead-lnk: off }\n',
  });
  const [finding] = await allFindings(wiki);
  expect(finding).toMatchObject({ rule: 'settings', path: 'greffe.yml', line: 3 });
  expect(finding?.subject).toMatch(/^checks\.rules\.dead-lnk: is not a rule; the rules are dead-link, /);
});

test('settings turn rules off, change what matters, and leave paths aside', async () => {
  const wiki = await indexed({
    'greffe.yml':
      'checks:\n  rules: { image-alt: off, dead-link: note }\n  ignore: [brouillons/, "*.tmp.md"]\n',
    'index.md': '# A\n\n![](x.png)\n',
    'brouillons/b.md': '[x](nulle-part.md)',
    'c.tmp.md': '[x](nulle-part.md)',
  });
  expect((await allFindings(wiki)).map(({ path, rule, severity }) => [path, rule, severity])).toEqual([
    ['index.md', 'dead-link', 'note'],
  ]);
});

test('a symbolic link that leads to nothing, out of the wiki or to itself is told; one through another is not', async () => {
  const wiki = await indexed({
    'index.md': '# A',
    'pages/a.md': '# B',
    bon: symlink('pages/a.md'),
    dossier: symlink('pages'),
    'pages/par-dossier': symlink('../dossier/a.md'),
    module: submodule('1'.repeat(40)),
    ailleurs: symlink('module/fichier'),
    mort: symlink('pages/rien.md'),
    'mort-par-dossier': symlink('dossier/rien.md'),
    dehors: symlink('../../etc/passwd'),
    absolu: symlink('/etc/passwd'),
    rond: symlink('rond'),
    long: symlink('x'.repeat(5_000)),
  });
  const found = (await allFindings(wiki)).filter(({ rule }) => rule === 'broken-symlink');
  expect(found.map(({ path, subject, detail }) => [path, subject, detail.cause])).toEqual([
    ['absolu', '/etc/passwd', 'outside'],
    ['dehors', '../../etc/passwd', 'outside'],
    ['long', '', 'missing'],
    ['mort', 'pages/rien.md', 'missing'],
    ['mort-par-dossier', 'dossier/rien.md', 'missing'],
    ['rond', 'rond', 'loop'],
  ]);
});

test('a symbolic link is looked at again when what it leads to comes or goes', async () => {
  const made = await repository({ 'index.md': '# A', lien: symlink('dossier/b.txt'), 'dossier/b.txt': 'x' });
  const wiki = await indexed(made);
  const broken = () => findingsOf(wiki, 'broken-symlink');
  expect(await broken()).toEqual([]);
  await made.remove('dossier/b.txt');
  await wiki.update();
  expect(await broken()).toEqual(['lien:1:1 broken-symlink dossier/b.txt']);
  await made.commit('Back', { 'dossier/b.txt/c.md': '# C' });
  await wiki.update();
  expect(await broken()).toEqual([]);
});

test('a file in a root folder named “-” is told: its address is the software’s own', async () => {
  const wiki = await indexed({ 'index.md': '# A', '-/index.md': '# B', 'a/-/index.md': '# C' });
  expect(await findingsOf(wiki, 'unreadable-file')).toEqual(['-/index.md:1:1 unreadable-file reserved']);
});
