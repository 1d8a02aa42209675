import { expect, test } from 'vitest';
import { readTable } from './read-table.ts';
import { scanTable } from './scan-table.ts';
import { chunksOf } from './table.fixture.ts';
import type { TableRow } from './table.ts';

const content = `id,name,n\n${Array.from({ length: 2_500 }, (_, row) => `k${row},"n ${row % 7}",${row}`).join('\n')}\nlast\n`;
const options = { path: 'x.csv', maxBytes: 1e9 };

test('a scan finds what a reading finds, and keeps no row', async () => {
  const table = await readTable(chunksOf(content), options);
  const summary = await scanTable(chunksOf(content), options);
  const { columns, rowCount, problems, problemCount, keyBy } = table;
  expect(summary).toEqual({ columns, rowCount, problems, problemCount, keyBy });
});

test('scanned a second time with what the first learnt, rows have the keys that a reading gives them', async () => {
  const table = await readTable(chunksOf(content), options);
  const { keyBy } = await scanTable(chunksOf(content), options);
  const rows: TableRow[] = [];
  await scanTable(chunksOf(content), { ...options, keyBy }, (some) => {
    rows.push(...some);
  });
  expect(rows).toEqual([...table.rows()]);
});

test('the reader waits for whoever takes the rows', async () => {
  let taking = 0;
  let most = 0;
  await scanTable(chunksOf(content), options, async (rows) => {
    taking += 1;
    most = Math.max(most, taking);
    expect(rows.length).toBeLessThanOrEqual(1_000);
    await new Promise((resolve) => setImmediate(resolve));
    taking -= 1;
  });
  expect(most).toBe(1);
});

test('an error of whoever takes the rows ends the scan', async () => {
  const scan = scanTable(chunksOf(content), options, () => {
    throw new Error('the disk is full');
  });
  await expect(scan).rejects.toThrow('the disk is full');
});

test('a scan for a number of rows reads no further than it must', async () => {
  let rows = 0;
  let pieces = 0;
  const endless = async function* () {
    yield Buffer.from('id\n');
    for (; pieces < 100; pieces += 1) yield Buffer.from('a\n'.repeat(200_000));
  };
  await scanTable(endless(), { ...options, maxRows: 300_000 }, (some) => {
    rows += some.length;
  });
  expect(rows).toBeGreaterThanOrEqual(300_000);
  expect(pieces).toBeLessThan(5);
});
