import { beforeAll, describe, expect, test } from 'vitest';
import { type Repository, repository } from '../../../test/support/git.ts';
import { amOf, COMMITTER, mailsOf, toldBy, workshopOf } from '../../../test/support/git-am.ts';
import { applySeries } from '../../git/apply-patch.ts';
import { PATCH_LIMITS } from '../../git/refused-changes.ts';
import type { Workshop } from '../../git/workshop.ts';
import { type Patch, readPatch } from './patch.ts';

const RECEIVED = 1_700_000_000;
const read = async (raw: Buffer | string) => (await readPatch(Buffer.from(raw), RECEIVED)) as Patch;

describe('what a mail becomes is the commit that git am makes', () => {
  let wiki: Repository;
  let base: string;
  let workshop: Workshop;
  beforeAll(async () => {
    wiki = await repository({
      'index.md': '# Accueil\n\nBienvenue à tous.\n',
      'guides/été.md': 'un\ndeux\ntrois\n',
      'dos.txt': 'un\r\ndeux\r\n',
    });
    base = await wiki.head();
    await wiki.commit(
      'Réécrire l’accueil\n\nParce qu’il le fallait :\n - une raison\n\nSigned-off-by: Zoé <zoe@a.example>',
      {
        'index.md': `# Accueil\n\nBienvenue à toutes et à tous. ${'long '.repeat(300)}\n`,
        'guides/été.md': 'un\ndeux et demi\ntrois',
        'dos.txt': 'un\r\ndeux\r\ntrois\r\n',
        'nouveau fichier.md': 'bonjour\n',
      },
      { author: 'Zoé Exemple <zoe@a.example>', date: '2026-03-10T09:00:00Z' },
    );
    await wiki.commit('Add a picture', { 'image.png': Buffer.from([0, 1, 2, 255, 0]) });
    workshop = await workshopOf(wiki.path);
  });

  const same = async (
    options: readonly string[],
    mend: (mail: Buffer) => Buffer = (mail) => mail,
    am: readonly string[] = [],
  ) => {
    const { mails } = await mailsOf(wiki.path, [`${base}..main`], ['--binary', ...options]);
    const patches = await Promise.all(mails.map((mail) => read(mend(mail))));
    const result = await applySeries(
      workshop,
      base,
      patches.filter(({ files }) => files.length > 0),
      {
        committer: COMMITTER,
        limits: { ...PATCH_LIMITS, binary: true },
      },
    );
    expect(result).toMatchObject({ kind: 'applied' });
    if (result.kind !== 'applied') return;
    const without = options.some((option) => option.startsWith('--cover-letter')) ? mails.slice(1) : mails;
    const theirs = await amOf(wiki.path, base, without.map(mend), ['--keep-cr', ...am]);
    const ours = result.commits.at(-1)?.commit as string;
    expect(await toldBy(workshop.folder, ours)).toBe(await toldBy(theirs.folder, theirs.head));
    expect(await toldBy(workshop.folder, `${ours}~`)).toBe(await toldBy(theirs.folder, `${theirs.head}~`));
    expect(result.tree).toBe(await wiki.git(['rev-parse', 'main^{tree}']));
  };

  test.each([
    [[]],
    [['--attach']],
    [['--inline']],
    [['--from=Relais <relais@b.example>']],
    [['--signoff']],
    [['--cover-letter', '-v3', '--thread=deep']],
    [['--subject-prefix=PATCH logiciels-libres']],
    [['--no-stat', '--full-index', '--no-signature']],
    [['-U1']],
    [['--src-prefix=x/', '--dst-prefix=y/']],
    [['--rfc']],
    [['--zero-commit', '--encode-email-headers', '--add-header=X-Test: 1']],
    [['--no-renames', '--patience']],
  ] as readonly (readonly [readonly string[]])[])('with git format-patch %s', async (options) => {
    await same(options);
  });

  test('without prefixes', async () => {
    await same(['--no-prefix'], undefined, ['-p0']);
  });

  test.each(['base64', 'quoted-printable'])('encoded as %s on its way', async (encoding) => {
    await same([], (mail) => reencoded(mail, encoding));
  });
});

function reencoded(mail: Buffer, encoding: string): Buffer {
  const end = mail.indexOf('\n\n') + 2;
  const head = mail
    .toString('latin1', 0, end)
    .replace(/^Content-Transfer-Encoding: .*$/m, `Content-Transfer-Encoding: ${encoding}`);
  const body = mail.subarray(end);
  const encoded =
    encoding === 'base64'
      ? `${body.toString('base64').replace(/.{76}/g, '$&\n')}\n`
      : body
          .toString('latin1')
          .replace(
            /[^\n!-<>-~ ]| (?=\n)/g,
            (c) => `=${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
          )
          .replace(/^.*$/gm, (line) => line.replace(/(?:=..|.){70}(?=.)/g, '$&=\n'));
  const withHeader = head.includes('Content-Transfer-Encoding')
    ? head
    : head.replace(
        /\n\n$/,
        `\nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: ${encoding}\n\n`,
      );
  return Buffer.from(`${withHeader}${encoded}`, 'latin1');
}

const DIFF = `diff --git a/a.md b/a.md
index 5626abf..814f4a4 100644
--- a/a.md
+++ b/a.md
@@ -1 +1,2 @@
 one
+two
`;
const HEAD = 'From: Anna <anna@a.example>\nDate: Tue, 10 Mar 2026 09:00:00 +0100\nSubject: [PATCH] Two\n\n';

describe('a mail', () => {
  test('says who sent it where the body says another wrote it', async () => {
    const patch = await read(`${HEAD}From: Zoé <zoe@b.example>\n\nWhy.\n---\n${DIFF}`);
    expect(patch).toMatchObject({
      authorName: 'Zoé',
      authorEmail: 'zoe@b.example',
      sender: { name: 'Anna', address: 'anna@a.example' },
      message: 'Two\n\nWhy.\n',
      date: 'Tue, 10 Mar 2026 09:00:00 +0100',
    });
  });

  test('has its patch after the scissors', async () => {
    const patch = await read(
      `${HEAD}Hello,\nhere it is.\n-- >8 --\nSubject: [PATCH] Other\n\nWhy.\n---\n${DIFF}`,
    );
    expect(patch.message).toBe('Other\n\nWhy.\n');
    expect(patch.files).toHaveLength(1);
  });

  test('of the wire has the line ends of git', async () => {
    const patch = await read(`${HEAD}Why.\n---\n${DIFF}`.replaceAll('\n', '\r\n'));
    expect(patch.diff.includes('\r')).toBe(false);
    expect(patch.message).toBe('Two\n\nWhy.\n');
  });

  test('that is flowed is unfolded', async () => {
    const flowed = DIFF.replace(/^ /gm, '  ');
    const head = HEAD.replace(/\n\n$/, '\nContent-Type: text/plain; format=flowed\n\n');
    const patch = await read(`${head}Why.\n---\n${flowed}`);
    expect(patch.diff.toString()).toContain('@@ -1 +1,2 @@\n one\n+two\n');
  });

  test('without a diff gives one that is empty', async () => {
    const patch = await read(HEAD.replace('PATCH', 'PATCH 0/2'));
    expect(patch.diff).toHaveLength(0);
    expect(patch.prefix).toMatchObject({ number: 0, total: 2 });
  });

  test('whose date is none has that of its arrival', async () => {
    expect((await read(HEAD.replace(/^Date: .*$/m, 'Date: yesterday') + DIFF)).date).toBe(
      `@${RECEIVED} +0000`,
    );
  });

  test('that hides a diff above its diffstat is said to', async () => {
    const shown = DIFF.replaceAll('a.md', 'b.md');
    const stat = ' b.md | 1 +\n 1 file changed, 1 insertion(+)\n';
    expect((await read(`${HEAD}Why.\n${DIFF}\n---\n${stat}\n${shown}`)).warnings).toEqual([
      'diff-above-diffstat',
      'diffstat-differs',
    ]);
    expect((await read(`${HEAD}Why.\n---\n${stat}\n${shown}`)).warnings).toEqual([]);
  });

  test('that nobody sent has no author', async () => {
    expect((await read(`Subject: [PATCH] Two\n\n${DIFF}`)).warnings).toEqual(['no-author']);
  });

  test.each([
    '',
    '\0'.repeat(1000),
    'a'.repeat(100_000),
    'Content-Type: multipart/mixed; boundary=x\n\n--x\n',
  ])('of nonsense is no patch', async (raw) => {
    expect((await readPatch(Buffer.from(raw), RECEIVED))?.files ?? []).toEqual([]);
  });
});
