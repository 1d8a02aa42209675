import { expect, test } from 'vitest';
import { Busy } from '../config/errors.ts';
import { Slots } from './slots.ts';

/** Work that ends when it is told to. */
function pending() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { promise, end: resolve };
}

test('no more runs at a time than there are slots, the next one when one is left', async () => {
  const slots = new Slots({ atOnce: 1, waiting: 1 });
  const began: string[] = [];
  const first = pending();
  const one = slots.run(async () => {
    began.push('first');
    await first.promise;
  });
  const two = slots.run(async () => void began.push('second'));
  await Promise.resolve();
  expect(began).toEqual(['first']);
  first.end();
  await Promise.all([one, two]);
  expect(began).toEqual(['first', 'second']);
});

test('what finds neither a slot nor a place in the queue is refused', async () => {
  const slots = new Slots({ atOnce: 1, waiting: 0 });
  const first = pending();
  const one = slots.run(() => first.promise);
  expect(() => slots.assertRoom()).toThrow(Busy);
  await expect(slots.run(async () => {})).rejects.toThrow(Busy);
  first.end();
  await one;
  slots.assertRoom();
});

test('a stream leaves its slot when its reader stops, and work that fails does too', async () => {
  const slots = new Slots({ atOnce: 1, waiting: 0 });
  for await (const _ of slots.stream(async function* () {
    yield 1;
    yield 2;
  }))
    break;
  await expect(slots.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  slots.assertRoom();
});
