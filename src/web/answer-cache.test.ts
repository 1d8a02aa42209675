import { expect, test } from 'vitest';
import type { Reader } from '../store/database.ts';
import { Trace } from '../wiki/trace.ts';
import { type Answer, htmlAnswer, movedAnswer } from './answer.ts';
import { AnswerCache } from './answer-cache.ts';

const reader = {} as Reader;

/** A question whose answer is what `value` holds. */
function asked(value: { now: string }) {
  const trace = new Trace(reader);
  const question = async () => value.now;
  return { trace, ready: trace.ask(question) };
}

async function kept(cache: AnswerCache, key: string, answer: Answer, value = { now: 'a' }): Promise<void> {
  const { trace, ready } = asked(value);
  await ready;
  cache.keep(key, answer, trace, 1);
}

test('an answer is right while the index has not changed, whatever its questions would answer', async () => {
  const cache = new AnswerCache(100_000);
  const value = { now: 'a' };
  const page = htmlAnswer(200, '<p>');
  await kept(cache, 'k', page, value);
  value.now = 'b';
  expect(await cache.verified('k', 1, reader)).toBe(page);
});

test('an answer is right after a change when its questions are answered the same', async () => {
  const cache = new AnswerCache(100_000);
  const page = htmlAnswer(200, '<p>');
  await kept(cache, 'k', page);
  const ready = await cache.ready('k', page, 'identity');
  expect(cache.current('k', 2, 'identity')).toBeUndefined();
  expect(await cache.verified('k', 2, reader)).toBe(page);
  expect(cache.current('k', 2, 'identity')).toBe(ready);
});

test('an answer is forgotten when one of its questions is answered otherwise', async () => {
  const cache = new AnswerCache(100_000);
  const value = { now: 'a' };
  await kept(cache, 'k', htmlAnswer(200, '<p>'), value);
  value.now = 'b';
  expect(await cache.verified('k', 2, reader)).toBeUndefined();
  value.now = 'a';
  expect(await cache.verified('k', 2, reader)).toBeUndefined();
});

test('an answer is encoded once', async () => {
  const cache = new AnswerCache(100_000);
  const page = htmlAnswer(200, '<p>'.repeat(1_000));
  await kept(cache, 'k', page);
  expect(await cache.ready('k', page, 'br')).toBe(await cache.ready('k', page, 'br'));
});

test('the oldest answers make room for the newest', async () => {
  const cache = new AnswerCache(100_000);
  const page = htmlAnswer(200, 'x'.repeat(30_000));
  for (const key of ['a', 'b', 'c', 'd']) await kept(cache, key, page);
  expect(await cache.verified('a', 1, reader)).toBeUndefined();
  expect(await cache.verified('d', 1, reader)).toBe(page);
});

test('answers that are empty take room too: not any number of them are kept', async () => {
  const cache = new AnswerCache(100_000);
  for (let n = 0; n < 1_000; n++) await kept(cache, `k${n}`, movedAnswer('/'));
  expect(await cache.verified('k0', 1, reader)).toBeUndefined();
  expect(await cache.verified('k999', 1, reader)).toBeDefined();
});
