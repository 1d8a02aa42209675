import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('script/bench names each measure and option that bench/run.ts has', () => {
  const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
  const named = (text: string) =>
    /script\/bench`?: ((?:\[[^\]]+\] ?)+)|script\/bench ((?:\[[^\]]+\] ?)+)/.exec(text);
  const [, ran] = named(read('bench/run.ts')) ?? [];
  const [, , said] = named(read('script/bench')) ?? [];
  expect(said?.trim()).toBe(ran?.trim());
});
