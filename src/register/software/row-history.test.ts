import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, readSettings } from '../../config/settings.ts';
import { readSoftwareList } from '../../wiki/software-files/read-list.ts';
import { rowHistory } from './row-history.ts';

const settings = readSettings('software: {}\n').settings.software ?? (DEFAULT_SETTINGS.software as never);

/** What each version did, in a few words. */
const told = async (...versions: readonly string[]) =>
  (
    await rowHistory(
      versions.map((text, at) => ({
        commit: String(at),
        author: 'Camille',
        subject: 'Liste',
        at,
        list: readSoftwareList(Buffer.from(text), 'liste.csv', settings),
      })),
    )
  ).events.map(({ row, name, kind, field, before, after, version }) =>
    [
      version.commit,
      `#${row}`,
      name,
      kind,
      ...(kind === 'changed' ? [`${field}: ${before}→${after}`] : []),
    ].join(' '),
  );

test('rows that came, went and changed are told', async () => {
  expect(
    await told(
      'Id,Logiciel,Critique\n1,Git,Oui\n2,Vim,Non\n',
      'Id,Logiciel,Critique\n1,Git,Non\n3,Nano,Non\n',
    ),
  ).toEqual([
    '0 #1 Git added',
    '0 #2 Vim added',
    '1 #1 Git changed critical: Oui→Non',
    '1 #3 Nano added',
    '1 #2 Vim removed',
  ]);
});

test('columns in another order, and a column that comes, change no row', async () => {
  expect(await told('Id,Logiciel\n1,Git\n', 'Logiciel,Catégorie,Id\nGit,Dev,1\n')).toEqual([
    '0 #1 Git added',
  ]);
});

test('a list of names alone that gets numbers and a header is the same list', async () => {
  expect(await told('Git\nVim\n', 'Id,Logiciel\n7,Git\n8,Vim\n')).toEqual([
    '0 #1 Git added',
    '0 #2 Vim added',
  ]);
});

test('a name that was mended is still that row, and so are rows that were numbered anew', async () => {
  expect(await told('Id,Logiciel\n1,Libre Office\n', 'Id,Logiciel\n1,LibreOffice\n')).toEqual([
    '0 #1 Libre Office added',
    '1 #1 LibreOffice changed name: Libre Office→LibreOffice',
  ]);
  expect(await told('Id,Logiciel\n1,Git\n2,Vim\n', 'Id,Logiciel\n1,Emacs\n2,Git\n3,Vim\n')).toEqual([
    '0 #1 Git added',
    '0 #2 Vim added',
    '1 #3 Emacs added',
    '1 #1 Git changed id: 1→2',
    '1 #2 Vim changed id: 2→3',
  ]);
});

test('a row that comes back is itself', async () => {
  const both = 'Id,Logiciel\n1,Git\n2,Vim\n';
  expect((await told(both, 'Id,Logiciel\n1,Git\n', both)).slice(2)).toEqual([
    '1 #2 Vim removed',
    '2 #2 Vim added',
  ]);
});
