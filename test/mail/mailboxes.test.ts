import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readMailDoors } from '../../src/config/mail-doors.ts';
import { openDoors } from '../../src/mail/doors/open.ts';
import { openIntake } from '../../src/mail/intake.ts';
import { Spool } from '../../src/mail/spool.ts';
import { dovecot, hasDovecot } from '../support/dovecot.ts';
import { temporaryFolder } from '../support/folder.ts';
import { mail } from '../support/mail.ts';
import { lists } from '../support/mailing.ts';

/** Doors that bring mail to a spool; `takes` says whether it is taken just now. */
async function doors(env: NodeJS.ProcessEnv) {
  const spool = await Spool.open(await temporaryFolder('spool'));
  const warnings: string[] = [];
  const state = { takes: true };
  const place = {
    lists,
    isSubscribed: () => Promise.resolve(true),
    mayHold: () => Promise.resolve(true),
    hasOne: () => Promise.resolve(false),
    isBlocked: () => Promise.resolve(false),
  };
  const intake = openIntake({
    spool,
    place: () => Promise.resolve(state.takes ? place : undefined),
    hostName: 'mx.lists.example',
    trustedAuthserv: 'mta.example',
    kept: () => {},
    failed: (error) => warnings.push(String(error)),
  });
  const opened = await openDoors(
    readMailDoors({}, { GREFFE_MAIL_HOST: 'mx.lists.example', ...env }) as never,
    intake,
    {
      warned: (sentence) => warnings.push(sentence),
      failed: (error) => warnings.push(String(error)),
    },
  );
  onTestFinished(() => opened.close());
  const entries = async () =>
    (await Promise.all((await spool.waiting()).map((id) => spool.read(id)))).flatMap((one) => one ?? []);
  return { entries, warnings, state };
}

const toList = (headers: readonly string[] = []) =>
  mail({ to: 'Annonces <annonces@lists.example>', headers });

describe('a Maildir', () => {
  const maildir = async () => {
    const folder = join(await temporaryFolder('maildir'), 'mail');
    await mkdir(join(folder, 'new'), { recursive: true });
    await mkdir(join(folder, 'tmp'));
    return {
      folder,
      async deliver(name: string, raw: Buffer) {
        await writeFile(join(folder, 'tmp', name), raw);
        await rename(join(folder, 'tmp', name), join(folder, 'new', name));
      },
      seen: async () => (await readdir(join(folder, 'cur'))).sort(),
    };
  };

  test('gives what is delivered to it, before and after it is opened, whatever its line ends', async () => {
    const { folder, deliver, seen } = await maildir();
    const raw = toList();
    await deliver('1.a', raw);
    const { entries } = await doors({ GREFFE_MAILDIR: folder });
    await expect.poll(entries).toHaveLength(1);
    await deliver('2.a', Buffer.from(toList().toString().replaceAll('\n', '\r\n')));
    await expect.poll(entries).toHaveLength(2);
    const [first, second] = await entries();
    expect(first?.raw.equals(raw)).toBe(true);
    expect(second?.raw.includes('\r')).toBe(false);
    await expect.poll(seen).toEqual(['1.a:2,S', '2.a:2,S']);
  });

  test('a message for none of the lists is put aside and told', async () => {
    const { folder, deliver, seen } = await maildir();
    await deliver('1.a', mail({ to: 'somebody@elsewhere.example' }));
    const { entries, warnings } = await doors({ GREFFE_MAILDIR: folder });
    await expect.poll(seen).toEqual(['1.a:2,ST']);
    expect(warnings).toEqual([expect.stringContaining('none of the lists')]);
    expect(await entries()).toHaveLength(0);
  });

  test('whom the server delivered it to goes before whom it is written to', async () => {
    const { folder, deliver } = await maildir();
    await deliver(
      '1.a',
      mail({ to: 'a@elsewhere.example', headers: ['Delivered-To: annonces+subscribe@lists.example'] }),
    );
    const { entries } = await doors({ GREFFE_MAILDIR: folder });
    await expect.poll(entries).toMatchObject([{ destinations: [{ kind: 'command', command: 'subscribe' }] }]);
  });

  test('the verdicts of the server that is trusted are believed, and no others', async () => {
    const { folder, deliver } = await maildir();
    await deliver(
      '1.a',
      toList(['Authentication-Results: mta.example; dmarc=pass header.from=office.example']),
    );
    await deliver(
      '2.a',
      toList(['Authentication-Results: evil.example; dmarc=pass header.from=office.example']),
    );
    const { entries } = await doors({ GREFFE_MAILDIR: folder });
    await expect.poll(entries).toHaveLength(2);
    expect((await entries()).map(({ isVerified }) => isVerified)).toEqual([true, false]);
  });

  test('while no mail is taken a message waits where it is', async () => {
    const { folder, deliver } = await maildir();
    const { entries, state } = await doors({ GREFFE_MAILDIR: folder });
    state.takes = false;
    await deliver('1.a', toList());
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await readdir(join(folder, 'new'))).toEqual(['1.a']);
    state.takes = true;
    await deliver('2.a', toList());
    await expect.poll(entries).toHaveLength(2);
  });
});

describe.skipIf(!hasDovecot)('a mailbox over IMAP', () => {
  test('gives what is there and what comes, and moves it when it is kept', async () => {
    await using server = await dovecot();
    await server.deliver(toList());
    const { entries, warnings } = await doors({ GREFFE_IMAP: server.url });
    await expect.poll(entries, { timeout: 5_000 }).toHaveLength(1);
    await server.deliver(toList());
    await expect.poll(entries, { timeout: 10_000 }).toHaveLength(2);
    await expect.poll(() => server.count('Greffe'), { timeout: 5_000 }).toBe(2);
    expect(await server.count()).toBe(0);
    expect(warnings).toEqual([]);
  });

  test('what is for none of the lists is moved aside', async () => {
    await using server = await dovecot();
    await server.deliver(mail({ to: 'somebody@elsewhere.example' }));
    const { entries } = await doors({ GREFFE_IMAP: server.url });
    await expect.poll(() => server.count('Greffe refused'), { timeout: 5_000 }).toBe(1);
    expect(await entries()).toHaveLength(0);
  });

  test('a server that is away is told, and tried again', async () => {
    let port = '';
    {
      await using server = await dovecot();
      port = server.url;
    }
    const { warnings } = await doors({ GREFFE_IMAP: port });
    await expect
      .poll(() => warnings, { timeout: 5_000 })
      .toEqual([expect.stringContaining('cannot be read')]);
  });
});
