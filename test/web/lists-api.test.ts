import { expect, test } from 'vitest';
import { type ApiReply, apiOf } from '../support/api-answers.ts';
import { mail, servedList } from '../support/mail.ts';
import { CONVERSATION } from '../support/thread.ts';

const LISTS = '/lists/contributions';

test('the API tells the lists that anyone may read, and no other', async () => {
  await using site = await servedList({ contributions: CONVERSATION, interne: [mail()] });
  const api = await apiOf(site);
  const { json } = await api.ask('/lists?language=en');
  expect(json.items).toHaveLength(1);
  expect(json.items[0]).toMatchObject({
    name: 'contributions',
    title: 'Contributions to the wiki',
    address: 'contributions@office.example',
    threadCount: 1,
    messageCount: 4,
    firstAt: '2026-03-10T09:00:00Z',
    url: `${site.origin}/-/lists/contributions/?lang=en`,
  });
  expect((await api.ask(LISTS)).json).toMatchObject({
    title: 'Contributions',
    lastAt: '2026-03-12T08:00:00Z',
  });
  for (const path of ['/lists/interne', '/lists/interne/threads', '/lists/interne/messages', '/lists/none'])
    expect([path, (await api.ask(path)).status]).toEqual([path, 404]);
  expect((await api.ask('/lists/interne/messages/x@x.example')).status).toBe(404);
});

test('every address that the API gives of a list leads somewhere', async () => {
  await using site = await servedList({ contributions: CONVERSATION });
  const api = await apiOf(site);
  const answers = [
    await api.ask(LISTS),
    await api.ask(`${LISTS}/threads`),
    await api.ask(`${LISTS}/messages/question@office.example`),
  ];
  for (const { json } of answers)
    for (const value of Object.values(json.items?.[0] ?? json)) {
      if (typeof value !== 'string' || !value.startsWith(site.origin)) continue;
      expect([value, (await site.get(value.slice(site.origin.length))).status]).toEqual([value, 200]);
    }
});

test('threads and messages come in parts, none twice', async () => {
  const messages = Array.from({ length: 7 }, (_, at) =>
    mail({ id: `n${at}@x.example`, date: `2026-03-0${at + 1}T10:00:00Z` }),
  );
  await using site = await servedList({ contributions: messages });
  const api = await apiOf(site);
  for (const list of ['threads', 'messages']) {
    const found: string[] = [];
    let part: ApiReply | undefined = await api.ask(`${LISTS}/${list}?limit=3`);
    for (; part; part = await part.next())
      found.push(...part.json.items.map(({ messageId }: { messageId: string }) => messageId));
    expect(found).toEqual([6, 5, 4, 3, 2, 1, 0].map((at) => `n${at}@x.example`));
  }
  expect((await api.ask(`${LISTS}/threads?cursor=abc`)).status).toBe(400);
});

test('messages are found by the words of the search', async () => {
  await using site = await servedList({ contributions: CONVERSATION });
  const api = await apiOf(site);
  const { json } = await api.ask(`${LISTS}/messages?q=${encodeURIComponent('s:licence is:patch')}`);
  expect(json.items.map(({ messageId }: { messageId: string }) => messageId)).toEqual([
    '20260312-patch-1@office.example',
  ]);
});

test('a message is told whole, without the addresses of anybody', async () => {
  await using site = await servedList({ contributions: CONVERSATION });
  const api = await apiOf(site);
  const { json, text } = await api.ask(`${LISTS}/messages/question%40office.example`);
  expect(json).toMatchObject({
    author: 'Anna Exemple',
    sentAt: '2026-03-10T09:00:00Z',
    inReplyTo: null,
    isPatch: false,
    replies: ['reponse+1@partners.example', '20260312-patch-1@office.example'],
    verdicts: [
      { method: 'dkim', result: 'pass', domain: 'office.example' },
      { method: 'spf', result: 'pass', domain: 'office.example' },
      { method: 'dmarc', result: 'pass', domain: 'office.example' },
    ],
  });
  expect(json.text).toContain('anna@[…]');
  expect(text).not.toContain('anna@office.example');
});

test('a Message-ID may hold slashes, and whatever else', async () => {
  const id = 'a/threads/b%2F+c?d@x.example';
  await using site = await servedList({ contributions: [mail({ id })] });
  const api = await apiOf(site);
  const { json } = await api.ask(`${LISTS}/messages`);
  expect(json.items[0].messageId).toBe(id);
  const { pathname } = new URL(json.items[0].apiUrl);
  expect((await site.get(pathname)).text).toContain('"messageId": "a/threads/b%2F+c?d@x.example"');
});
