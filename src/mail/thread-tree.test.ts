import { expect, test } from 'vitest';
import { type ThreadNode, threadTree } from './thread-tree.ts';

let clock = 0;
const message = (id: string, answers?: string) => {
  clock += 1;
  return { id: clock, message_id: id, in_reply_to: answers ?? null, sent_at: clock };
};

/** `a(b(c)d)`: each message with what answers it; `?` before one that is missing, `!` before one erased. */
function drawn(nodes: readonly ThreadNode<unknown>[]): string {
  return nodes
    .map(({ message, erased, messageId, children }) => {
      const mark = message ? '' : erased ? '!' : '?';
      return `${mark}${messageId}${children.length > 0 ? `(${drawn(children)})` : ''}`;
    })
    .join(' ');
}

test('each message is under what it answers, the oldest first', () => {
  const messages = [message('a'), message('b', 'a'), message('c', 'b'), message('d', 'a')];
  expect(drawn(threadTree(messages.toReversed(), []))).toBe('a(b(c) d)');
});

test('a missing message holds together those that answer it, and is left out over one', () => {
  const missing = [{ message_id: 'x', parent: null, erased: 0 }];
  expect(drawn(threadTree([message('a', 'x')], missing))).toBe('a');
  expect(drawn(threadTree([message('a', 'x'), message('b', 'x')], missing))).toBe('?x(a b)');
});

test('an erased message keeps its place', () => {
  const missing = [{ message_id: 'x', parent: 'a', erased: 1 }];
  expect(drawn(threadTree([message('a'), message('b', 'x')], missing))).toBe('a(!x(b))');
});

test('messages that answer one another in a circle are all there, once', () => {
  const circle = [message('a', 'c'), message('b', 'a'), message('c', 'b'), message('d', 'd')];
  const tree = drawn(threadTree(circle, []));
  for (const id of 'abcd') expect(tree.split(id)).toHaveLength(2);
});

test('a chain of ten thousand answers neither fails nor takes long', () => {
  const chain = Array.from({ length: 10_000 }, (_, at) =>
    message(`m${at}`, at === 0 ? undefined : `m${at - 1}`),
  );
  const start = performance.now();
  const count = (nodes: readonly ThreadNode<unknown>[]): number =>
    nodes.reduce((sum, { children }) => sum + 1 + count(children), 0);
  expect(count(threadTree(chain, []))).toBe(10_000);
  expect(performance.now() - start).toBeLessThan(2_000);
});
