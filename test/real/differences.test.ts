import { beforeAll, describe, expect, test } from 'vitest';
import { ObjectReader } from '../../src/git/objects.ts';
import { htmlOf, quietLabels, textOf } from '../../src/wiki/differences/difference.fixture.ts';
import { renderedDifference } from '../../src/wiki/differences/rendered-difference.ts';
import { tableDifference } from '../../src/wiki/differences/table-difference.ts';
import { readFrontMatter } from '../../src/wiki/front-matter.ts';
import { tableOf } from '../../src/wiki/tables/table.fixture.ts';
import { git } from '../support/git.ts';
import { hasRealWiki, realWiki } from '../support/real-wiki.ts';

interface Change {
  readonly commit: string;
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

const NOTHING = /^0+$/;

describe.skipIf(!hasRealWiki)('every change of the real wiki', () => {
  let changes: Change[];
  let objects: ObjectReader;
  beforeAll(async () => {
    const wiki = await realWiki();
    objects = new ObjectReader(`${wiki}/.git`);
    const log = await git(wiki, ['log', '--raw', '--no-abbrev', '--root', '-M40%', '--format=commit %H']);
    let commit = '';
    changes = log.split('\n').flatMap((line) => {
      if (line.startsWith('commit ')) commit = line.slice(7, 17);
      const [, before = '', after = '', , path = ''] =
        /^:\d+ \d+ (\w+) (\w+) (\w+)\t(?:.*\t)?(.+)$/.exec(line) ?? [];
      return before === '' ? [] : [{ commit, path, before, after }];
    });
  });

  const textAt = async (oid: string) => (NOTHING.test(oid) ? '' : (await objects.read(oid)).toString());

  test('of a page leaves the earlier text without what came, the later one without what went', async () => {
    const pages = changes.filter(({ path }) => path.endsWith('.md'));
    expect(pages.length).toBeGreaterThan(100);
    for (const { commit, path, before, after } of pages) {
      const [old, recent] = (await Promise.all(
        [before, after].map(async (oid) => await htmlOf(readFrontMatter(await textAt(oid)).body)),
      )) as [string, string];
      const blocks = renderedDifference(old, recent, quietLabels);
      const html = blocks?.map((block) => block.html).join('') ?? '';
      expect(textOf(html, 'removed', 'change-note'), `${commit} ${path}`).toBe(textOf(recent));
      expect(textOf(html, 'added', 'change-note'), `${commit} ${path}`).toBe(textOf(old));
      expect(blocks?.some(({ changed }) => changed) || old === recent || textOf(old) === textOf(recent)).toBe(
        true,
      );
    }
  }, 120_000);

  test('of a table tells as many rows as there are', async () => {
    const tables = changes.filter(({ path }) => path.endsWith('.csv'));
    for (const { commit, path, before, after } of tables) {
      const [old, recent] = [await tableOf(await textAt(before)), await tableOf(await textAt(after))];
      const { counts } = tableDifference(old, recent);
      expect(counts.unchanged + counts.changed + counts.removed, `${commit} ${path}`).toBe(old.rowCount);
      expect(counts.unchanged + counts.changed + counts.added, `${commit} ${path}`).toBe(recent.rowCount);
    }
  });
});
