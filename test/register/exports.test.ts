import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { DATASETS } from '../../src/register/exports/datasets.ts';

test('the reference names each column of each table, its type and what it says', () => {
  const text = readFileSync(new URL('../../docs/reference/open-data.md', import.meta.url), 'utf8');
  for (const [table, { columns }] of Object.entries(DATASETS)) {
    const [, section = ''] = text.split(`### ${table}\n`);
    const written = [
      ...(section.split('\n###')[0] as string).matchAll(/^\| `(\w+)` +\| (\w+) +\| (.*?) +\|$/gm),
    ];
    expect(written.map(([, name, type, meaning]) => [name, type, meaning])).toEqual(
      columns.map(({ name, type, meaning }) => [name, type, meaning.en]),
    );
  }
});
