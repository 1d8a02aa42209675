import { expect, test } from 'vitest';
import { isWithoutNetwork } from './no-network.ts';
import type { Outcome } from './outcome.ts';

const unreachable = (reason: string): Outcome => ({ kind: 'unreachable', reason });
const sites = (count: number, outcome: Outcome) =>
  Array.from({ length: count }, (_, n): [string, Outcome] => [`https://site${n}.fr/`, outcome]);
const isLost = (outcomes: readonly [string, Outcome][], hasInterface = true) =>
  isWithoutNetwork(new Map(outcomes), hasInterface);

test.each(['ENETUNREACH', 'ENETDOWN'])('%s from one site is said of the network', (reason) => {
  expect(isLost(sites(1, unreachable(reason)))).toBe(true);
});

test('names that cannot be looked up are, from three sites on', () => {
  expect([2, 3].map((count) => isLost(sites(count, unreachable('EAI_AGAIN'))))).toEqual([false, true]);
});

test.each(['ENOTFOUND', 'ECONNREFUSED', 'ETIMEDOUT'])('%s is, from eight sites on', (reason) => {
  expect([7, 8].map((count) => isLost(sites(count, unreachable(reason))))).toEqual([false, true]);
});

test('a machine without a network has none, be it for one site', () => {
  expect(isLost(sites(1, unreachable('ENOTFOUND')), false)).toBe(true);
});

test.each<Outcome>([{ kind: 'alive' }, { kind: 'dead', status: 404 }, { kind: 'unreachable', status: 500 }])(
  'one answer, %j, and there is one',
  (outcome) => {
    const failed = sites(20, unreachable('EAI_AGAIN'));
    expect(isLost([...failed, ['https://autre.fr/', outcome]])).toBe(false);
  },
);

test('what was not asked says nothing', () => {
  expect(isLost(sites(9, { kind: 'unasked' }), false)).toBe(false);
});
