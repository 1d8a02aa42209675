import { spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import { repository } from '../support/git.ts';
import { finished, isBuilt, serving } from '../support/greffe.ts';
import { LIST_FILES, mail } from '../support/mail.ts';

const separated = (raw: Buffer) => `From x@y Thu Jan  1 00:00:00 1970\n${raw.toString()}\n`;

async function place() {
  const { path } = await repository(LIST_FILES);
  const folder = await temporaryFolder('list');
  const data = join(folder, 'data');
  return {
    wiki: path,
    folder,
    data,
    list: (...args: string[]) => finished(['list', ...args, '--wiki', path, '--data', data]),
    async file(name: string, content: string | Buffer) {
      await writeFile(join(folder, name), content);
      return join(folder, name);
    },
    git: (...args: string[]) =>
      spawnSync('git', [
        `--git-dir=${join(data, 'lists/contributions/git/0.git')}`,
        ...args,
      ]).stdout.toString(),
  };
}

const question = mail({ id: 'one@x.example', body: 'Question.\n\nFrom here.\n' });
const answer = mail({ id: 'two@x.example', references: ['one@x.example'], body: 'Un secret.\n' });
const MBOX = separated(question) + separated(answer);

describe.skipIf(!isBuilt)('greffe list', () => {
  test('says its commands, and of each how it is used', async () => {
    const { said, code } = await finished(['list', '--help']);
    expect(code).toBe(0);
    for (const name of ['import', 'export', 'erase', 'subscribers', 'held', 'queue', 'reindex']) {
      expect(said).toContain(`  ${name} `);
      expect((await finished(['list', name, '--help'])).said).toMatch(`Usage: greffe list ${name}`);
    }
    expect((await finished(['list', 'sell'])).code).toBe(2);
  });

  test('imports an mbox, gzipped or not, once', async () => {
    const { list, file } = await place();
    const mbox = await file('a.mbox', MBOX);
    expect((await list('import', 'contributions', mbox)).said).toMatch('2 messages added, 0 known');
    const zipped = await file('a.mbox.gz', gzipSync(MBOX));
    expect((await list('import', 'contributions', zipped)).said).toMatch('0 messages added, 2 known');
  });

  test('exports what it imported, byte for byte', async () => {
    const { list, file, folder } = await place();
    await list('import', 'contributions', await file('a.mbox', MBOX));
    await list('export', 'contributions', join(folder, 'mail'), '--format', 'maildir');
    const names = (await readdir(join(folder, 'mail/cur'))).sort();
    const messages = await Promise.all(names.map((name) => readFile(join(folder, 'mail/cur', name))));
    expect(messages.map(String).sort()).toEqual([question, answer].map(String).sort());
    const { said } = await list('export', 'contributions');
    expect(said).toMatch(/^From mboxrd@z .*\n(?:.*\n)*>From here\.\n/);
  });

  test('imports a Maildir and a public-inbox, with the times of the latter', async () => {
    const first = await place();
    await first.list('import', 'contributions', await first.file('a.mbox', MBOX));
    const out = join(first.folder, 'mail');
    await first.list('export', 'contributions', out, '--format', 'maildir');
    const second = await place();
    expect((await second.list('import', 'contributions', out)).said).toMatch('2 messages added');
    const third = await place();
    const inbox = join(first.data, 'lists/contributions');
    expect((await third.list('import', 'contributions', inbox)).said).toMatch('2 messages added');
    expect(third.git('log', '--format=%ct')).toBe(first.git('log', '--format=%ct'));
  });

  test('another message of the same Message-ID is imported, once', async () => {
    const { list, file } = await place();
    const other = mail({ id: 'one@x.example', body: 'Une autre.\n' });
    const mbox = await file('a.mbox', MBOX + separated(other));
    expect((await list('import', 'contributions', mbox)).said).toMatch('3 messages added');
    expect((await list('import', 'contributions', mbox)).said).toMatch('0 messages added, 3 known');
  });

  test.each([
    ['nothing', 'no such file'],
    ['text.txt', 'no mailbox'],
    ['empty', 'no mailbox'],
  ])('%s is refused with a sentence', async (name) => {
    const { list, file, folder } = await place();
    await file('text.txt', 'Hello.\n');
    await mkdir(join(folder, 'empty'));
    const { code, said } = await list('import', 'contributions', join(folder, name));
    expect(code).not.toBe(0);
    expect(said).toMatch(/^greffe: .* Name an mbox/);
  });

  test('a list that is not there is refused with the names of those that are', async () => {
    const { list } = await place();
    const { code, said } = await list('export', 'autre');
    expect({ code, said }).toEqual({
      code: 1,
      said: 'greffe: There is no list autre. Name one of contributions, interne.\n',
    });
  });

  test('erases a message from the archive and its history for good, and does not take it again', async () => {
    const { list, file, git } = await place();
    const mbox = await file('a.mbox', MBOX + separated(mail({ id: 'three@x.example' })));
    await list('import', 'contributions', mbox);
    const { code, said } = await list('erase', 'contributions', '<two@x.example>');
    expect({ code, said }).toEqual({ code: 0, said: 'contributions: <two@x.example> is erased\n' });
    const objects = git('cat-file', '--batch-all-objects', '--batch');
    expect(objects).not.toContain('secret');
    expect(objects).toContain('three@x.example');
    expect(git('fsck', '--no-dangling')).toBe('');
    expect((await list('import', 'contributions', mbox)).said).toMatch('0 messages added, 3 known');
    expect((await list('erase', 'contributions', 'two@x.example')).said).toMatch('erased already');
    expect((await list('erase', 'contributions', 'four@x.example')).code).toBe(1);
    expect((await list('reindex', 'contributions')).said).toMatch('3 messages indexed');
    expect((await list('import', 'contributions', mbox)).said).toMatch('0 messages added, 3 known');
  });

  test('works while the wiki is served, which shows what changed', async () => {
    const { wiki, folder } = await place();
    const server = await serving(wiki);
    await writeFile(join(folder, 'a.mbox'), MBOX);
    const list = (...args: string[]) =>
      finished(['list', ...args, '--wiki', wiki, '--data', server.data], { cwd: folder });
    expect((await list('import', 'contributions', 'a.mbox')).said).toMatch('2 messages added');
    const page = () => server.get('/-/lists/contributions/two@x.example/');
    await expect.poll(async () => (await page()).body.toString(), { timeout: 5_000 }).toContain('Un secret.');
    expect((await list('erase', 'contributions', 'two@x.example')).code).toBe(0);
    await expect.poll(async () => (await page()).status, { timeout: 5_000 }).toBe(410);
  });
});
