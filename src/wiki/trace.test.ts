import { expect, test } from 'vitest';
import { indexed } from '../../test/support/wiki.ts';
import { findAddress } from './find-address.ts';
import { followLinks } from './links.ts';
import { Trace } from './trace.ts';

const text = (word: string) => Array.from({ length: 12 }, (_, n) => `${word} ${n}\n`).join('');

test('what was made from the index holds until an answer it was made from is another one', async () => {
  const wiki = await indexed({ 'greffe.yml': 'languages: [fr]\n', 'a.md': text('un'), 'b.md': text('deux') });
  const site = await wiki.site();
  const trace = new Trace(wiki.database.reader);
  const page = { path: 'x.md', family: 'x', language: 'fr' };
  await followLinks(trace.ask, page, ['a.md', 'nothing.md'], site);
  expect(await trace.holds(wiki.database.reader)).toBe(true);

  await wiki.repository.commit('Another page', { 'b.md': text('trois') });
  await wiki.update();
  expect(await trace.holds(wiki.database.reader)).toBe(true);

  await wiki.repository.commit('What was missing', { 'nothing.md': '' });
  await wiki.update();
  expect(await trace.holds(wiki.database.reader)).toBe(false);
});

test('an address that was missing is asked again when its page comes', async () => {
  const wiki = await indexed({ 'greffe.yml': 'languages: [fr]\n', 'a.md': text('un') });
  const trace = new Trace(wiki.database.reader);
  expect(await findAddress(trace.ask, '/b', await wiki.site())).toMatchObject({ kind: 'missing' });
  await wiki.repository.rename('a.md', 'b.md');
  await wiki.update();
  expect(await trace.holds(wiki.database.reader)).toBe(false);
});
