import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Archive } from '../../src/mail/archive.ts';
import { parseMessage } from '../../src/mail/mime/parse.ts';
import { Spool } from '../../src/mail/spool.ts';
import { openDatabase } from '../../src/store/database.ts';
import { queueLength } from '../../src/store/deliveries.ts';
import { mailListSize } from '../../src/store/mail-lists.ts';
import { temporaryFolder } from '../support/folder.ts';
import { repository } from '../support/git.ts';
import { finished, isBuilt } from '../support/greffe.ts';
import { mailSink } from '../support/mail-sink.ts';
import { subscribe } from '../support/mailing.ts';
import { RawSmtp } from '../support/raw-smtp.ts';

const script = fileURLToPath(new URL('../support/office-process.ts', import.meta.url));

/** How often it is killed; hundreds where there is time. */
const KILLS = Number(process.env.GREFFE_TEST_KILLS ?? 40);
const SENDERS = 4;
const SUBSCRIBERS = 3;
const LIST = 'public';

/** Numbers that look random and are the same in each run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

interface Office {
  readonly child: ChildProcess;
  readonly port: number;
  readonly ended: Promise<unknown>;
}

async function start(data: string, relayPort: number, presumed: (count: number) => void): Promise<Office> {
  const child = spawn(process.execPath, [script, data, String(relayPort)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = new Promise((resolve) => child.once('close', resolve));
  let said = '';
  const port = await new Promise<number>((resolve, reject) => {
    void ended.then(() => reject(new Error('it ended')));
    child.stdout?.on('data', (text) => {
      said += text;
      for (const [, count] of String(text).matchAll(/presumed (\d+)/g)) presumed(Number(count));
      const ready = /ready (\d+)\n/.exec(said);
      if (ready) resolve(Number(ready[1]));
    });
  });
  return { child, port, ended };
}

/** Sends one message after another until the connection dies; tells of each that was accepted. */
async function send(port: number, name: string, accepted: (id: string) => void): Promise<void> {
  const client = await RawSmtp.connect(port);
  for (let at = 0; ; at++) {
    const id = `${name}.${at}@example.org`;
    if ((await client.begin(`${LIST}@lists.example`)) === 'CLOSED') break;
    client.write(
      `From: ada@example.org\r\nSubject: ${name} ${at}\r\nMessage-ID: <${id}>\r\n\r\nBonjour\r\n.\r\n`,
    );
    const reply = await client.reply();
    if (reply.startsWith('250')) accepted(id);
    else if (reply === 'CLOSED') break;
    else throw new Error(reply);
  }
  client.close();
}

describe.skipIf(!isBuilt)('an office', () => {
  test(`killed ${KILLS} times at any instant loses nothing, archives nothing twice, sends nothing twice`, {
    timeout: 90_000 + KILLS * 3_000,
  }, async () => {
    const next = random(7);
    await using sink = await mailSink({
      async atEnd() {
        await setTimeout(next() * 5);
        return undefined;
      },
    });
    const wiki = await repository({
      'index.md': '# Bienvenue',
      'greffe.yml': `lists:\n  ${LIST}: { address: ${LIST}@lists.example }\n`,
    });
    const data = await temporaryFolder('data');
    expect(await finished(['index', wiki.path, '--data', data])).toMatchObject({ code: 0 });
    const database = await openDatabase(join(data, 'greffe.sqlite'));
    onTestFinished(() => database.close());
    for (let at = 0; at < SUBSCRIBERS; at++) await subscribe(database, `s${at}@example.org`, { to: LIST });

    const accepted: string[] = [];
    let presumed = 0;
    const run = async (until: (office: Office) => Promise<unknown>) => {
      const office = await start(data, sink.port, (count) => {
        presumed += count;
      });
      await until(office);
      office.child.kill('SIGKILL');
      await office.ended;
    };
    for (let kill = 0; kill < KILLS; kill++)
      await run(async ({ port }) => {
        for (let sender = 0; sender < SENDERS; sender++)
          void send(port, `${kill}-${sender}`, (id) => accepted.push(id)).catch(() => {});
        await setTimeout(120 + next() * 150);
        // On a slow machine it would only be killed while nobody had got anything accepted yet
        await expect.poll(() => accepted.length, { interval: 5 }).toBeGreaterThan(kill);
      });

    const spool = await Spool.open(data);
    await run(() =>
      expect
        .poll(async () => [(await spool.waiting()).length, (await queueLength(database.reader)).waiting], {
          timeout: 60_000,
        })
        .toEqual([0, 0]),
    );
    await setTimeout(100);

    const archive = await Archive.open(join(data, 'lists', LIST), { name: LIST, address: '' });
    onTestFinished(() => archive.close());
    const archived: string[] = [];
    for await (const { oid } of archive.since(undefined))
      archived.push(parseMessage(await archive.read(oid)).ids[0] ?? '');
    expect(accepted.length).toBeGreaterThan(KILLS);
    expect(archived.length).toBe(new Set(archived).size);
    expect(accepted.filter((id) => !archived.includes(id))).toEqual([]);
    expect((await mailListSize(database.reader, LIST)).messages).toBe(archived.length);

    const copies = sink.taken.map(({ to, text }) => `${to[0]} ${/^Message-ID: <(.*)>/m.exec(text)?.[1]}`);
    expect(copies.length).toBe(new Set(copies).size);
    const lost = archived.length * SUBSCRIBERS - copies.length;
    console.info(
      `${KILLS} kills, ${accepted.length} messages accepted, ${archived.length} archived, ${copies.length} copies sent, ${presumed} were at their last byte, ${lost} lost there`,
    );
    // Between the mark of a copy and its last byte are some ten microseconds.
    expect(lost).toBeLessThanOrEqual(presumed);
    expect(lost).toBeLessThanOrEqual(Math.ceil((KILLS * SUBSCRIBERS) / 10));
  });
});
