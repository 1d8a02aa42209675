import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import { git, repository } from '../support/git.ts';
import { amOf, mailsOf } from '../support/git-am.ts';
import { isBuilt, serving } from '../support/greffe.ts';
import { appleMail, attachedAs, type MailClient, outlook } from '../support/mail-clients.ts';
import { type MailSink, mailSink } from '../support/mail-sink.ts';
import { hasRealWiki, realWiki } from '../support/real-wiki.ts';
import { askOnce } from '../support/served.ts';

const ADA = 'ada@people.test';
const MONA = 'mona@office.test';
const LIST = 'contributions@lists.test';

const SETTINGS = `url: https://wiki.test
lists:
  contributions:
    address: ${LIST}
    moderators: [${MONA}]
`;

/** What a commit is, whoever put it there: its tree, its author, when it was written. */
const TOLD = ['--format=%T|%an|%ae|%ad', '--date=raw'];

/** The mail of a patch, as a program sends it that keeps its bytes. */
const PROGRAMS: readonly MailClient[] = [
  appleMail,
  outlook,
  attachedAs('text/x-patch', 'attachment'),
  attachedAs('application/octet-stream', 'attachment'),
];

/** Sends mail from an address of this machine: a server bounds what one client sends in a minute. */
function sender(port: number, localAddress: string) {
  const transport = createTransport({ host: '127.0.0.1', port, localAddress, ignoreTLS: true, pool: true });
  return {
    send: (from: string, to: string, raw: Buffer) =>
      transport.sendMail({ envelope: { from, to: [to] }, raw }),
    close: () => transport.close(),
  };
}

type Fits = (text: string) => boolean;

interface Office {
  readonly ada: ReturnType<typeof sender>;
  readonly mona: ReturnType<typeof sender>;
  /** The port of the site. */
  readonly port: number;
  /** The next mail that fits, of what nobody has had. */
  next(fits: Fits): Promise<string>;
}

/** An SMTP server that takes all that is sent, and gives each mail once, as a text without soft breaks. */
async function inbox(): Promise<{ readonly sink: MailSink; readonly next: Office['next'] }> {
  const kept: string[] = [];
  let told = () => {};
  const sink = await mailSink({
    atEnd({ text }) {
      kept.push(text.replace(/=\r\n/g, ''));
      told();
      return undefined;
    },
  });
  return {
    sink,
    async next(fits) {
      for (;;) {
        const at = kept.findIndex(fits);
        const [text] = at === -1 ? [] : kept.splice(at, 1);
        if (text !== undefined) return text;
        await new Promise<void>((resolve) => {
          told = resolve;
        });
      }
    },
  };
}

const isNotice =
  (number: number): Fits =>
  (text) =>
    text.includes(`/-/proposals/${number}/decide/`);

/** The mail to who sent it: they have no way to decide. */
const isApplied =
  (number: number): Fits =>
  (text) =>
    /^X-Sourcehut-Patchset-Update: APPLIED/m.test(text) && new RegExp(`/-/proposals/${number}\\s`).test(text);

type Decide = (office: Office, notice: string) => Promise<void>;

/** Answers the notice with one word. */
const applyByMail: Decide = async ({ mona }, notice) => {
  const token = /\+confirm-([a-z2-7]{26})@/.exec(notice)?.[1] ?? '';
  const head = `From: ${MONA}\nTo: ${LIST}\nSubject: Re: x\nMessage-ID: <${token}@office.test>`;
  await mona.send(MONA, LIST.replace('@', `+confirm-${token}@`), Buffer.from(`${head}\n\nAPPLIQUER\n`));
};

/** Presses the button of the form that the notice leads to; looks again where the wiki has moved meanwhile. */
const applyByForm: Decide = async ({ port }, notice) => {
  const path = /wiki\.test(\/-\/proposals\/\d+\/decide\/\w+)/.exec(notice)?.[1] ?? '';
  const press = async () => {
    const seen = /name="seen" value="([0-9a-f]+)"/.exec((await askOnce(port, path)).text)?.[1] ?? '';
    const { status } = await askOnce(port, path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ decision: 'apply', seen }).toString(),
    });
    return status;
  };
  await expect.poll(press, { timeout: 10_000, interval: 20 }).toBe(200);
};

async function untilVerdict({ port }: Office, number: number, verdict: string): Promise<void> {
  const page = async () => (await askOnce(port, `/-/proposals/${number}`)).text;
  await expect.poll(page, { timeout: 10_000, interval: 20 }).toContain(`verdict-${verdict}`);
}

/** Has a proposal applied; decides again where the answer is that the wiki has moved since it was looked at. */
async function apply(office: Office, number: number, decide: Decide): Promise<void> {
  let told = await office.next(isNotice(number));
  while (!isApplied(number)(told)) {
    await untilVerdict(office, number, 'applies');
    await decide(office, told);
    told = await office.next((text) => isNotice(number)(text) || isApplied(number)(text));
  }
}

/** What a patch may not change, who keeps the wiki pushes. */
async function push(office: Office, number: number, wiki: string, mail: Buffer): Promise<void> {
  await untilVerdict(office, number, 'refused');
  const { folder } = await amOf(wiki, 'main', [mail]);
  await git(folder, ['push', '--quiet', 'origin', 'HEAD:main']);
  await office.next(isApplied(number));
}

describe.skipIf(!hasRealWiki || !isBuilt)('the history of the real wiki', () => {
  test('sent to the list, commit after commit, and applied by who keeps it, is the same', {
    timeout: 900_000,
  }, async () => {
    const real = await realWiki();
    const commits = (await git(real, ['rev-list', '--reverse', 'HEAD'])).split('\n');
    const titles = (await git(real, ['log', '--reverse', '--format=%s'])).split('\n');
    const { mails } = await mailsOf(
      real,
      ['--root', 'HEAD'],
      ['--no-numbered', '--full-index', `--from=Ada Exemple <${ADA}>`],
    );
    expect(mails).toHaveLength(107);
    const wiki = await repository({});
    const settings = join(await temporaryFolder('settings'), 'greffe.yml');
    await writeFile(settings, SETTINGS);
    const { sink, next } = await inbox();
    await using _ = sink;
    const server = await serving(wiki.path, ['--smtp', '127.0.0.1:0', '--config', settings], {
      env: { GREFFE_MAIL_HOST: 'mx.lists.test', GREFFE_RELAY: `smtp://127.0.0.1:${sink.port}` },
    });
    await expect.poll(server.said, { timeout: 10_000 }).toMatch(/smtp:\/\/127\.0\.0\.1:\d+/);
    const smtp = Number(/smtp:\/\/127\.0\.0\.1:(\d+)/.exec(server.said())?.[1]);
    const office = {
      ada: sender(smtp, '127.0.0.1'),
      mona: sender(smtp, '127.0.0.2'),
      next,
      port: server.port,
    };
    const send = async (at: number) => {
      const mail = mails[at]?.toString('latin1').replace(/^From .*\n/, '');
      const program = PROGRAMS[at % PROGRAMS.length] as MailClient;
      const head = Buffer.from(`Message-ID: <${at}@people.test>\nTo: ${LIST}\n`);
      if (mail) await office.ada.send(ADA, LIST, Buffer.concat([head, program(Buffer.from(mail, 'latin1'))]));
    };

    await send(0);
    for (const [at, commit] of commits.entries()) {
      // Who sends does not wait: the next is tried again once this one is in the wiki. But one of the same name, sent while
      // this one is open, is another version of it.
      const waits = titles[at] === titles[at + 1];
      if (!waits) await send(at + 1);
      const isForGit = (await git(real, ['show', '--name-only', '--format=', commit])).startsWith('.git');
      if (isForGit) await push(office, at + 1, wiki.path, mails[at] as Buffer);
      else await apply(office, at + 1, at % 2 === 0 ? applyByMail : applyByForm);
      if (waits) await send(at + 1);
      const made = await git(wiki.path, ['show', '--no-patch', ...TOLD, 'main']);
      expect(made, `commit ${at}`).toBe(await git(real, ['show', '--no-patch', ...TOLD, commit]));
    }
    expect(await git(wiki.path, ['rev-list', '--count', 'main'])).toBe('108');
    office.ada.close();
    office.mona.close();
  });
});
