import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { deflateSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { FLUSH, packet } from '../../src/git/pkt-line.ts';
import { contributing } from '../support/contributing.ts';
import { git } from '../support/git.ts';
import { cloneWith, memberWithToken, nameOfClone } from '../support/pushing.ts';

const ADA = 'ada@example.org';
const ZEROS = '0'.repeat(40);

const open: AsyncDisposable[] = [];
afterEach(async () => {
  for (const site of open.splice(0)) await site[Symbol.asyncDispose]();
});

/** A wiki, a member's clone of it, and what sends the bytes of a push as they are. */
async function pushing(files = {}) {
  const site = await contributing(files);
  open.push(site);
  const token = await memberWithToken(site, ADA, 'committer');
  const clone = await cloneWith(site, token);
  const workshop = (await site.proposals?.workshop()) ?? '';
  const before = await kept(workshop);
  const head = await site.repository.head();
  const objects = await git(site.repository.path, ['count-objects']);
  const authorization = `Basic ${Buffer.from(`x:${token}`).toString('base64')}`;
  const path = `/${nameOfClone(site)}/git-receive-pack`;
  return {
    site,
    clone,
    head,
    path,
    authorization,
    workshop,
    send: (body: Buffer) => site.ask(path, { method: 'POST', headers: { authorization }, body }),
    stream: (chunks: Iterable<Buffer>, headers = {}) =>
      sendStream(site.port, path, chunks, { authorization, ...headers }),
    /** Nothing of what was refused is anywhere. */
    async expectNoTrace() {
      expect(await kept(workshop)).toEqual(before);
      expect(await site.repository.head()).toBe(head);
      expect(await git(site.repository.path, ['count-objects'])).toBe(objects);
    },
  };
}

/** Every file of a folder. */
async function kept(folder: string): Promise<string[]> {
  return (await readdir(folder, { recursive: true })).sort();
}

function sendStream(port: number, path: string, chunks: Iterable<Buffer>, headers: Record<string, string>) {
  return new Promise<{ status: number; text: string; sent: number }>((resolve, reject) => {
    let sent = 0;
    const asked = request({ port, host: 'localhost', path, method: 'POST', headers }, (answer) => {
      let text = '';
      answer.on('data', (chunk) => {
        text += chunk;
      });
      answer.on('end', () => {
        resolve({ status: answer.statusCode ?? 0, text, sent });
        asked.destroy();
      });
    });
    asked.on('error', reject);
    const iterator = chunks[Symbol.iterator]();
    const next = (): void => {
      const { value, done } = iterator.next();
      if (done) return void asked.end();
      sent += value.length;
      if (asked.write(value)) setImmediate(next);
      else asked.once('drain', next);
    };
    next();
  });
}

type Packed = readonly [type: 1 | 2 | 3, content: Buffer];

/** A pack (gitformat-pack(5)) of these objects. */
function packOf(objects: readonly Packed[]): Buffer {
  const pieces = [Buffer.from('PACK'), Buffer.from([0, 0, 0, 2]), uint32(objects.length)];
  for (const [type, content] of objects) pieces.push(head(type, content.length), deflateSync(content));
  const whole = Buffer.concat(pieces);
  return Buffer.concat([whole, createHash('sha1').update(whole).digest()]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function head(type: number, length: number): Buffer {
  const bytes = [(type << 4) | (length & 15)];
  for (let left = Math.floor(length / 16); left > 0; left = Math.floor(left / 128)) {
    bytes[bytes.length - 1] = (bytes.at(-1) as number) | 128;
    bytes.push(left & 127);
  }
  return Buffer.from(bytes);
}

const NAMES = { 1: 'commit', 2: 'tree', 3: 'blob' } as const;

function idOf([type, content]: Packed): string {
  return createHash('sha1').update(`${NAMES[type]} ${content.length}\0`).update(content).digest('hex');
}

const treeOf = (entries: readonly (readonly [mode: string, name: string, id: string])[]): Packed => [
  2,
  Buffer.concat(
    entries.map(([mode, name, id]) =>
      Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(id, 'hex')]),
    ),
  ),
];

const commitOf = (tree: Packed, parent: string, message = 'Bombe\n'): Packed => {
  const who = 'Ada <ada@example.org> 1700000000 +0000';
  return [
    1,
    Buffer.from(`tree ${idOf(tree)}\nparent ${parent}\nauthor ${who}\ncommitter ${who}\n\n${message}`),
  ];
};

const CAPABILITIES = 'report-status side-band-64k';

function pushOf(before: string, after: string, pack: Buffer): Buffer {
  const command = packet(`${before} ${after} refs/heads/main\0${CAPABILITIES}\n`);
  return Buffer.concat([command, FLUSH, pack]);
}

/** What pushes a tree as the next commit. */
function pushOfTree(before: string, tree: Packed, others: readonly Packed[]): Buffer {
  const commit = commitOf(tree, before);
  return pushOf(before, idOf(commit), packOf([...others, tree, commit]));
}

describe('a bomb that is pushed is refused with a sentence, and leaves nothing', () => {
  test('ten folders in each of ten folders, ten times', async () => {
    const { send, head, expectNoTrace } = await pushing();
    const blob: Packed = [3, Buffer.from('x')];
    const trees = [treeOf([['100644', 'f', idOf(blob)]])];
    for (let level = 0; level < 10; level++) {
      const below = idOf(trees.at(-1) as Packed);
      trees.push(treeOf(Array.from('0123456789', (name) => ['40000', name, below] as const)));
    }
    const { text } = await send(pushOfTree(head, trees.at(-1) as Packed, [blob, ...trees.slice(0, -1)]));
    expect(text).toContain('more than 500 files');
    await expectNoTrace();
  });

  test('the same with nothing in the last, so that there is no file to count', {
    timeout: 60_000,
  }, async () => {
    const { send, head, expectNoTrace, site } = await pushing();
    const trees = [treeOf([])];
    for (let level = 0; level < 12; level++) {
      const below = idOf(trees.at(-1) as Packed);
      trees.push(treeOf(Array.from('0123456789', (name) => ['40000', name, below] as const)));
    }
    const sent = send(pushOfTree(head, trees.at(-1) as Packed, trees.slice(0, -1)));
    expect((await site.get('/')).status).toBe(200);
    expect((await sent).text).toContain('more than 20000 folders');
    await expectNoTrace();
  });

  test('folders twenty thousand deep', { timeout: 60_000 }, async () => {
    const { send, head, expectNoTrace } = await pushing();
    const blob: Packed = [3, Buffer.from('x')];
    const trees = [treeOf([['100644', 'f', idOf(blob)]])];
    for (let level = 0; level < 20_000; level++)
      trees.push(treeOf([['40000', 'd', idOf(trees.at(-1) as Packed)]]));
    const { text } = await send(pushOfTree(head, trees.at(-1) as Packed, [blob, ...trees.slice(0, -1)]));
    expect(text).toMatch(/ng refs\/heads\/main (?:path|objects are missing)/);
    await expectNoTrace();
  });

  test('a million files in a folder', { timeout: 60_000 }, async () => {
    const { send, head, expectNoTrace } = await pushing();
    const blob: Packed = [3, Buffer.from('x')];
    const names = Array.from({ length: 1_000_000 }, (_, at) => String(at).padStart(7, '0'));
    const tree = treeOf(names.map((name) => ['100644', name, idOf(blob)] as const));
    const { text } = await send(pushOfTree(head, tree, [blob]));
    expect(text).toContain('more than 500 files');
    await expectNoTrace();
  });

  test('a small pack of a file of a gigabyte', { timeout: 60_000 }, async () => {
    const { send, head, expectNoTrace } = await pushing();
    const size = 200_000_000;
    const blob: Packed = [3, Buffer.alloc(size)];
    const body = pushOfTree(head, treeOf([['100644', 'zero.bin', idOf(blob)]]), [blob]);
    expect(body.length).toBeLessThan(1_000_000);
    const { text } = await send(body);
    expect(text).toMatch(/too[- ]large/);
    await expectNoTrace();
  });

  test('many files, each of which is allowed', { timeout: 60_000 }, async () => {
    const { send, head, expectNoTrace } = await pushing();
    const blobs = Array.from({ length: 12 }, (_, at): Packed => [3, Buffer.alloc(10_000_000, at)]);
    const tree = treeOf(blobs.map((blob, at) => ['100644', `${10 + at}.bin`, idOf(blob)] as const));
    const { text } = await send(pushOfTree(head, tree, blobs));
    expect(text).toContain('100 MB together');
    await expectNoTrace();
  });

  test('deltas that copy what they come from over and over', { timeout: 60_000 }, async () => {
    const { send, head, expectNoTrace } = await pushing();
    const { text } = await send(pushOf(head, '1'.repeat(40), deltaBomb(8)));
    expect(text).toMatch(/unpack .*\n/);
    expect(text).toContain('an object is too large once it is unpacked');
    await expectNoTrace();
  });

  test('ten thousand commits', { timeout: 60_000 }, async () => {
    const { send, head, expectNoTrace } = await pushing();
    const tree = treeOf([]);
    const commits = [commitOf(tree, head)];
    for (let at = 0; at < 10_000; at++) commits.push(commitOf(tree, idOf(commits.at(-1) as Packed)));
    const { text } = await send(pushOf(head, idOf(commits.at(-1) as Packed), packOf([tree, ...commits])));
    expect(text).toContain('more than 5000 commits');
    await expectNoTrace();
  });

  test('a commit that says a megabyte', async () => {
    const { send, head, expectNoTrace } = await pushing();
    const tree = treeOf([]);
    const commit = commitOf(tree, head, 'x'.repeat(1_000_000));
    const { text } = await send(pushOf(head, idOf(commit), packOf([tree, commit])));
    expect(text).toContain('a commit says more than 64 kB');
    await expectNoTrace();
  });

  test('a pack that says it has four billion objects', async () => {
    const { send, head, expectNoTrace } = await pushing();
    const pack = Buffer.concat([Buffer.from('PACK'), Buffer.from([0, 0, 0, 2, 255, 255, 255, 255])]);
    const { text } = await send(pushOf(head, '1'.repeat(40), pack));
    expect(text).toContain('more than 100000 objects');
    await expectNoTrace();
  });
});

/** Deltas (gitformat-pack(5)), each 16 times as long as the one before. */
function deltaBomb(levels: number): Buffer {
  const first: Packed = [3, Buffer.alloc(65_536, 'x')];
  const pieces = [Buffer.from('PACK'), Buffer.from([0, 0, 0, 2]), uint32(levels + 1)];
  pieces.push(head(3, first[1].length), deflateSync(first[1]));
  let size = first[1].length;
  let at = pieces.reduce((sum, piece) => sum + piece.length, 0);
  let from = 12;
  for (let level = 0; level < levels; level++) {
    const copies = Array.from({ length: 16 }, () => copy(size)).flat();
    const delta = Buffer.from([...varint(size), ...varint(size * 16), ...copies]);
    const made = Buffer.concat([head(6, delta.length), Buffer.from(offset(at - from)), deflateSync(delta)]);
    pieces.push(made);
    from = at;
    at += made.length;
    size *= 16;
  }
  const whole = Buffer.concat(pieces);
  return Buffer.concat([whole, createHash('sha1').update(whole).digest()]);
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  for (let left = value; ; left = Math.floor(left / 128)) {
    if (left < 128) return [...bytes, left];
    bytes.push((left % 128) | 128);
  }
}

/** What copies all of it, in pieces of 16 MB at most. */
function copy(size: number): number[] {
  const pieces: number[] = [];
  const most = 0xffffff;
  for (let at = 0; at < size && at < 2 ** 32; at += most) {
    const length = Math.min(most, size - at);
    const byte = (value: number, shift: number) => Math.floor(value / 2 ** shift) & 255;
    pieces.push(0xff, byte(at, 0), byte(at, 8), byte(at, 16), byte(at, 24));
    pieces.push(byte(length, 0), byte(length, 8), byte(length, 16));
  }
  return pieces;
}

function offset(value: number): number[] {
  const bytes = [value & 127];
  for (let left = value >> 7; left > 0; left >>= 7) bytes.unshift(128 | (--left & 127));
  return bytes;
}

describe('a push that is not whole is refused with a sentence, and leaves nothing', () => {
  const good = (before: string) => {
    const blob: Packed = [3, Buffer.from('# Page\n')];
    return pushOfTree(before, treeOf([['100644', 'page.md', idOf(blob)]]), [blob]);
  };

  test('cut in the middle of its objects', async () => {
    const { send, head, expectNoTrace } = await pushing();
    const body = good(head);
    expect((await send(body.subarray(0, body.length - 60))).text).toContain('ended before all had come');
    await expectNoTrace();
  });

  test('with a wrong checksum', async () => {
    const { send, head, expectNoTrace } = await pushing();
    const body = good(head);
    body[body.length - 1] = (body.at(-1) as number) ^ 255;
    expect((await send(body)).text).toContain('damaged on its way');
    await expectNoTrace();
  });

  test('with deltas of objects that nobody has', async () => {
    const { send, head, expectNoTrace } = await pushing();
    const delta = deflateSync(Buffer.from([1, 1, 1, 65]));
    const parts = [Buffer.from('PACK'), Buffer.from([0, 0, 0, 2]), uint32(1), head7(4)];
    const whole = Buffer.concat([...parts, Buffer.from('7'.repeat(40), 'hex'), delta]);
    const pack = Buffer.concat([whole, createHash('sha1').update(whole).digest()]);
    expect((await send(pushOf(head, '1'.repeat(40), pack))).text).toContain('objects are missing');
    await expectNoTrace();
  });

  test('without the files that its folders name', async () => {
    const { send, head, expectNoTrace } = await pushing();
    const tree = treeOf([['100644', 'page.md', '7'.repeat(40)]]);
    expect((await send(pushOfTree(head, tree, []))).text).toMatch(/objects are (?:missing|refused)/);
    await expectNoTrace();
  });

  test('from a client that goes away', async () => {
    const { site, head, expectNoTrace, path, authorization, workshop } = await pushing();
    const body = good(head);
    const url = { port: site.port, host: 'localhost', path, method: 'POST' };
    const asked = request({ ...url, headers: { authorization, 'content-length': String(body.length) } });
    asked.on('error', () => {});
    asked.write(body.subarray(0, 200));
    await expect.poll(() => kept(workshop).then((names) => names.join())).toContain('push-');
    asked.destroy();
    await expect.poll(() => expectNoTrace().then(() => true), { timeout: 5_000 }).toBe(true);
  });
});

const head7 = (length: number) => head(7, length);

describe('a push that has no end is refused early', () => {
  test('with ever more branches', async () => {
    const { send, head, expectNoTrace } = await pushing();
    const commands = Array.from({ length: 5_000 }, (_, at) =>
      packet(`${ZEROS} ${head} refs/heads/b${at}${at === 0 ? `\0${CAPABILITIES}` : ''}\n`),
    );
    expect((await send(Buffer.concat([...commands, FLUSH]))).text).toContain('push one branch at a time');
    await expectNoTrace();
  });

  test('that says that it is a gigabyte', async () => {
    const { stream, expectNoTrace } = await pushing();
    const megabyte = Buffer.alloc(1_000_000);
    const length = { 'content-length': '1000000000' };
    const { status, text, sent } = await stream(new Array<Buffer>(1000).fill(megabyte), length);
    expect(status).toBe(413);
    expect(text).toContain('larger than 100 MB');
    expect(sent).toBeLessThan(300_000_000);
    await expectNoTrace();
  });

  test('that is a gigabyte and does not say so', { timeout: 60_000 }, async () => {
    const { stream, head, expectNoTrace } = await pushing();
    function* endless() {
      yield pushOf(head, '1'.repeat(40), Buffer.from('PACK'));
      const megabyte = Buffer.alloc(1_000_000);
      for (let at = 0; at < 1000; at++) yield megabyte;
    }
    const { text, sent } = await stream(endless());
    expect(text).toContain('larger than 100 MB');
    expect(sent).toBeLessThan(300_000_000);
    await expectNoTrace();
  });
});

test.each([
  ['a form', '/-/sign-in', 'application/x-www-form-urlencoded', ''],
  [
    'a file that is uploaded',
    '/-/edit/guides/faq.md',
    'multipart/form-data; boundary=b',
    '--b\r\nContent-Disposition: form-data; name="picture"; filename="a.png"\r\n\r\n',
  ],
])('%s of a gigabyte is refused early', async (_, path, contentType, begins) => {
  const { site } = await pushing();
  const type = { 'content-type': contentType };
  const form = [Buffer.from(begins), ...new Array<Buffer>(1000).fill(Buffer.alloc(1_000_000, 'a'))];
  const { status, sent } = await sendStream(site.port, path, form, type);
  expect(status).toBe(400);
  expect(sent).toBeLessThan(100_000_000);
  expect((await site.get('/')).status).toBe(200);
});

describe('checks', () => {
  test('refuse a push that breaks what the settings say, with the line of each', async () => {
    const { CONTRIBUTING_FILES } = await import('../support/contributing.ts');
    const settings = `${CONTRIBUTING_FILES['greffe.yml']}push: { refuse: error }\n`;
    const { clone, site, head, expectNoTrace } = await pushing({ 'greffe.yml': settings });
    await clone.commit('guides/faq.md', '# Questions\n\n[Rien](nulle-part.md)\n');
    const { status, stderr } = await clone.push('origin', 'HEAD:main');
    expect(status).not.toBe(0);
    expect(stderr).toMatch(/remote: guides\/faq\.md:3: .*nulle-part/);
    expect(stderr).toContain('mend it');
    await expectNoTrace();
    expect((await clone.push('-o', 'propose', 'origin', 'HEAD:main')).status).toBe(0);
    expect(await site.repository.head()).toBe(head);
    await clone.commit('guides/faq.md', '# Questions\n\n![](image.png)\n');
    await clone.commit('guides/faq.md', '# Questions\n\nRéparé.\n');
    expect(await clone.push('origin', 'HEAD:main')).toMatchObject({ status: 0 });
  });
});

test('who loses their role while the push is on its way is told, and nothing lands', async () => {
  const { site, clone, expectNoTrace } = await pushing();
  await clone.commit('guides/faq.md', '# Questions\n\nTrop tard.\n');
  const { checkChange } = site.wiki;
  site.wiki.checkChange = async (...asked) => {
    const { removeMember } = await import('../../src/store/members.ts');
    await site.wiki.database.write((writer) => removeMember(writer, ADA));
    return await checkChange.apply(site.wiki, asked);
  };
  const { status, stderr } = await clone.push('origin', 'HEAD:main');
  expect(status).not.toBe(0);
  expect(stderr).toContain('you may not push any more');
  await expectNoTrace();
});

describe('forced pushes and tags', () => {
  const special = async (
    role: 'committer' | 'maintainer',
    settings = 'push: { force: maintainer, tags: committer }',
  ) => {
    const { CONTRIBUTING_FILES } = await import('../support/contributing.ts');
    const made = await pushing({ 'greffe.yml': `${CONTRIBUTING_FILES['greffe.yml']}${settings}\n` });
    if (role === 'maintainer') await memberWithToken(made.site, ADA, role);
    const rewrite = async (path: string, text: string) => {
      await git(made.clone.folder, ['reset', '--quiet', '--hard', 'HEAD~1']);
      await made.clone.commit(path, text);
    };
    return { ...made, rewrite };
  };

  test('are taken of the role that the settings name; the trail says what was there before', async () => {
    const { site, clone, rewrite } = await special('maintainer');
    await clone.commit('a.md', '# A\n');
    expect(await clone.push('origin', 'HEAD:main')).toMatchObject({ status: 0 });
    const before = await site.repository.head();
    await rewrite('b.md', '# B\n');
    expect((await clone.push('origin', 'HEAD:main')).status).not.toBe(0);
    expect(await clone.push('--force', 'origin', 'HEAD:main')).toMatchObject({ status: 0 });
    expect(await site.repository.head()).toBe(await git(clone.folder, ['rev-parse', 'HEAD']));
    const { auditTrail } = await import('../../src/store/members.ts');
    const [entry] = await auditTrail(site.wiki.database.reader, { what: 'push', limit: 1 });
    expect(entry?.detail).toMatch(new RegExp(`^${before.slice(0, 12)}\\.\\.[0-9a-f]{12} \\(forced\\)$`));
  });

  test('are refused of a lesser role, and what a forced push brings is looked at as any', async () => {
    const lesser = await special('committer');
    await lesser.clone.commit('a.md', '# A\n');
    await lesser.clone.push('origin', 'HEAD:main');
    const head = await lesser.site.repository.head();
    await lesser.rewrite('b.md', '# B\n');
    const told = await lesser.clone.push('--force', 'origin', 'HEAD:main');
    expect(told.stderr).toContain('it takes the role of maintainer in the whole wiki');
    expect(await lesser.site.repository.head()).toBe(head);
    const { site, clone, rewrite } = await special('maintainer');
    await clone.commit('a.md', '# A\n');
    await clone.push('origin', 'HEAD:main');
    await rewrite('.gitattributes', '* filter=x\n');
    expect((await clone.push('--force', 'origin', 'HEAD:main')).stderr).toContain('git-file');
    expect(await site.repository.git(['ls-tree', '--name-only', 'main'])).toContain('a.md');
  });

  test('drop nothing that came meanwhile', async () => {
    const { site, clone, rewrite } = await special('maintainer');
    await clone.commit('a.md', '# A\n');
    await clone.push('origin', 'HEAD:main');
    await site.repository.commit('D’un autre', { 'autre.md': '# Autre\n' });
    await rewrite('b.md', '# B\n');
    expect((await clone.push('--force-with-lease', 'origin', 'HEAD:main')).status).not.toBe(0);
    expect(await site.repository.git(['ls-tree', '--name-only', 'main'])).toContain('autre.md');
  });

  test('a tag is made with its branch or after it, cloned by others, and neither moved nor deleted', async () => {
    const { site, clone } = await special('committer');
    await clone.commit('a.md', '# A\n');
    await git(clone.folder, ['tag', 'v1']);
    await git(clone.folder, ['tag', '-a', '-m', 'Deuxième', 'v2']);
    expect(await clone.push('origin', 'HEAD:main', 'v1', 'v2')).toMatchObject({ status: 0 });
    const other = await cloneWith(site, 'nobody');
    expect(await git(other.folder, ['tag', '--list', '-n1'])).toMatch(/^v1 .*\nv2 +Deuxième$/);
    expect(await clone.push('origin', '--tags')).toMatchObject({ status: 0 });
    await clone.commit('b.md', '# B\n');
    await git(clone.folder, ['tag', '--force', 'v1']);
    expect((await clone.push('--force', 'origin', 'v1')).stderr).toContain('give another name');
    await git(clone.folder, ['tag', 'v3']);
    expect((await clone.push('origin', 'v3')).stderr).toContain('push that first');
    await git(clone.folder, ['tag', 'v4', 'HEAD~1:a.md']);
    expect((await clone.push('origin', 'v4')).stderr).toContain('a tag is of a commit');
    await git(clone.folder, ['tag', '-a', '-m', 'x', 'v5', 'v2']);
    expect((await clone.push('origin', 'v5')).stderr).toContain('a tag is of a commit');
    expect((await clone.push('origin', ':v1')).status).not.toBe(0);
    expect(await site.repository.git(['tag'])).toBe('v1\nv2');
    expect((await clone.push('-o', 'propose', 'origin', 'v3')).stderr).toContain('tags are not proposed');
  });

  test('a tag of a branch that is refused is not made', async () => {
    const { site, clone } = await special('committer');
    await clone.commit('.gitattributes', '* filter=x\n');
    await git(clone.folder, ['tag', 'v1']);
    expect((await clone.push('origin', 'HEAD:main', 'v1')).status).not.toBe(0);
    expect(await site.repository.git(['tag'])).toBe('');
  });
});

test('a tag is refused, and so is the deletion of anything', async () => {
  const { clone, expectNoTrace } = await pushing();
  await git(clone.folder, ['tag', 'v1']);
  expect((await clone.push('origin', 'v1')).stderr).toContain('tags are not taken here');
  expect((await clone.push('origin', ':main')).stderr).toContain('rejected');
  await expectNoTrace();
});
