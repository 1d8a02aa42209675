import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { executable, repository, submodule, symlink } from '../support/git.ts';
import { type Served, served } from '../support/served.ts';

const PNG = (width: number) => {
  const bytes = Buffer.alloc(33);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(bytes);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(5, 20);
  return bytes;
};
const EVENT = (hour: string, more = '') =>
  `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART;TZID=Europe/Paris:20260310T${hour}0000\r\nDURATION:PT1H\r\nSUMMARY:Réunion\r\n${more}END:VEVENT\r\nEND:VCALENDAR\r\n`;
const LONG = Array.from({ length: 30 }, (_, n) => `Paragraphe ${n}.\n\n`).join('');

const visible = (html: string) =>
  html
    .replace(/^.*<main[^>]*>|<\/main>.*$/gs, '')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ');

describe('the difference', () => {
  let site: Served;
  beforeAll(async () => {
    const wiki = await repository({
      'greffe.yml': 'languages: [fr, en]\n',
      'index.md': '# Accueil\n',
      'page.md': `---\ntitle: Un\n---\n\n# Titre\n\nLe chat dort sous [la table](index.md).\n\n${LONG}Fin.\n`,
      'same.md': '# A\n\nUn deux\ntrois.\n',
      'table.csv': 'id,nom,licence\n1,Git,GPL\n2,Vim,Vim\n3,Nano,GPL\n',
      'dates.ics': EVENT('10'),
      'image.png': PNG(10),
      'blob.bin': Buffer.from([0, 1, 2]),
      'notes.txt': 'un\nil y a deux mots\n',
    });
    await wiki.commit('change', {
      'page.md': `---\ntitle: Deux\n---\n\n# Titre\n\nLe chien dort sous [la table](index.md).\n\n${LONG}Fin.\n\nEncore.\n`,
      'same.md': '# A\n\nUn\ndeux trois.\n',
      'table.csv': 'id,nom,licence\n1,Git,GPL-2.0\n3,Nano,GPL\n4,<b>Joe</b>,GPL\n',
      'dates.ics': EVENT('14', 'LOCATION:Autun\r\n'),
      'image.png': PNG(20),
      'blob.bin': Buffer.from([0, 1, 2, 3]),
      'notes.txt': 'un\nil y a trois mots\n',
    });
    site = await served(wiki);
  });
  afterAll(() => site[Symbol.asyncDispose]());

  test('of a page is shown in the page, with what did not change folded', async () => {
    const { text } = await site.get('/-/diff/page.md');
    expect(visible(text)).toContain('Le (supprimé : chat) (ajouté : chien) dort sous la table.');
    expect(text).toMatch(/<a href="\/">la table<\/a>/);
    expect(text).toMatch(/<p class="block-added"><ins class="added">/);
    expect(text).toMatch(/<summary lang="fr">\d+\u00a0passages inchangés<\/summary>/);
    expect((await site.get('/-/diff/page.md?context=all')).text).not.toContain('passages inchangés');
  });

  test('of a page tells what changed in its front matter', async () => {
    const { text } = await site.get('/-/diff/page.md');
    expect(text).toMatch(/<th scope="row">title<\/th>.*<mark>Un<\/mark>.*<mark>Deux<\/mark>/s);
  });

  test('of a page that reads the same says so, and leads to its source', async () => {
    const { text } = await site.get('/-/diff/same.md');
    expect(text).toContain('La page se lit comme avant');
    expect(text).toContain('<a href="/-/diff/same.md?view=source">Voir les changements de la source</a>');
    expect((await site.get('/-/diff/same.md?view=source')).text).toContain('class="line-removed"');
  });

  test.each(['page.md', 'notes.txt', 'table.csv', 'dates.ics'])(
    'of %s can be seen side by side',
    async (path) => {
      const { text } = await site.get(`/-/diff/${path}?view=split`);
      expect(text).toContain('diff-split');
      expect(text).toMatch(/aria-current="page">Côte à côte/);
    },
  );

  test('of a text file is its lines, all of them when they are asked for', async () => {
    const { text } = await site.get('/-/diff/page.md?view=source');
    expect(text.match(/class="hunk-start"/g)).toHaveLength(2);
    expect(
      (await site.get('/-/diff/page.md?view=source&context=all')).text.match(/class="hunk-start"/g),
    ).toHaveLength(1);
    expect((await site.get('/-/diff/notes.txt')).text).toContain('<mark>trois</mark>');
  });

  test('of a table is by rows and cells', async () => {
    const { text } = await site.get('/-/diff/table.csv');
    const words = visible(text);
    expect(words).toContain('1 ligne ajoutée');
    expect(words).toContain('1 ligne supprimée');
    expect(words).toContain('1 ligne modifiée');
    expect(text).toMatch(/<th scope="row">licence<\/th>/);
    expect(text).toContain('&lt;b&gt;Joe&lt;/b&gt;');
  });

  test('of a calendar is by events, in words', async () => {
    const words = visible((await site.get('/-/diff/dates.ics')).text);
    expect(words).toContain('mardi 10 mars 2026, 10 h – 11 h');
    expect(words).toContain('mardi 10 mars 2026, 14 h – 15 h');
    expect(words).toContain('LieurienAutun');
  });

  test('of a picture is both, with their sizes', async () => {
    const { text } = await site.get('/-/diff/image.png');
    const sources = [...text.matchAll(/<img[^>]* src="([^"]+)"[^>]* width="(\d+)"/g)];
    expect(sources.map(([, , width]) => width)).toEqual(['10', '20']);
    for (const [, href] of sources) expect((await site.get(href as string)).status).toBe(200);
  });

  test('of another file is its sizes, each leading to its bytes', async () => {
    const { text } = await site.get('/-/diff/blob.bin');
    expect(visible(text)).toContain('3 octets');
    expect(visible(text)).toContain('4 octets');
  });

  test('of a mode alone is told, by the page of the file and by that of the commit', async () => {
    const wiki = await repository({ 'run.sh': 'echo\n' });
    const id = await wiki.commit('Let it run', { 'run.sh': executable('echo\n') });
    await using own = await served(wiki);
    for (const address of ['/-/diff/run.sh?lang=en', `/-/commit/${id}?lang=en`]) {
      const words = visible((await own.get(address)).text);
      expect(words, address).toContain(
        'Only the mode of the file (its permissions) changed: 100644 → 100755',
      );
    }
  });

  test('of a file that only changed its name is its two names, by its page and by that of the commit', async () => {
    const wiki = await repository({
      'greffe.yml': 'languages: [fr, en]\n',
      'vieux.md': '# Guide\n\nUn texte.\n',
    });
    const id = await wiki.rename('vieux.md', 'neuf.md');
    await using own = await served(wiki);
    for (const address of ['/-/diff/neuf.md', `/-/commit/${id}`]) {
      const words = visible((await own.get(address)).text);
      expect(words, address).toContain('Seul le nom du fichier a changé : vieux.md → neuf.md');
      expect(words, address).not.toContain('a aussi changé de nom');
    }
    expect((await own.get('/-/diff/neuf.md?lang=en')).text).toContain('Only the name of the file changed:');
  });

  test('of a symbolic link or a submodule is not made', async () => {
    const wiki = await repository({ link: symlink('/etc/passwd'), module: submodule('1'.repeat(40)) });
    const id = await wiki.commit('Elsewhere', {
      link: symlink('/etc/shadow'),
      module: submodule('2'.repeat(40)),
    });
    await using own = await served(wiki);
    const sentence = 'A symbolic link or a Git submodule is not followed.';
    for (const address of ['/-/diff/link?lang=en', '/-/diff/module?lang=en', `/-/commit/${id}?lang=en`]) {
      const words = visible((await own.get(address)).text);
      expect(words, address).toContain(sentence);
      expect(words, address).not.toContain('/etc/');
    }
  });

  test('in a way that does not exist is shown in the usual one', async () => {
    const { status, text } = await site.get('/-/diff/table.csv?view=%00&context=x&lang=en');
    expect(status).toBe(200);
    expect(text).toMatch(/aria-current="page">Rows and cells/);
  });
});
