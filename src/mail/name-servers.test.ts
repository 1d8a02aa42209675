import { expect, test } from 'vitest';
import { rememberingResolver } from './name-servers.ts';

const failing = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));

test('the same question is asked once', async () => {
  let asked = 0;
  const resolve = rememberingResolver(() => {
    asked++;
    return Promise.resolve([['v=spf1 -all']]);
  });
  expect(await resolve('example.org', 'TXT')).toEqual([['v=spf1 -all']]);
  await resolve('EXAMPLE.org', 'TXT');
  await resolve('example.org', 'MX');
  expect(asked).toBe(2);
});

test('that there is nothing is an answer; that nobody answers is none', async () => {
  for (const [code, times] of [
    ['ENOTFOUND', 1],
    ['ETIMEOUT', 2],
  ] as const) {
    let asked = 0;
    const resolve = rememberingResolver(() => {
      asked++;
      return failing(code)();
    });
    for (let at = 0; at < 2; at++) await expect(resolve('example.org', 'TXT')).rejects.toThrow(code);
    expect(asked).toBe(times);
  }
});
