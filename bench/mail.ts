import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { newId } from '../src/mail/tokens.ts';
import { openDatabase } from '../src/store/database.ts';
import { saveSubscriber } from '../src/store/subscribers.ts';
import { type Repository, repository } from '../test/support/git.ts';
import { hasPostfix, postfix } from '../test/support/postfix.ts';
import { RawSmtp } from '../test/support/raw-smtp.ts';
import { cores, inFolder, program } from './greffe.ts';
import { run, start } from './process.ts';
import { duration, median, type Result, times } from './result.ts';
import { sinkServer } from './sink.ts';

const messages = 500;
const subscribers = 10_000;
const rounds = 3;

const settings = 'lists:\n  public: { address: public@lists.example }\n';

/** Acceptance over SMTP, each message on the disk before its 250; and a message sent to 10,000 subscribers. */
export async function mail(): Promise<Result> {
  const wiki = await repository({ 'index.md': '# Bienvenue', 'greffe.yml': settings });
  const samples = {
    one: [] as number[],
    fifty: [] as number[],
    peerOne: [] as number[],
    peerFifty: [] as number[],
  };
  await inFolder(async (folder) => {
    const server = await serveMail(wiki, join(folder, 'data'));
    await using peer = hasPostfix ? await postfix({ default_transport: 'discard' }) : undefined;
    for (let round = 0; round < rounds; round++) {
      samples.one.push(await accepted(Number(server.sign), 1));
      samples.fifty.push(await accepted(Number(server.sign), 50));
      if (!peer) continue;
      samples.peerOne.push(await accepted(peer.port, 1));
      samples.peerFifty.push(await accepted(peer.port, 50));
    }
    await server.stop();
  });
  const fanOut = await sentToAll(wiki);
  const rate = (values: readonly number[]) => `${Math.round(median(values)).toLocaleString('en')} messages/s`;
  const beside = (ours: readonly number[], peers: readonly number[]) => ({
    ours: rate(ours),
    ...(peers.length > 0 && {
      peer: `${rate(peers)} (Postfix)`,
      ratio: times(median(ours) / median(peers)),
    }),
  });
  return {
    rows: [
      { work: 'accepted over SMTP and synced, one connection', ...beside(samples.one, samples.peerOne) },
      { work: 'accepted over SMTP and synced, 50 connections', ...beside(samples.fifty, samples.peerFifty) },
      {
        work: `one message to ${subscribers.toLocaleString('en')} subscribers: accepted to last copy sent`,
        ours: `${duration(fanOut)} (${Math.round((subscribers * 1000) / fanOut).toLocaleString('en')} copies/s)`,
      },
    ],
    samples: { ...samples, fanOut },
  };
}

async function serveMail(wiki: Repository, data: string, env: Readonly<Record<string, string>> = {}) {
  const variables = Object.entries({ GREFFE_MAIL_HOST: 'mx.lists.example', ...env });
  const assignments = variables.map(([name, value]) => `${name}=${value}`);
  const command = ['env', ...assignments, program, 'serve', wiki.path, '--port', '0', '--data', data];
  const server = await start(
    cores.server,
    [...command, '--smtp', '127.0.0.1:0'],
    /smtp:\/\/127\.0\.0\.1:(\d+)/,
  );
  await setTimeout(1_000);
  return server;
}

/** Messages a second that a server accepts over so many connections, each kept for all its messages. */
async function accepted(port: number, connections: number): Promise<number> {
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = await RawSmtp.connect(port);
      await client.say('EHLO client.example');
      return client;
    }),
  );
  let left = messages;
  const begun = performance.now();
  await Promise.all(
    clients.map(async (client) => {
      while (left-- > 0) await sendOne(client, `${newId()}@example.org`);
    }),
  );
  const rate = (messages * 1000) / (performance.now() - begun);
  for (const client of clients) client.close();
  return rate;
}

const body = 'Une phrase comme il y en a dans les messages d’une liste, ni longue ni courte.\r\n'.repeat(40);

async function sendOne(client: RawSmtp, id: string): Promise<void> {
  client.write('MAIL FROM:<ada@example.org>\r\nRCPT TO:<public@lists.example>\r\nDATA\r\n');
  for (const expected of ['250', '250', '354']) {
    const reply = await client.reply();
    if (!reply.startsWith(expected)) throw new Error(reply);
  }
  const header = `From: ada@example.org\r\nTo: public@lists.example\r\nSubject: Bonjour\r\nMessage-ID: <${id}>\r\n`;
  client.write(
    `${header}Content-Type: text/plain; charset=utf-8\r\n\r\n${Buffer.from(body).toString('latin1')}.\r\n`,
  );
  const reply = await client.reply();
  if (!reply.startsWith('250')) throw new Error(reply);
}

/** Milliseconds from the acceptance of one message to the last of its copies. */
async function sentToAll(wiki: Repository): Promise<number> {
  return await inFolder(async (folder) => {
    const data = join(folder, 'data');
    await run(null, [program, 'index', wiki.path, '--data', data]);
    const database = await openDatabase(join(data, 'greffe.sqlite'));
    await database.write(async (writer) => {
      for (let at = 0; at < subscribers; at++) {
        const address = `s${at}@example.org`;
        const row = { id: newId(), list: 'public', address, folded: address, language: 'fr', since: 0 };
        await saveSubscriber(writer, { ...row, mode: 'each' });
      }
    });
    await database.close();
    await using sink = await sinkServer();
    const server = await serveMail(wiki, data, {
      GREFFE_RELAY: `smtp://127.0.0.1:${sink.port}`,
      GREFFE_RELAY_CONNECTIONS: '10',
    });
    const client = await RawSmtp.connect(Number(server.sign));
    await client.say('EHLO client.example');
    await sendOne(client, 'one@example.org');
    const begun = performance.now();
    await sink.has(subscribers);
    const time = performance.now() - begun;
    client.close();
    await server.stop();
    return time;
  });
}
