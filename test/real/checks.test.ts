import { describe, expect, test } from 'vitest';
import { allFindings } from '../support/findings.ts';
import { Repository } from '../support/git.ts';
import { hasRealWiki, realLegacy, realWiki } from '../support/real-wiki.ts';
import { served } from '../support/served.ts';
import { indexed } from '../support/wiki.ts';

describe.skipIf(!hasRealWiki)('the checks of the real wiki', () => {
  test('find its known faults and no other, each read by hand', async () => {
    const wiki = await indexed(new Repository(`${await realWiki()}/.git`, 'master'), {
      overrides: { legacy: [realLegacy] },
    });
    const found = (await allFindings(wiki)).map(
      ({ path, line, rule, subject }) => `${path}:${line} ${rule} ${subject.slice(0, 40)}`,
    );
    const grave = found.filter((line) => !line.includes(' missing-translation '));
    expect(grave).toEqual([
      'guides.md:2 front-matter title:',
      'index.en.md:1 stale-translation index.md',
      "index.en.md:22 malformed-link (- [Plan d'action logiciels libres et co",
      'pocos/DCO-fr.txt:1 unreferenced-file ',
      'pocos/README.en.md:13 dead-link comptes-organismes-publics',
      'pocos/README.en.md:17 dead-link LICENSE.pdf',
      'pocos/README.md:19 dead-link comptes-organismes-publics',
      'pocos/README.md:23 dead-link docs/pocos-dinsic-stable.pdf',
      'pocos/faq.en.md:48 malformed-link (ouverture.en.md#permission-by-fail-to-c',
      'pocos/faq.en.md:48 malformed-link (ouverture.en.md#authorization-by-fail-t',
      'pocos/faq.en.md:60 dead-anchor ouverture.en.md#assign-contributions-to-',
      'pocos/faq.en.md:64 dead-anchor ouverture.en.md#assign-contributions-to-',
      'pocos/pratique.en.md:54 malformed-link (https:// github.com/github/government.g',
    ]);
    expect(found.length - grave.length).toBe(9);
  });

  test('call dead the links that the site shows as text, and no other', async () => {
    const folder = await realWiki();
    const overrides = { legacy: [realLegacy] };
    const wiki = await indexed(new Repository(`${folder}/.git`, 'master'), { overrides });
    const dead = (await allFindings(wiki)).filter(({ rule }) => rule === 'dead-link');
    await using site = await served(folder, { overrides });
    const rows = await wiki.database.reader.selectFrom('link').selectAll().execute();
    for (const path of new Set(rows.map(({ source }) => source))) {
      const first = await site.get(`/${path}`);
      const { text } = first.headers.location ? await site.get(first.headers.location) : first;
      for (const { subject } of dead.filter((finding) => finding.path === path))
        expect.soft(text, path).not.toContain(`href="${subject}"`);
    }
    const missing: string[] = [];
    for (const { source, target, kind } of rows)
      if (kind === 'link' && (await wiki.link(source, target)) === 'missing')
        missing.push(`${source} ${target}`);
    expect(dead.map(({ path, subject }) => `${path} ${subject}`).sort()).toEqual(missing.sort());
  });
});
