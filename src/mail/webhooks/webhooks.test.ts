import { createHmac } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { onEachEngine } from '../../../test/support/engines.ts';
import { temporaryFolder } from '../../../test/support/folder.ts';
import { mailDatabase } from '../../../test/support/mailing.ts';
import { readWebhooks, type Webhook } from '../../config/webhooks.ts';
import { postWebhook, webhookSignature } from './post-webhook.ts';
import { queueEvent } from './queue-event.ts';
import { sendEvents } from './send-events.ts';

interface Told {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

async function receiver(
  status: () => number = () => 200,
): Promise<{ readonly url: string; readonly told: Told[] }> {
  const told: Told[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      told.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(status(), { location: 'http://169.254.169.254/' }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, told };
}

const secret = Buffer.alloc(32, 7);
const NOW = 1_790_000_000;
const hook = (url: string, more: Partial<Webhook> = {}): Webhook => ({
  url,
  events: ['message.received'],
  secret,
  isPrivate: true,
  ...more,
});
const event = { type: 'message.received', data: { list: 'annonces', messageId: 'a@x' }, now: NOW } as const;

test('an event is signed as Standard Webhooks has it', () => {
  // The example of the specification's own libraries.
  const key = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
  expect(webhookSignature(key, 'msg_p5jXN8AQM9LWM0D4loKWxJek', 1_614_265_330, '{"test": 2432232314}')).toBe(
    'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  );
});

onEachEngine('webhooks', (engine) => {
  test('each that wants an event is told of it once, signed', async () => {
    const database = await mailDatabase(await engine.place());
    const { url, told } = await receiver();
    const webhooks = [hook(url), hook(`${url}2`, { events: ['wiki.changed'] })];
    await database.write((writer) => queueEvent(writer, webhooks, event));
    expect(await sendEvents(database, webhooks, NOW)).toBe(1);
    expect(await sendEvents(database, webhooks, NOW + 100_000)).toBe(0);
    const [{ headers, body }] = told as [Told];
    expect(JSON.parse(body)).toEqual({
      type: 'message.received',
      timestamp: '2026-09-21T14:13:20.000Z',
      data: event.data,
    });
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
    expect(headers['webhook-signature']).toBe(
      `v1,${createHmac('sha256', secret).update(signed).digest('base64')}`,
    );
  });

  test('one that fails is told again later, under the same id, and one that says it is gone is not', async () => {
    const database = await mailDatabase(await engine.place());
    let status = 500;
    const { url, told } = await receiver(() => status);
    const webhooks = [hook(url)];
    await database.write((writer) => queueEvent(writer, webhooks, event));
    await sendEvents(database, webhooks, NOW);
    expect(await sendEvents(database, webhooks, NOW)).toBe(0);
    status = 302;
    await sendEvents(database, webhooks, NOW + 10);
    status = 410;
    await sendEvents(database, webhooks, NOW + 1_000);
    expect(await sendEvents(database, webhooks, NOW + 1_000_000)).toBe(0);
    expect(new Set(told.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(told).toHaveLength(3);
  });
});

test.each([
  'http://127.0.0.1:9/',
  'http://169.254.169.254/latest',
  'http://[::1]/',
  'http://localhost:9/',
  'http://0x7f.1/',
])('no private network is asked: %s', async (url) => {
  const asked = postWebhook({ url, secret, isPrivate: false }, { id: 'x', body: '{}', now: NOW });
  await expect(asked).rejects.toThrow(/not public|private/);
});

test('the operator’s file of webhooks is read, or told what is wrong in it', async () => {
  const file = join(await temporaryFolder(), 'webhooks.json');
  const env = { GREFFE_WEBHOOKS: file, GREFFE_WEBHOOK_SECRET: `whsec_${secret.toString('base64')}` };
  await writeFile(file, '[{"url": "https://hooks.example/x"}]');
  expect(readWebhooks(env)).toMatchObject([{ url: 'https://hooks.example/x', secret, isPrivate: false }]);
  expect(() => readWebhooks({ GREFFE_WEBHOOKS: file })).toThrow('no secret');
  await writeFile(file, '[{"url": "ftp://hooks.example/x"}]');
  expect(() => readWebhooks(env)).toThrow('http');
  await writeFile(file, '{');
  expect(() => readWebhooks(env)).toThrow('JSON');
});
