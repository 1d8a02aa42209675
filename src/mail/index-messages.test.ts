import { expect, test } from 'vitest';
import { onEachEngine, type Place } from '../../test/support/engines.ts';
import { mail } from '../../test/support/mail.ts';
import { mailDatabase } from '../../test/support/mailing.ts';
import type { Database } from '../store/database.ts';
import { mailListSize } from '../store/mail-lists.ts';
import { messageNamed, messagesOfThread, missingOfThread } from '../store/mail-messages.ts';
import { matchingMail } from '../store/mail-search.ts';
import { threadsOf } from '../store/mail-threads.ts';
import { Analyser } from '../wiki/search/analyse.ts';
import type { Archived } from './archive.ts';
import { type Indexable, MailIndexer } from './index-messages.ts';
import { readMailQuery } from './mail-query.ts';
import { parseMessage } from './mime/parse.ts';

const LIST = 'contributions';
const RECEIVED = Date.parse('2026-03-12T10:00:00Z') / 1000;

let made = 0;

/** A message as its archive gives it. */
function indexable(raw: Buffer): Indexable {
  made += 1;
  const name = made.toString(16).padStart(40, '0');
  const archived: Archived = { commit: name, oid: name, kind: 'message', receivedAt: RECEIVED, trailers: {} };
  return { archived, message: parseMessage(raw) };
}

function erasureOf({ archived }: Indexable, id: string): Indexable {
  const commit = `e${archived.commit.slice(1)}`;
  return { archived: { ...archived, commit, kind: 'erased', trailers: { 'Message-Id': id } } };
}

interface Index {
  readonly database: Database;
  add(...messages: readonly (Buffer | Indexable)[]): Promise<void>;
  /** The ids of the messages of each thread, the oldest first. */
  threads(): Promise<string[][]>;
  found(text: string): Promise<string[]>;
}

async function index(place: Place): Promise<Index> {
  const database = await mailDatabase(place);
  const indexer = new MailIndexer('fr');
  const analyser = new Analyser('fr');
  return {
    database,
    add: async (...messages) => {
      const added = messages.map((one) => (Buffer.isBuffer(one) ? indexable(one) : one));
      await database.write((writer) => indexer.add(writer, LIST, added));
    },
    threads: async () => {
      const threads = await threadsOf(database.reader, LIST, { limit: 100 });
      return await Promise.all(
        threads.map(async ({ id, messages }) => {
          const rows = await messagesOfThread(database.reader, id, 20_000);
          expect(rows).toHaveLength(messages);
          return rows.map(({ message_id }) => message_id.replace('@x.example', ''));
        }),
      );
    },
    found: async (text) => {
      const { match } = readMailQuery(text, LIST, analyser, (day) => Date.parse(`${day}T00:00Z`) / 1000);
      const rows = match ? await matchingMail(database.reader, match, { limit: 100 }) : [];
      return rows.map(({ message_id }) => message_id.replace('@x.example', ''));
    },
  };
}

let minute = 0;
const message = (id: string, ...references: readonly string[]) => {
  minute += 1;
  return mail({
    id: `${id}@x.example`,
    subject: `Sujet ${id}`,
    date: new Date(Date.parse('2026-03-01T00:00:00Z') + minute * 60_000).toISOString(),
    references: references.map((one) => `${one}@x.example`),
  });
};

onEachEngine('the index of a list', (engine) => {
  test('puts answers into the thread of what they answer', async () => {
    const { add, threads } = await index(await engine.place());
    await add(message('a'), message('b', 'a'), message('c', 'a', 'b'), message('other'));
    expect(await threads()).toEqual([['other'], ['a', 'b', 'c']]);
  });

  test('is the same whatever the order in which messages come', async () => {
    const { add, threads } = await index(await engine.place());
    const [a, b, c, d] = [message('a'), message('b', 'a'), message('c', 'b'), message('d', 'missing', 'c')];
    for (const one of [d, c, a, b]) await add(one);
    expect(await threads()).toEqual([['a', 'b', 'c', 'd']]);
  });

  test('makes one thread of those that a message ties, and leaves others alone', async () => {
    const { add, threads } = await index(await engine.place());
    await add(message('a'), message('b'), message('c'));
    await add(message('tie', 'a', 'b'));
    expect(await threads()).toEqual([['a', 'b', 'tie'], ['c']]);
  });

  test('lets no message make one thread of all there are', async () => {
    const { add, threads } = await index(await engine.place());
    const ids = Array.from({ length: 50 }, (_, at) => `m${at}`);
    await add(...ids.map((id) => message(id)));
    await add(message('greedy', ...ids));
    expect((await threads()).length).toBeGreaterThan(40);
  });

  test('knows a message once, however often it comes', async () => {
    const { add, threads } = await index(await engine.place());
    const one = indexable(message('a'));
    await add(one, one);
    await add(one);
    expect(await threads()).toEqual([['a']]);
  });

  test('bears what refers to itself, and in circles', async () => {
    const { add, threads } = await index(await engine.place());
    await add(message('self', 'self'), message('a', 'b'), message('b', 'a'));
    expect(await threads()).toEqual([['a', 'b'], ['self']]);
  });

  test('bears ten thousand references', async () => {
    const { add, threads, database } = await index(await engine.place());
    const many = Array.from({ length: 10_000 }, (_, at) => `r${at}`);
    await add(message('a', ...many));
    const [thread] = await threadsOf(database.reader, LIST, { limit: 1 });
    const missing = await missingOfThread(database.reader, thread?.id ?? 0, 20_000);
    expect(missing.length).toBeLessThanOrEqual(100);
    await add(message('b', 'r9999'));
    expect(await threads()).toEqual([['a', 'b']]);
  });

  test('forgets what is erased, its words too, and keeps the place of its name', async () => {
    const { add, threads, found, database } = await index(await engine.place());
    const secret = indexable(
      mail({ id: 'b@x.example', references: ['a@x.example'], body: 'Un mot secret.\n' }),
    );
    await add(message('a'), secret, message('c', 'a', 'b'));
    expect(await found('secret')).toEqual(['b']);
    await add(erasureOf(secret, 'b@x.example'));
    expect(await found('secret')).toEqual([]);
    expect(await threads()).toEqual([['a', 'c']]);
    expect(await messageNamed(database.reader, LIST, 'b@x.example')).toBe('erased');
    expect(await mailListSize(database.reader, LIST)).toMatchObject({ messages: 2, threads: 1 });
  });

  test('finds words of subjects, authors and texts, not of what is quoted', async () => {
    const { add, found } = await index(await engine.place());
    await add(
      mail({ id: 'a@x.example', subject: 'Numérisation', body: 'Des guides.\n' }),
      mail({ id: 'b@x.example', subject: 'Autre', body: '> Des guides.\n\nOui, numérisés.\n' }),
    );
    expect(await found('guide')).toEqual(['a']);
    expect(await found('numeriser')).toEqual(['b', 'a']);
    expect(await found('s:numerisation')).toEqual(['a']);
    expect(await found('anna -guides')).toEqual(['b']);
    expect(await found('-guides')).toEqual(['b']);
  });

  test('believes no date of after a message came, nor one before 1970', async () => {
    const { add, database } = await index(await engine.place());
    await add(
      mail({ id: 'late@x.example', date: '2099-01-01T00:00:00Z' }),
      mail({ id: 'early@x.example', date: '1901-01-01T00:00:00Z' }),
    );
    expect(await mailListSize(database.reader, LIST)).toMatchObject({
      startedAt: RECEIVED,
      lastAt: RECEIVED,
    });
  });
});
