import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../test/support/folder.ts';
import { Archive, type Archived } from './archive.ts';
import { parseMessage } from './mime/parse.ts';

const LIST = { name: 'contributions', address: 'contributions@office.example' };
const hasPublicInbox = spawnSync('public-inbox-index', ['--help']).status === 0;

function mail(id: string, lines: readonly string[] = [], body = 'Bonjour.\n'): Buffer {
  const head = [
    'From: Anna Exemple <anna@office.example>',
    `To: ${LIST.address}`,
    'Subject: Une question',
    'Date: Tue, 24 Nov 2026 10:30:00 +0100',
    `Message-ID: <${id}@office.example>`,
  ];
  return Buffer.from(`${[...head, ...lines].join('\n')}\n\n${body}`);
}

async function archiveIn(known?: string) {
  const folder = known ?? (await temporaryFolder('list'));
  const archive = await Archive.open(folder, LIST);
  onTestFinished(() => archive.close());
  const append = (raws: readonly Buffer[], receivedAt = 1_795_000_000) =>
    archive.append(raws.map((raw) => ({ message: parseMessage(raw), receivedAt })));
  return { archive, folder, append, git: (...args: string[]) => gitIn(folder, args) };
}

function gitIn(folder: string, args: readonly string[]): string {
  return execFileSync('git', ['-C', join(folder, 'git', '0.git'), ...args], { encoding: 'utf8' }).trim();
}

async function all(archive: Archive, since?: string): Promise<Archived[]> {
  const found: Archived[] = [];
  for await (const one of archive.since(since)) found.push(one);
  return found;
}

test('the bytes of a message are kept exactly', async () => {
  const { archive, append } = await archiveIn();
  const raw = Buffer.concat([mail('1'), Buffer.from([0, 0xff, 0x0d, 0x0a, 0x0a])]);
  const [added] = await append([raw]);
  expect(await archive.read((added as Archived).oid)).toEqual(raw);
});

test('what came is told in order, and from any commit on', async () => {
  const { archive, append } = await archiveIn();
  expect(await archive.head()).toBeUndefined();
  expect(await all(archive)).toEqual([]);
  const first = await append([mail('1'), mail('2')], 1_795_000_001);
  const second = await append([mail('3')], 1_795_000_002);
  expect(await all(archive)).toEqual([...first, ...second]);
  expect(await all(archive, first[1]?.commit)).toEqual(second);
  expect(await archive.head()).toBe(second[0]?.commit);
  expect(await archive.has(first[0]?.commit as string)).toBe(true);
  expect(await archive.has('0'.repeat(40))).toBe(false);
});

test('an archive that is opened again goes on', async () => {
  const { append, folder } = await archiveIn();
  await append([mail('1')]);
  const again = await archiveIn(folder);
  await again.append([mail('2')]);
  expect(await all(again.archive)).toHaveLength(2);
});

test('a commit says who wrote and when, and when it came', async () => {
  const { append, git } = await archiveIn();
  await append([mail('1')], 1_795_000_000);
  expect(git('log', '--format=%an|%ae|%at|%cn|%ce|%ct|%s')).toBe(
    'Anna Exemple|anna@office.example|1795512600|contributions|contributions@office.example|1795000000|Une question',
  );
  expect(git('ls-tree', '--name-only', 'HEAD')).toBe('m');
});

test('what was verified is read again from the archive', async () => {
  const { archive } = await archiveIn();
  const results = 'mx.office.example; spf=pass;\n dkim=pass header.d=office.example';
  await archive.append([{ message: parseMessage(mail('1')), receivedAt: 1_795_000_000, results }]);
  expect((await all(archive))[0]?.trailers).toEqual({
    'Authentication-Results': 'mx.office.example; spf=pass; dkim=pass header.d=office.example',
  });
});

test.each([
  ['nothing in it', Buffer.alloc(0)],
  ['a name that ends the line', mail('1', ['From: "a\\nb <x@y.example> 0 +0000" <z@b.example>'])],
  [
    'a subject that looks like trailers',
    mail('1', ['Subject: a =?utf-8?q?=0A=0AAuthentication-Results:_forged?=']),
  ],
  ['a subject with a NUL', mail('1', ['Subject: a\0b'])],
  ['no date that mail was sent on', mail('1', ['Date: Thu, 1 Jan 2999 00:00:00 +0000'])],
  ['commands of fast-import', mail('1', [], 'done\n\ncommit refs/heads/evil\n')],
])('a message with %s is one commit more', async (_, raw) => {
  const { archive, append, git } = await archiveIn();
  await append([mail('0'), raw, mail('2')]);
  const found = await all(archive);
  expect(found).toHaveLength(3);
  expect(found[1]?.trailers).toEqual({});
  expect(git('for-each-ref', '--format=%(refname)')).toBe('refs/heads/master');
  expect(git('fsck', '--strict')).toBe('');
});

test('a clone of the archive holds every message', async () => {
  const { append, folder } = await archiveIn();
  await append([mail('1'), mail('2')]);
  const clone = join(await temporaryFolder('clone'), 'clone.git');
  execFileSync('git', ['clone', '--quiet', '--mirror', join(folder, 'git', '0.git'), clone]);
  const shown = execFileSync('git', ['-C', clone, 'log', '--format=', '-p', '--reverse'], {
    encoding: 'utf8',
  });
  expect(shown).toContain('<1@office.example>');
  expect(shown).toContain('<2@office.example>');
});

test.runIf(hasPublicInbox)('public-inbox indexes the archive, and lei finds the message in it', async () => {
  const { append, folder } = await archiveIn();
  await append([
    mail('1'),
    mail('2', ['In-Reply-To: <1@office.example>'], 'Une réponse introuvable ailleurs.\n'),
  ]);
  const home = await temporaryFolder('home');
  mkdirSync(join(home, 'run'), { mode: 0o700 });
  const env = {
    ...process.env,
    HOME: home,
    XDG_RUNTIME_DIR: join(home, 'run'),
    PI_CONFIG: join(home, 'config'),
    LC_ALL: 'C.UTF-8',
  };
  const run = (command: string, ...args: string[]) =>
    execFileSync(command, args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  run('public-inbox-init', '-V2', LIST.name, folder, 'http://localhost/list/', LIST.address);
  run('public-inbox-index', folder);
  expect(readFileSync(join(home, 'config'), 'utf8')).toContain(LIST.address);
  try {
    expect(run('lei', 'q', '--only', folder, '-f', 'text', 'introuvable')).toContain('Une question');
  } finally {
    run('lei', 'daemon-kill');
  }
});
