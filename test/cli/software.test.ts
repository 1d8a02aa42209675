import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import { falseForge } from '../support/forge.ts';
import { repository } from '../support/git.ts';
import { finished, isBuilt } from '../support/greffe.ts';

const FILES = {
  'index.md': '# Accueil',
  'liste.csv': 'Logiciel,Critique\nGit,Oui\nVim,peut-être\n',
  'greffe.yml': 'software: { table: liste.csv, sheets: fiches/ }\n',
};

async function place(files: Readonly<Record<string, string>> = FILES) {
  const { path } = await repository(files);
  const folder = await temporaryFolder('software');
  const run = (args: readonly string[], env: Record<string, string> = {}) =>
    finished(['software', ...args, '--wiki', path, '--data', join(folder, 'data')], { env });
  return { folder, run };
}

describe.skipIf(!isBuilt)('greffe software', () => {
  test('update says how many there are, what is wrong, and what sources said', async () => {
    const forge = await falseForge(() => ({
      json: [{ nom: 'Git', prestataires: [{ nom: 'Exemple SARL' }] }],
    }));
    const { run } = await place({
      ...FILES,
      'greffe.yml': `software: { table: liste.csv, sources: [{ name: cnll, url: "${forge.origin}/cnll.json" }] }\n`,
    });
    const offline = await run(['update', '--offline']);
    expect(offline).toMatchObject({ code: 0, said: expect.stringContaining('2 software in the catalogue') });
    expect(offline.said).toContain(
      'liste.csv, line 3: Vim: “peut-être” is not understood as critical; write yes or no.',
    );
    expect(forge.asked).toEqual([]);
    const refused = await run(['update']);
    expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('cnll: private-network') });
    const asked = await run(['update'], { GREFFE_HARVEST_PRIVATE: forge.origin });
    expect(asked).toMatchObject({ code: 0, said: expect.stringContaining('cnll: 1 asked, 1 new, 0 kept') });
  });

  test('import writes a sheet for each software that has none, and replaces no file', async () => {
    const { folder, run } = await place();
    const file = join(folder, 'sill.json');
    await writeFile(
      file,
      JSON.stringify([{ id: 5, name: 'git', license: 'GPL-2.0-only' }, { id: 6, name: 'Nano' }, {}]),
    );
    const out = join(folder, 'out');
    const first = await run(['import', file, '--out', out]);
    expect(first.said).toContain('2 software read, 2 sheets written, 0 have one already');
    expect(first.said).toContain('1 entries name no software');
    expect(await readFile(join(out, 'fiches/git.md'), 'utf8')).toContain('software: Git\nsill: "5"\n');
    await writeFile(join(out, 'fiches/git.md'), 'mine');
    expect((await run(['import', file, '--out', out])).said).toContain('2 files are there already');
    expect(await readFile(join(out, 'fiches/git.md'), 'utf8')).toBe('mine');
  });

  test.each([
    [
      'a wiki without a catalogue',
      { 'index.md': '# A' },
      ['update'],
      'This wiki has no catalogue of software.',
    ],
    ['no file', FILES, ['import'], 'A file and a folder are needed.'],
    [
      'a file that is not there',
      FILES,
      ['import', '/none.json', '--out', '/tmp/none'],
      'The file /none.json cannot be read.',
    ],
  ])('refuses %s, with the remedy', async (_, files, args, message) => {
    const { run } = await place(files);
    const { code, said } = await run(args);
    expect([code, said]).toEqual([2, expect.stringContaining(message)]);
  });
});
