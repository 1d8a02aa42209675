import { execFile, spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import { git, gitEnvironment, repository } from '../support/git.ts';
import { isBuilt, serving } from '../support/greffe.ts';
import { mailSink } from '../support/mail-sink.ts';
import { RawSmtp } from '../support/raw-smtp.ts';

const execute = promisify(execFile);

const hasSendEmail = /send-email/.test(String(spawnSync('git', ['help', '-a']).stdout));

const SETTINGS = `url: https://wiki.example
lists:
  public:
    address: public@lists.example
    moderators: [mona@example.org]
    patches: { prefixes: [wiki] }
`;

describe.skipIf(!isBuilt || !hasSendEmail)('a contribution', () => {
  test('goes the whole way: cloned, changed, sent, told, revised, applied by a word, told again', {
    timeout: 90_000,
  }, async () => {
    await using sink = await mailSink({});
    const wiki = await repository({ 'index.md': '# Accueil\n\nBienvenue.\n', 'greffe.yml': SETTINGS });
    const server = await serving(wiki.path, ['--smtp', '127.0.0.1:0'], {
      env: { GREFFE_MAIL_HOST: 'mx.lists.example', GREFFE_RELAY: `smtp://127.0.0.1:${sink.port}` },
    });
    await expect.poll(server.said, { timeout: 10_000 }).toMatch(/smtp:\/\/127\.0\.0\.1:\d+/);
    const smtp = /smtp:\/\/127\.0\.0\.1:(\d+)/.exec(server.said())?.[1] ?? '';
    const copy = join(await temporaryFolder('clone'), 'wiki');
    const name = wiki.path
      .split('/')
      .at(-1)
      ?.replace(/\.git$/, '');
    const env = {
      ...gitEnvironment,
      HOME: copy,
      GIT_AUTHOR_NAME: 'Ada Exemple',
      GIT_AUTHOR_EMAIL: 'ada@example.org',
    };
    const run = (...args: string[]) => execute('git', args, { cwd: copy, env });
    await execute('git', ['clone', '--quiet', `http://localhost:${server.port}/${name}.git`, copy], {
      env: gitEnvironment,
    });
    const send = async (...options: string[]) => {
      const to = ['--to=public@lists.example', '--from=Ada Exemple <ada@example.org>', '--suppress-cc=all'];
      const where = ['--smtp-server=127.0.0.1', `--smtp-server-port=${smtp}`, '--smtp-encryption=none'];
      await run(
        'send-email',
        '--quiet',
        '--confirm=never',
        '--subject-prefix=PATCH wiki',
        ...to,
        ...where,
        ...options,
      );
    };
    const page = async () => (await server.get('/-/proposals/1')).text;
    const mails = (to: string) =>
      sink.taken.filter(({ to: recipients }) => recipients.includes(to)).map(({ raw }) => raw.toString());

    await writeFile(join(copy, 'index.md'), '# Accueil\n\nBienvenue à tous.\n');
    await run('commit', '--quiet', '-am', 'Saluer tout le monde');
    await send('-1');
    await expect.poll(page, { timeout: 20_000 }).toContain('verdict-applies');
    await expect.poll(() => mails('ada@example.org').length, { timeout: 10_000 }).toBeGreaterThan(0);

    await writeFile(join(copy, 'index.md'), '# Accueil\n\nBienvenue à toutes et à tous.\n');
    await run('commit', '--quiet', '--amend', '-am', 'Saluer tout le monde');
    await send('-v2', '-1');
    await expect.poll(page, { timeout: 20_000 }).toContain('version 2');
    await expect.poll(() => mails('mona@example.org').length, { timeout: 10_000 }).toBe(2);

    const notice = mails('mona@example.org').at(-1) ?? '';
    const token = /confirm-([a-z2-7]{26})@/.exec(notice.replace(/=\r?\n/g, ''))?.[1] ?? '';
    const client = await RawSmtp.connect(Number(smtp));
    await client.say('EHLO client.example');
    client.write(
      `MAIL FROM:<mona@example.org>\r\nRCPT TO:<public+confirm-${token}@lists.example>\r\nDATA\r\n`,
    );
    for (let replies = 0; replies < 3; replies++) await client.reply();
    client.write(
      'From: mona@example.org\r\nSubject: Re: x\r\nMessage-ID: <d@example.org>\r\n\r\nAPPLIQUER\r\nMerci !\r\n.\r\n',
    );
    expect(await client.reply()).toMatch(/^250/);
    client.close();

    await expect
      .poll(() => git(wiki.path, ['log', '-1', '--format=%an|%ce|%s', 'main']), { timeout: 20_000 })
      .toBe('Ada Exemple|mona@example.org|Saluer tout le monde');
    await expect
      .poll(async () => (await server.get('/')).text, { timeout: 10_000 })
      .toContain('à toutes et à tous');
    await expect.poll(page, { timeout: 10_000 }).toContain('proposal-applied');
    await expect
      .poll(
        () => mails('ada@example.org').some((text) => /X-Sourcehut-Patchset-Update: APPLIED/i.test(text)),
        { timeout: 10_000 },
      )
      .toBe(true);
    await run('pull', '--quiet', '--rebase');
    expect(await readFile(join(copy, 'index.md'), 'utf8')).toContain('à toutes et à tous');
  });
});
