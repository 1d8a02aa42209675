import { expect, test } from 'vitest';
import { indexed } from '../../test/support/wiki.ts';
import { pageAt } from '../store/pages.ts';
import { Trace } from '../wiki/trace.ts';
import type { Context } from './context.ts';
import { KeptParts } from './kept-parts.ts';

/** A wiki of two pages, and parts made from the title of the first, of so many characters. */
async function parts({ maxBytes = 100_000, length = 10 } = {}) {
  const wiki = await indexed({ 'greffe.yml': 'languages: [fr]\n', 'a.md': '# Un\n', 'b.md': '# Deux\n' });
  const kept = new KeptParts(maxBytes);
  let made = 0;
  const ask = async (name: string) => {
    const trace = new Trace(wiki.database.reader);
    const context = { ask: trace.ask, site: await wiki.site() } as Context;
    const html = await kept.get(name, context, async (within) => {
      made += 1;
      return `${(await within.ask(pageAt, 'a.md'))?.title}`.padEnd(length);
    });
    return { html: html.trim(), trace };
  };
  return { wiki, ask, made: () => made };
}

test('a part is made once while what it was made from stays', async () => {
  const { wiki, ask, made } = await parts();
  expect((await ask('x')).html).toBe('Un');
  await wiki.repository.commit('Another page', { 'b.md': '# Trois\n' });
  await wiki.update();
  expect((await ask('x')).html).toBe('Un');
  expect(made()).toBe(1);
});

test('a part is made anew once what it was made from is another thing', async () => {
  const { wiki, ask, made } = await parts();
  await ask('x');
  await wiki.repository.commit('Its title', { 'a.md': '# Autre\n' });
  await wiki.update();
  expect((await ask('x')).html).toBe('Autre');
  expect(made()).toBe(2);
});

test('what an answer is made from is also what its parts are, kept or new', async () => {
  const { wiki, ask } = await parts();
  const traces = [(await ask('x')).trace, (await ask('x')).trace];
  await wiki.repository.commit('Its title', { 'a.md': '# Autre\n' });
  await wiki.update();
  for (const trace of traces) expect(await trace.holds(wiki.database.reader)).toBe(false);
});

test('what was used longest ago gives way', async () => {
  const { ask, made } = await parts({ maxBytes: 20_000, length: 4_000 });
  for (const name of ['x', 'y', 'x', 'z', 'x']) await ask(name);
  expect(made()).toBe(3);
  await ask('y');
  expect(made()).toBe(4);
});
