import { expect, test } from 'vitest';
import { allFindings } from '../support/findings.ts';
import { repository } from '../support/git.ts';
import { served } from '../support/served.ts';
import { indexed } from '../support/wiki.ts';

test('a deletion has one day wherever it is told: that of its commit, where the site is', async () => {
  const wiki = await repository({
    'greffe.yml': 'languages: [fr, en]\ntimezone: Europe/Paris\n',
    'index.md': '# Accueil\n\n[retiré](retire.md)\n',
    'retire.md': '# Retiré\n',
  });
  // Written by somebody in March, applied on the evening of 30 June in UTC: 1 July in Paris.
  await wiki.remove('retire.md', { date: '2026-03-10T12:00:00Z', committed: '2026-06-30T22:30:00Z' });
  await using site = await served(wiki);
  expect((await site.get('/retire')).text).toMatch(/datetime="2026-07-01T00:30:00\+02:00"/);
  expect(JSON.parse((await site.get('/-/api/v1/pages/retire.md')).text).detail).toBe(
    'retire.md was deleted on 2026-07-01.',
  );
  const finding = (await allFindings(await indexed(wiki))).find(({ rule }) => rule === 'dead-link');
  expect(finding?.detail.day).toBe('2026-07-01');
  expect((await site.get('/-/recent')).text).toMatch(/<h2[^>]*>.*2026-07-01.*<\/h2>/s);
});
