import { describe, expect, test } from 'vitest';
import { readSettings } from '../../config/settings.ts';
import { readSoftwareList } from './read-list.ts';
import { saidRows } from './row-said.ts';

const settingsOf = (yaml: string) => {
  const { settings, problems } = readSettings(`software: ${yaml}\n`);
  expect(problems).toEqual([]);
  return settings.software as NonNullable<typeof settings.software>;
};

const read = (text: string, settings = '{}') => {
  const list = readSoftwareList(Buffer.from(text), 'liste.csv', settingsOf(settings));
  const { rows, findings } = saidRows(list, settingsOf(settings));
  return { ...list, rows, findings: [...list.findings, ...findings] };
};

/** A list in a few words. */
const told = ({ rows, findings }: ReturnType<typeof read>) => [
  ...rows.map(({ id, name, said }) => `${id} ${name} ${said.category} ${said.critical}`),
  ...findings.map(({ line, message }) => `${line}: ${message}`),
];

describe('the table of supported software', () => {
  test('is read by what its columns are usually called, in any order', () => {
    const list = read(
      'CATÉGORIE;Critique;Logiciel;Identifiant marché\nSGBD;Oui;MariaDB;7\nSGBD;non;SQLite;8\n',
    );
    expect(told(list)).toEqual(['7 MariaDB SGBD true', '8 SQLite SGBD false']);
    expect(list.isWhole).toBe(true);
  });

  test('is read by the columns that the settings name, in whichever of its names they have', () => {
    const settings = '{ columns: { name: [Produit, Outil], id: 1 } }';
    expect(told(read('N°,Outil\n4,Git\n', settings))).toEqual(['4 Git undefined undefined']);
    expect(told(read('N°,Produit\n4,Git\n', settings))).toEqual(['4 Git undefined undefined']);
  });

  test('is a list of names where it has one column and no header', () => {
    expect(told(read('Git\nVim\n'))).toEqual([
      'null Git undefined undefined',
      'null Vim undefined undefined',
    ]);
    expect(told(read('Logiciel\nGit\n'))).toEqual(['null Git undefined undefined']);
  });

  test('says what to map where its columns were renamed', () => {
    const list = read('Id,Produit,Grave\n1,Git,Oui\n', '{ columns: { name: Logiciel, critical: Critique } }');
    expect(list).toMatchObject({ isReadable: false, isWhole: false });
    expect(told(list)).toEqual([
      '1: there is no column Logiciel; the columns are Id, Produit, Grave. Say which of them it is in software.columns.name',
      '1: there is no column Critique; the columns are Id, Produit, Grave. Say which of them it is in software.columns.critical',
    ]);
  });

  test.each([
    ['an empty file', '', ['1: the file is empty; write a line that names its columns']],
    [
      'a row without a name',
      'Id,Logiciel\n1,\n2,Vim\n',
      ['2 Vim undefined undefined', '2: the row names no software; write its name, or take the row away'],
    ],
    [
      'a number that comes twice',
      'Id,Logiciel\n1,Vim\n1,Git\n',
      [
        '1 Vim undefined undefined',
        '1 Git undefined undefined',
        '3: Git: the identifier 1 is that of line 2 already; give it another one',
      ],
    ],
    [
      'what is neither yes nor no',
      'Id,Logiciel,Critique\n1,Vim,peut-être\n',
      ['1 Vim undefined undefined', '2: Vim: “peut-être” is not understood as critical; write yes or no'],
    ],
    [
      'names in every script',
      'Logiciel\n日本語入力\nЯндекс\nمتصفح\n',
      [
        'null 日本語入力 undefined undefined',
        'null Яндекс undefined undefined',
        'null متصفح undefined undefined',
      ],
    ],
    ['bytes of another encoding', 'Logiciel\nGit\0\n', ['null Git undefined undefined']],
  ])('tells %s, and the rest stands', (_, text, expected) => {
    expect(told(read(text))).toEqual(expected);
  });

  test('says what attributes the settings define', () => {
    const settings =
      '{ attributes: { rgaa: { kind: flag, column: RGAA }, ports: { kind: number, column: Ports } } }';
    const list = read('Logiciel,RGAA,Ports\nGit,Oui,9418\nVim,?,aucun\n', settings);
    expect(list.rows.map(({ said }) => said.attributes)).toEqual([{ rgaa: true, ports: 9418 }, {}]);
    expect(list.findings.map(({ message }) => message)).toEqual([
      'Vim: “?” is not understood as attributes.rgaa; write yes or no',
      'Vim: “aucun” is not understood as attributes.ports; write a number such as 12 or 0.5',
    ]);
  });
});
