import { describe, expect, test } from 'vitest';
import { executable, submodule, symlink } from '../../test/support/git.ts';
import { indexed } from '../../test/support/wiki.ts';
import { fileAt, filesIn, foldersIn } from '../store/files.ts';
import { pageAt, pageFactsAt } from '../store/pages.ts';

const settings = { 'greffe.yml': 'languages: [fr]\n' };

describe('a file of the tree', () => {
  test('is a page, a file, a link or another repository, as Git says', async () => {
    const wiki = await indexed([
      ['greffe.yml', 'languages: [fr]\n'],
      ['page.md', executable('# Page\n')],
      ['run.sh', executable('#!/bin/sh\n')],
      ['link.md', symlink('page.md')],
      ['image.png', symlink('/etc/passwd')],
      ['module.md', submodule()],
    ]);
    const files = await wiki.ask(filesIn, '');
    expect(files.map(({ path, mode, size }) => [path, mode, size])).toEqual([
      ['greffe.yml', '100644', 16],
      ['image.png', '120000', 11],
      ['link.md', '120000', 7],
      ['module.md', '160000', null],
      ['page.md', '100755', 7],
      ['run.sh', '100755', 10],
    ]);
    expect(await wiki.ask(pageAt, 'page.md')).toMatchObject({ title: 'Page' });
    expect(await wiki.ask(pageAt, 'link.md')).toBeUndefined();
    expect(await wiki.ask(pageAt, 'module.md')).toBeUndefined();
  });

  test('that becomes a link is no page any more', async () => {
    const wiki = await indexed({ ...settings, 'a.md': '# A\n' });
    await wiki.repository.commit('Link', { 'a.md': symlink('../b.md') });
    await wiki.update();
    expect(await wiki.ask(pageAt, 'a.md')).toBeUndefined();
    expect(await wiki.find('/a.md')).toBe('file a.md');
  });

  test('that becomes a folder, and back, is found', async () => {
    const wiki = await indexed({ ...settings, a: 'x', 'b/c/d.md': '' });
    await wiki.repository.commit('Swap', { a: null, 'a/x.md': '', 'b/c/d.md': null, b: 'y' });
    await wiki.update();
    expect(await wiki.find('/a/')).toBe('folder a for fr');
    expect(await wiki.find('/b')).toBe('file b');
    expect(await wiki.ask(foldersIn, '')).toEqual(['a']);
    expect(await wiki.ask(foldersIn, 'b')).toEqual([]);
  });

  test('as deep as one likes has all the folders above it', async () => {
    const wiki = await indexed({ ...settings, [`${'a/'.repeat(120)}x.md`]: '# Deep' });
    expect(await wiki.find(`/${'a/'.repeat(60)}`)).toBe(`folder ${'a/'.repeat(60).slice(0, -1)} for fr`);
    expect(await wiki.ask(foldersIn, 'a')).toEqual(['a/a']);
    await wiki.repository.remove(`${'a/'.repeat(120)}x.md`);
    await wiki.update();
    expect(await wiki.ask(foldersIn, '')).toEqual([]);
  });
});

describe('a file that is large', () => {
  const page = (megabytes: number) =>
    `# Grande page\n\n${'Une ligne de texte sans rien.\n'.repeat(megabytes * 35_000)}`;

  test('is read as a page below eight megabytes, offered as a file above', async () => {
    const wiki = await indexed({ ...settings, 'large.md': page(5) });
    expect(await wiki.ask(pageAt, 'large.md')).toMatchObject({ title: 'Grande page' });
    await wiki.repository.commit('Larger', { 'large.md': page(9) });
    await wiki.update();
    expect(await wiki.ask(pageAt, 'large.md')).toMatchObject({ title: 'Large' });
    expect(await wiki.ask(pageFactsAt, 'large.md')).toContain('the file is larger than 8 MB');
  });

  test('is known by its size and never held', async () => {
    const wiki = await indexed({ ...settings, 'x.md': '' });
    await wiki.repository.commit('Large', { 'film.mp4': Buffer.alloc(20_000_000) });
    const read: string[] = [];
    const { objects } = wiki.context;
    const original = objects.read.bind(objects);
    objects.read = (oid) => {
      read.push(oid);
      return original(oid);
    };
    await wiki.update();
    expect(await wiki.ask(fileAt, 'film.mp4')).toMatchObject({ size: 20_000_000 });
    // The folders are compared.
    expect(read.filter((name) => !name.endsWith('^{tree}'))).toEqual([]);
  });
});

describe('an image', () => {
  const png = (width: number, height: number) => {
    const bytes = Buffer.alloc(33);
    Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(bytes);
    bytes.writeUInt32BE(width, 16);
    bytes.writeUInt32BE(height, 20);
    return bytes;
  };

  test('is measured', async () => {
    const wiki = await indexed({
      ...settings,
      'a.png': png(640, 480),
      'b.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="12" height="34"/>',
      'c.gif': Buffer.from('GIF89a\x10\x00\x20\x00', 'latin1'),
    });
    const sizes = (await wiki.ask(filesIn, '')).map(({ path, width, height }) => [path, width, height]);
    expect(sizes).toEqual([
      ['a.png', 640, 480],
      ['b.svg', 12, 34],
      ['c.gif', 16, 32],
      ['greffe.yml', null, null],
    ]);
  });

  test('that is damaged, cut short or something else has no size', async () => {
    const wiki = await indexed({
      ...settings,
      'a.png': png(640, 480).subarray(0, 18),
      'b.png': 'not an image',
      'c.gif': 'GIF89a',
      'd.jpg': Buffer.alloc(5_000, 0xff),
      'e.svg': '<svg '.repeat(10_000),
      'f.png': Buffer.concat([Buffer.from('icns\0\0\x01\0ic07\0\0\0\0'), Buffer.alloc(240)]),
      'g.webp': 'RIFF',
      'h.png': '',
    });
    const sizes = (await wiki.ask(filesIn, '')).map(({ width, height }) => width ?? height);
    expect(sizes.every((size) => size === null)).toBe(true);
  });
});
