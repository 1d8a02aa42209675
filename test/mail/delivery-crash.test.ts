import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { fanOut } from '../../src/mail/delivery/fan-out.ts';
import { queueLength } from '../../src/store/deliveries.ts';
import { placeOn } from '../support/engines.ts';
import { mailSink } from '../support/mail-sink.ts';
import { list, listSettings, mailDatabase, message, subscribe } from '../support/mailing.ts';

const script = fileURLToPath(new URL('../support/delivery-process.ts', import.meta.url));

/** How many processes are killed; hundreds where there is time. */
const KILLS = Number(process.env.GREFFE_TEST_KILLS ?? 60);
const SUBSCRIBERS = 40;
/** Numbers that look random and are the same in each run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const hello = message('From: ada@example.org\nSubject: Bonjour\nMessage-ID: <1@example.org>\n\nBonjour\n');

test(`a worker killed ${KILLS} times at any instant sends nobody a copy twice`, {
  timeout: 60_000 + KILLS * 1_500,
}, async () => {
  const next = random(5);
  await using sink = await mailSink({
    async atEnd() {
      await setTimeout(next() * 20);
      return undefined;
    },
  });
  const place = await placeOn('sqlite');
  const database = await mailDatabase(place);
  for (let at = 0; at < SUBSCRIBERS; at++) await subscribe(database, `s${at}@example.org`);
  let presumed = 0;
  let messages = 0;
  const run = async (until: () => Promise<unknown>) => {
    const child = spawn(
      process.execPath,
      [script, join(place.dataFolder, 'index.db'), String(sink.port), listSettings, hello.raw.toString()],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const ended = new Promise((resolve) => child.once('close', resolve));
    let isReady = () => {};
    const ready = new Promise<void>((resolve) => {
      isReady = resolve;
    });
    child.stdout.on('data', (said: Buffer) => {
      for (const [, count] of said.toString().matchAll(/presumed (\d+)/g)) presumed += Number(count);
      if (said.includes('ready')) isReady();
    });
    await ready;
    await until();
    child.kill('SIGKILL');
    await ended;
  };
  for (let kill = 0; kill < KILLS; kill++) {
    if ((await queueLength(database.reader)).waiting < SUBSCRIBERS) {
      messages++;
      const oid = `m${messages}`;
      await database.write((writer) =>
        fanOut(writer, {
          list,
          oid,
          messageId: `${oid}@example.org`,
          message: hello,
          participants: [],
          receivedAt: Math.floor(Date.now() / 1000),
        }),
      );
    }
    const before = sink.taken.length;
    await run(async () => {
      await Promise.race([sink.has(before + Math.floor(next() * 12)), setTimeout(2_000)]);
      await setTimeout(next() * 10);
    });
  }
  // The last one is left to end its work; the sink is given the time to take what was sent to it.
  await run(() =>
    expect.poll(async () => (await queueLength(database.reader)).waiting, { timeout: 30_000 }).toBe(0),
  );
  await setTimeout(100);
  const copies = sink.taken.map(
    ({ to, text }) => `${to[0]} ${/^Archived-At: .*\/(m\d+@example\.org)\//m.exec(text)?.[1]}`,
  );
  expect(copies.length).toBe(new Set(copies).size);
  // Between the mark and the last byte are some ten microseconds: what is lost there is what counted as sent and was not.
  const lost = messages * SUBSCRIBERS - copies.length;
  console.info(
    `${KILLS} kills, ${copies.length} copies sent, ${presumed} were at their last byte, ${lost} lost there`,
  );
  expect(lost).toBeLessThanOrEqual(presumed);
  expect(lost).toBeLessThanOrEqual(Math.ceil(KILLS / 20));
});
