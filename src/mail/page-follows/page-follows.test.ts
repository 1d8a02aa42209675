import { expect, test } from 'vitest';
import { list, site } from '../../../test/support/mailing.ts';
import { type IndexedWiki, indexed } from '../../../test/support/wiki.ts';
import { indexedCommit } from '../../store/commits.ts';
import { outgoingBytes, queuedDeliveries } from '../../store/deliveries.ts';
import { saveFollow } from '../../store/page-follows.ts';
import { newId } from '../tokens.ts';
import { tellFollowers } from './tell-followers.ts';

const NOW = 1_790_000_000;

async function follow(wiki: IndexedWiki, path: string, language = 'fr'): Promise<void> {
  const seen_commit = await indexedCommit(wiki.database.reader);
  await wiki.database.write((writer) =>
    saveFollow(writer, {
      id: newId(),
      path,
      address: 'ben@example.org',
      folded: 'ben@example.org',
      language,
      since: NOW,
      seen_commit,
      told_at: 0,
    }),
  );
}

const tell = (wiki: IndexedWiki, now = NOW) =>
  tellFollowers({ database: wiki.database, objects: wiki.context.objects, list, site, now });

async function mails(wiki: IndexedWiki): Promise<string[]> {
  const queued = await queuedDeliveries(wiki.database.reader, undefined, 10);
  const texts = await Promise.all(
    queued.map(async ({ outgoing }) => {
      const raw = Buffer.from((await outgoingBytes(wiki.database.reader, outgoing)) ?? []).toString();
      const bytes = raw
        .replace(/([^?])=\n/g, '$1')
        .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
      return Buffer.from(bytes, 'latin1').toString();
    }),
  );
  return texts;
}

test('a follower is told who changed what, with an excerpt and the way to the difference', async () => {
  const wiki = await indexed({ 'faq.md': '# Questions\n\nUn.\n', 'b.md': '# B\n' });
  await follow(wiki, 'faq.md', 'en');
  const commit = await wiki.repository.commit('Answer\u0007 more', {
    'faq.md': '# Questions\n\nUn.\n\nDeux.\n',
    'b.md': '# B2\n',
  });
  await wiki.update();
  expect(await tell(wiki)).toBe(1);
  const [mail] = await mails(wiki);
  expect(mail).toContain('Subject: Changed: Questions');
  expect(mail).toContain('Camille Exemple');
  expect(mail).toContain('+ Deux.');
  expect(mail).not.toContain('B2');
  expect(mail).toContain(`https://wiki.example/-/diff/faq.md?to=${commit}`);
  expect(mail).toMatch(/^List-Unsubscribe:\s+<https:\/\/wiki\.example\/-\/follow\/stop\/[a-z2-7-]+>$/m);
  expect(await tell(wiki, NOW + 7_200)).toBe(0);
});

test('what changes within the hour is told in one mail', async () => {
  const wiki = await indexed({ 'docs/a.md': '# A\n', 'docs/b.md': '# B\n', 'c.md': '# C\n' });
  await follow(wiki, 'docs/');
  await wiki.repository.commit('1', { 'docs/a.md': '# A1\n' });
  await wiki.update();
  expect(await tell(wiki)).toBe(1);
  await wiki.repository.commit('2', { 'docs/a.md': '# A2\n' });
  await wiki.repository.commit('3', { 'docs/b.md': '# B2\n', 'c.md': '# C2\n' });
  await wiki.update();
  expect(await tell(wiki, NOW + 600)).toBe(0);
  expect(await tell(wiki, NOW + 3_700)).toBe(1);
  const second = (await mails(wiki)).find((mail) => mail.includes('A2'));
  expect(second).toContain('B2');
  expect(second).not.toContain('C2');
});

test('a page that is renamed is followed under its new name', async () => {
  const wiki = await indexed({ 'old.md': '# Page\n\nUn texte assez long pour être reconnu.\n' });
  await follow(wiki, 'old.md');
  await wiki.repository.rename('old.md', 'new.md');
  await wiki.update();
  await tell(wiki);
  await wiki.repository.commit('Edit', { 'new.md': '# Page\n\nUn autre texte.\n' });
  await wiki.update();
  expect(await tell(wiki, NOW + 4_000)).toBe(1);
  expect((await mails(wiki)).some((mail) => mail.includes('+ Un autre texte.'))).toBe(true);
});

test('after a forced push a follower begins again, and is told nothing that is no longer there', async () => {
  const wiki = await indexed({ 'a.md': '# A\n' });
  await wiki.repository.commit('2', { 'a.md': '# A2\n' });
  await wiki.update();
  await follow(wiki, '/');
  await wiki.repository.commit('Other', { 'a.md': '# Other\n' }, { from: null });
  await wiki.update();
  expect(await tell(wiki)).toBe(0);
  await wiki.repository.commit('Next', { 'a.md': '# Next\n' });
  await wiki.update();
  expect(await tell(wiki)).toBe(1);
});
