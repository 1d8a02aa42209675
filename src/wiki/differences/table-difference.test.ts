import { expect, test } from 'vitest';
import { random, schemaOf, tableOf } from '../tables/table.fixture.ts';
import { tableDifference } from './table-difference.ts';

const between = async (before: string, after: string) =>
  tableDifference(await tableOf(before), await tableOf(after));

/** A difference in a line: what was added, removed, changed. */
const told = async (before: string, after: string) => {
  const { added, removed, changed } = await between(before, after);
  return [
    ...added.map(({ cells }) => `+${cells.join(',')}`),
    ...removed.map(({ cells }) => `-${cells.join(',')}`),
    ...changed.map(
      ({ key, cells }) =>
        `${key}: ${cells.map(({ column, before: was, after: is }) => `${column.name} ${was}→${is}`).join(', ')}`,
    ),
  ];
};

test('rows that came, went and changed are told by what names them', async () => {
  const before = 'name,licence\nGit,GPL-2.0\nVim,Vim\nEmacs,GPL-3.0\n';
  const after = 'name,licence\nEmacs,GPL-3.0-or-later\nGit,GPL-2.0\nNano,GPL-3.0\n';
  expect(await told(before, after)).toEqual([
    '+Nano,GPL-3.0',
    '-Vim,Vim',
    'Emacs: licence GPL-3.0→GPL-3.0-or-later',
  ]);
  expect((await between(before, after)).counts).toEqual({
    added: 1,
    removed: 1,
    changed: 1,
    unchanged: 1,
    moved: 1,
  });
});

test('a row whose name was corrected is still that row', async () => {
  const before = 'name,site,about\nA,a.example,one\nLibre Office,lo.example,office\nZ,z.example,last\n';
  expect(await told(before, before.replace('Libre Office', 'LibreOffice'))).toEqual([
    'LibreOffice: name Libre Office→LibreOffice',
  ]);
});

test('another row that has only common values with the one it replaces is another row', async () => {
  const rows = Array.from({ length: 20 }, (_, n) => `name ${n},yes,GPL\n`);
  const before = `name,supported,licence\n${rows.join('')}`;
  expect(await told(before, before.replace('name 9,', 'other,'))).toEqual([
    '+other,yes,GPL',
    '-name 9,yes,GPL',
  ]);
});

test('rows that nothing names are told by all their cells', async () => {
  const before = 'day,what\n1,a\n1,b\n1,a\n2,b\n';
  expect(await told(before, 'day,what\n1,a\n1,b\n2,b\n')).toEqual(['-1,a']);
  expect(await told(before, 'day,what\n1,a\n1,b\n1,a\n2,b\n2,b\n')).toEqual(['+2,b']);
});

test('the first column whose cells are all different names rows where the first column does not', async () => {
  const before = 'status,name\nrecommended,Git\nrecommended,Vim\nobserved,Nano\n';
  expect(await told(before, before.replace('observed,Nano', 'recommended,Nano'))).toEqual([
    '3: status observed→recommended',
  ]);
});

test('a primary key names rows even when it is of several columns', async () => {
  const schema = schemaOf({
    fields: [{ name: 'year' }, { name: 'city' }, { name: 'count' }],
    primaryKey: ['year', 'city'],
  });
  const before = await tableOf('year,city,count\n2024,Autun,1\n2025,Autun,2\n', { schema });
  const after = await tableOf('year,city,count\n2025,Autun,3\n2024,Autun,1\n', { schema });
  const { changed, counts } = tableDifference(before, after);
  expect(changed.map(({ key }) => key)).toEqual(['2025/Autun']);
  expect(counts).toMatchObject({ added: 0, removed: 0, moved: 1 });
});

test('columns that came, went, moved and were renamed are told, and rows are compared by those that stayed', async () => {
  const { columns, changed, counts } = await between(
    'name,licence,old,site\nGit,GPL,x,g.example\nVim,Vim,y,v.example\n',
    'name,url,licence,new\nGit,g.example,MIT,1\nVim,v.example,Vim,2\n',
  );
  expect(columns.added.map(({ name }) => name)).toEqual(['new']);
  expect(columns.removed.map(({ name }) => name)).toEqual(['old']);
  expect(columns.renamed.map(({ before, after }) => [before.name, after.name])).toEqual([['site', 'url']]);
  expect(columns.moved).toHaveLength(1);
  expect(changed.map(({ cells }) => cells.map(({ column }) => column.name))).toEqual([['licence']]);
  expect(counts.unchanged).toBe(1);
});

test('a table that came or went is all added or removed', async () => {
  expect(await told('', 'a,b\n1,2\n')).toEqual(['+1,2']);
  expect(await told('a,b\n1,2\n', '')).toEqual(['-1,2']);
});

test('of many rows the first are given, and all are counted', async () => {
  const rows = Array.from({ length: 50 }, (_, n) => `${n},x\n`).join('');
  const { added, counts } = tableDifference(await tableOf('id,v\n'), await tableOf(`id,v\n${rows}`), {
    maxRows: 7,
  });
  expect(added).toHaveLength(7);
  expect(counts.added).toBe(50);
});

test('what is told turns one table into the other', async () => {
  const next = random(12);
  for (let round = 0; round < 200; round += 1) {
    const table = () =>
      `id,a,b\n${Array.from({ length: next(12) }, () => `${next(9)},${next(4)},${next(3)}\n`).join('')}`;
    const [before, after] = [await tableOf(table()), await tableOf(table())];
    const { added, removed, changed, counts } = tableDifference(before, after);
    const lines = [...before.rows()].map(({ position, cells }) => ({ position, cells: cells.join() }));
    const gone = new Set(removed.map(({ position }) => position));
    const kept = lines
      .filter(({ position }) => !gone.has(position))
      .map(
        (row) =>
          changed.find(({ before: old }) => old.position === row.position)?.after.cells.join() ?? row.cells,
      );
    const made = [...kept, ...added.map(({ cells }) => cells.join())];
    expect(made.toSorted()).toEqual([...after.rows()].map(({ cells }) => cells.join()).toSorted());
    expect(counts.unchanged + counts.changed + counts.removed).toBe(before.rowCount);
  }
});

test('a hundred thousand rows, all of them changed, are compared within seconds', async () => {
  const rows = (suffix: string) =>
    Array.from({ length: 100_000 }, (_, n) => `${n % 7},${n},name ${n}${suffix},x${suffix}\n`).join('');
  const before = await tableOf(`group,id,name,other\n${rows('')}`);
  const after = await tableOf(`group,id,name,other\n${rows('!')}`);
  const start = performance.now();
  expect(tableDifference(before, after).counts).toMatchObject({ changed: 100_000, moved: 0 });
  expect(performance.now() - start).toBeLessThan(3_000);
});
