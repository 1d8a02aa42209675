import { afterEach, expect, test } from 'vitest';
import { indexed } from '../../test/support/wiki.ts';
import { listTree } from '../git/tree.ts';
import { readFiles, type TouchedFile } from './read-files.ts';
import { Readers } from './readers.ts';
import { Analysers } from './search/analysers.ts';

const opened: Readers[] = [];
afterEach(async () => {
  for (const readers of opened.splice(0)) await readers.close();
});

async function ready() {
  const wiki = await indexed({
    'greffe.yml': 'languages: [fr]\n',
    'a.md': '# Accueil\n\nUn [lien](b.md) vers l’œuvre.\n',
    'b.md': '# Autre\n\n![](x.png)\n',
  });
  const readers = new Readers(2, wiki.context.gitDir);
  opened.push(readers);
  return { wiki, readers, site: await wiki.site() };
}

test('a thread reads what this one would', async () => {
  const { wiki, readers, site } = await ready();
  const files: TouchedFile[] = [];
  for await (const file of listTree(wiki.context.gitDir, 'HEAD')) files.push(file);
  const here = await readFiles(files, wiki.context.objects, site, new Analysers());
  expect(await Promise.all([readers.read(files, site), readers.read(files, site)])).toEqual([here, here]);
});

test('a thread that cannot read a file says so, and reads on', async () => {
  const { readers, site } = await ready();
  const lost: TouchedFile = { path: 'x.md', mode: '100644', oid: '0'.repeat(40), size: 3 };
  const answers = [readers.read([lost], site), readers.read([], site), readers.read([], site)];
  expect(await Promise.all(answers)).toEqual([undefined, expect.anything(), expect.anything()]);
});
