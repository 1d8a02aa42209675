import { expect, test } from 'vitest';
import { executable, git, repository, submodule, symlink } from './git.ts';

test('a repository is made with its files, and the same one every time', async () => {
  const one = await repository({ 'index.md': '# Accueil\n', 'guides/début.md': 'é' });
  const two = await repository({ 'index.md': '# Accueil\n', 'guides/début.md': 'é' });
  expect(await one.git(['show', 'main:guides/début.md'])).toBe('é');
  expect(await one.head()).toBe(await two.head());
});

test('without files the branch is unborn', async () => {
  await expect((await repository()).head()).rejects.toThrow();
});

test('commits change, rename, edit and remove files', async () => {
  const wiki = await repository({ 'a.md': 'one\ntwo\nthree\nfour\n', 'b.md': 'b' });
  await wiki.commit(
    'Change b',
    { 'b.md': 'B' },
    { author: 'Dominique Test <d@example.org>', date: '2024-05-01' },
  );
  await wiki.rename('a.md', 'c.md', { edited: 'one\ntwo\nthree\nFOUR\n' });
  await wiki.remove('b.md');
  expect(await wiki.git(['log', '--format=%an %aI %s', '--name-status', '-M50%'])).toMatchInlineSnapshot(`
    "Camille Exemple 2024-05-01T02:00:00+00:00 Remove b.md

    D	b.md
    Camille Exemple 2024-05-01T01:00:00+00:00 Rename a.md to c.md

    R073	a.md	c.md
    Dominique Test 2024-05-01T00:00:00+00:00 Change b

    M	b.md
    Camille Exemple 2024-01-01T09:00:00+00:00 First version

    A	a.md
    A	b.md"
  `);
});

test('names of any bytes, links, submodules and executables are kept as given', async () => {
  const wiki = await repository([
    [Buffer.from([0x63, 0xe9, 0x2e, 0x6d, 0x64]), 'latin-1'],
    ['with "quotes" \\ and\nnewline', 'x'],
    ['link', symlink('../outside')],
    ['module', submodule()],
    ['run.sh', executable('#!/bin/sh\n')],
  ]);
  expect(await wiki.git(['ls-tree', '--format=%(objectmode) %(path)', 'main'])).toMatchInlineSnapshot(`
    "100644 "c\\351.md"
    120000 link
    160000 module
    100755 run.sh
    100644 "with \\"quotes\\" \\\\ and\\nnewline""
  `);
});

test('a tree git would refuse can be committed', async () => {
  const wiki = await repository({ 'index.md': 'x' });
  const id = await wiki.blob('y');
  await wiki.commitTree('Hostile', await wiki.tree([{ mode: '100644', name: '..', id }]));
  expect(await wiki.git(['ls-tree', '--name-only', 'main'])).toBe('..');
});

test('branches, merges and a force-push', async () => {
  const wiki = await repository({ 'index.md': 'x' });
  const first = await wiki.head();
  const topic = await wiki.commit('Topic', { 'topic.md': 't' }, { branch: 'topic', from: first });
  await wiki.commit('Other', { 'other.md': 'o' });
  await wiki.commit('Merge', { 'topic.md': 't' }, { merge: [topic] });
  expect(await wiki.git(['rev-list', '--count', '--merges', 'main'])).toBe('1');
  await wiki.commit('Everything anew', { 'new.md': 'n' }, { from: null });
  expect(await wiki.git(['rev-list', '--count', 'main'])).toBe('1');
  expect(await wiki.git(['ls-tree', '--name-only', 'main'])).toBe('new.md');
});

test('a working copy pushes back', async () => {
  const wiki = await repository({ 'index.md': 'x' });
  const copy = await wiki.workingCopy();
  await git(copy, ['commit', '--quiet', '--allow-empty', '-m', 'From the copy']);
  await git(copy, ['push', '--quiet']);
  expect(await wiki.git(['log', '-1', '--format=%s'])).toBe('From the copy');
});
