import { expect, test } from 'vitest';
import { Keys, slugOf } from './key.ts';

test.each([
  ['LVS (Linux Virtual Server) / Ipvsadm', 'lvs-linux-virtual-server-ipvsadm'],
  ['C++', 'cplusplus'],
  ['C#', 'csharp'],
  ['Éditeur', 'éditeur'],
  ['日本語 入力', '日本語-入力'],
  ['../../x?y#z', 'x-ysharpz'],
  ['🦊', ''],
])('%s is named %s in addresses', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

test('each has a key of its own, and none that of another page', () => {
  const keys = new Keys();
  const taken = [
    ['12', 'Git'],
    [null, 'Git'],
    ['12', 'Vim'],
    [null, 'Compare'],
    [null, '🦊'],
    [null, '🐢'],
  ] as const;
  expect(taken.map(([id, name]) => keys.take(id, name))).toEqual([
    '12',
    'git',
    '12-2',
    'compare-2',
    'software',
    'software-2',
  ]);
});
