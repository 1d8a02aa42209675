import { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { subscribersOf } from '../../src/store/subscribers.ts';
import { git, gitEnvironment, repository } from '../support/git.ts';
import { isBuilt, serving } from '../support/greffe.ts';
import { mailSink } from '../support/mail-sink.ts';
import { freePort, hasPostfix, postfix } from '../support/postfix.ts';
import { RawSmtp } from '../support/raw-smtp.ts';

const execute = promisify(execFile);

const hasSendEmail = /send-email/.test(String(spawnSync('git', ['help', '-a']).stdout));

const settings = `
title: Wiki d’exemple
url: https://wiki.example
lists:
  public:
    address: public@lists.example
    title: { fr: Liste publique, en: Public list }
    moderators: [camille@example.org]
`;

async function office(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const wiki = await repository({ 'index.md': '# Bienvenue', 'greffe.yml': settings });
  const server = await serving(wiki.path, args, { env: { GREFFE_MAIL_HOST: 'mx.lists.example', ...env } });
  const port = async (protocol: 'smtp' | 'lmtp') => {
    const address = new RegExp(`${protocol}://127\\.0\\.0\\.1:(\\d+)`);
    await expect.poll(server.said, { timeout: 10_000 }).toMatch(address);
    return Number(address.exec(server.said())?.[1]);
  };
  const hasThread = (subject: string) =>
    expect
      .poll(async () => (await server.get('/-/lists/public/')).text, { timeout: 20_000 })
      .toContain(subject);
  return { ...server, wiki, smtpPort: () => port('smtp'), lmtpPort: () => port('lmtp'), hasThread };
}

async function sendPatch(copy: string, port: number): Promise<void> {
  await git(copy, ['config', 'format.subjectPrefix', 'PATCH wiki']);
  await git(copy, ['commit', '--quiet', '--allow-empty', '-m', 'Une amélioration évidente']);
  const patches = (await git(copy, ['format-patch', '--always', '-1'])).split('\n');
  await execute(
    'git',
    [
      'send-email',
      '--quiet',
      '--confirm=never',
      '--from=Ada Exemple <ada@example.org>',
      '--to=public@lists.example',
      '--smtp-server=127.0.0.1',
      `--smtp-server-port=${port}`,
      '--smtp-encryption=none',
      '--suppress-cc=all',
      ...patches,
    ],
    { cwd: copy, env: { ...gitEnvironment, HOME: copy } },
  );
}

describe.skipIf(!isBuilt || !hasSendEmail)('git send-email', () => {
  test('sends a patch to a list, where it is read at once', async () => {
    const { wiki, smtpPort, hasThread } = await office(['--smtp', '127.0.0.1:0']);
    await sendPatch(await wiki.workingCopy(), await smtpPort());
    await hasThread('[PATCH wiki] Une amélioration évidente');
  });
});

describe.skipIf(!isBuilt || !hasPostfix)('Postfix', () => {
  test('delivers over LMTP, and over SMTP', async () => {
    const server = await office(['--smtp', '127.0.0.1:0', '--lmtp', '127.0.0.1:0']);
    for (const [protocol, port] of [
      ['lmtp:inet', await server.lmtpPort()],
      ['smtp', await server.smtpPort()],
    ] as const) {
      await using mta = await postfix({ default_transport: `${protocol}:[127.0.0.1]:${port}` });
      const client = await RawSmtp.connect(mta.port);
      await client.begin('public@lists.example');
      client.write(
        `From: Ada <ada@example.org>\r\nTo: public@lists.example\r\nSubject: Par ${protocol}\r\n\r\nBonjour\r\n.\r\n`,
      );
      expect(await client.reply()).toMatch(/^250/);
      client.close();
      await server.hasThread(`Par ${protocol}`);
    }
  });

  test('tells the writer of HTML alone what to do', async () => {
    const server = await office(['--lmtp', '127.0.0.1:0']);
    await using sink = await mailSink();
    await using mta = await postfix({
      default_transport: `smtp:[127.0.0.1]:${sink.port}`,
      transport_maps: `inline:{lists.example=lmtp:inet:[127.0.0.1]:${await server.lmtpPort()}}`,
    });
    const client = await RawSmtp.connect(mta.port);
    await client.begin('public@lists.example');
    client.write('From: ada@example.org\r\nSubject: HTML\r\nContent-Type: text/html\r\n\r\n<p>x\r\n.\r\n');
    await client.reply();
    await sink.has(1);
    expect(sink.taken[0]?.to).toEqual(['ada@example.org']);
    expect(sink.taken[0]?.text).toContain('plain text');
  });

  test('takes what goes out as its relay, and what bounces comes back', async () => {
    let isGone = false;
    await using sink = await mailSink({
      atRecipient: () => (isGone ? { code: 550, text: '5.1.1 No such user' } : undefined),
    });
    const port = await freePort();
    await using relay = await postfix({
      default_transport: `smtp:[127.0.0.1]:${sink.port}`,
      transport_maps: `inline:{lists.example=smtp:[127.0.0.1]:${port}}`,
    });
    const server = await office(['--smtp', `127.0.0.1:${port}`], {
      GREFFE_RELAY: `smtp://127.0.0.1:${relay.port}`,
    });
    await server.smtpPort();
    const say = async (to: string, fields: string, from = 'bob@example.org') => {
      const client = await RawSmtp.connect(port);
      await client.begin(to, { from });
      client.write(`From: <${from}>\r\n${fields}\r\n\r\nBonjour\r\n.\r\n`);
      expect(await client.reply()).toMatch(/^250/);
      client.close();
    };
    await say('public+subscribe@lists.example', 'Subject: subscribe');
    await sink.has(1);
    const replyTo = /^Reply-To: <?([^>\r\n]+)/im.exec(sink.taken[0]?.text ?? '')?.[1] ?? '';
    expect(replyTo).toMatch(/^public\+confirm-[a-z2-7]+@lists\.example$/);
    await say(replyTo, 'Subject: Re: oui');
    await sink.has(2);
    await say('public@lists.example', 'Subject: Bonjour\r\nMessage-ID: <1@example.org>', 'ada@example.org');
    await sink.has(3);
    const copy = sink.taken[2];
    expect(copy?.to).toEqual(['bob@example.org']);
    expect(copy?.from).toMatch(/^public\+bounce-/);
    for (const field of ['List-Id: ', 'List-Unsubscribe: ', 'List-Post: ', 'Subject: Bonjour\r\n'])
      expect(copy?.text).toContain(field);

    isGone = true;
    await say('public@lists.example', 'Subject: Encore\r\nMessage-ID: <2@example.org>', 'ada@example.org');
    const database = await openDatabase(join(server.data, 'greffe.sqlite'));
    onTestFinished(() => database.close());
    const bounces = async () => (await subscribersOf(database.reader, 'public'))[0]?.bounces;
    await expect.poll(bounces, { timeout: 20_000 }).toBe(1);
  });
});
