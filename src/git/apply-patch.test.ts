import { beforeAll, describe, expect, test } from 'vitest';
import { type Repository, repository } from '../../test/support/git.ts';
import { COMMITTER, workshopOf } from '../../test/support/git-am.ts';
import { type ApplyResult, applySeries, type CommitPatch } from './apply-patch.ts';
import type { PatchLimits } from './refused-changes.ts';
import { PATCH_LIMITS } from './refused-changes.ts';
import { gitText } from './run.ts';
import type { Workshop } from './workshop.ts';

const LINES = Array.from({ length: 20 }, (_, at) => `ligne ${at}`);

describe('a patch on the wiki', () => {
  let wiki: Repository;
  let base: string;
  let workshop: Workshop;
  beforeAll(async () => {
    wiki = await repository({ 'index.md': '# Accueil\n', 'long.md': `${LINES.join('\n')}\n` });
    base = await wiki.head();
    workshop = await workshopOf(wiki.path);
  });

  const patch = (diff: string): CommitPatch => ({
    diff: Buffer.from(diff),
    strip: 1,
    authorName: 'Ada',
    authorEmail: 'ada@example.org',
    date: '@1700000000 +0000',
    message: 'Titre\n',
  });

  const apply = (diff: string, limits: Partial<PatchLimits> = {}): Promise<ApplyResult> =>
    applySeries(workshop, base, [patch(diff)], {
      committer: COMMITTER,
      limits: { ...PATCH_LIMITS, ...limits },
    });

  const added = (path: string, { mode = '100644', text = 'x' } = {}) =>
    `diff --git a/${path} b/${path}\nnew file mode ${mode}\n--- /dev/null\n+++ b/${path}\n@@ -0,0 +1 @@\n+${text}\n`;

  test.each([
    ['../hors.md', 'path'],
    ['/etc/passwd', 'path'],
    ['a/../../hors.md', 'path'],
    ['.git/config', 'git-file'],
    ['.GIT/config', 'git-file'],
    ['docs/.git/hooks/post-checkout', 'git-file'],
    ['.gitmodules', 'git-file'],
    ['.gitattributes', 'git-file'],
    ['docs/.gitattributes', 'git-file'],
    ['.g\u200cit/config', 'git-file'],
    ['git~1/config', 'git-file'],
    ['.github/workflows/x.yml', 'git-file'],
  ])('that makes %s is refused', async (path, reason) => {
    expect(await apply(added(path))).toMatchObject({ kind: 'refused', reason });
  });

  test.each([
    ['120000', 'symlink'],
    ['160000', 'submodule'],
    ['100755', 'executable'],
  ])('that makes a file of mode %s is refused', async (mode, reason) => {
    const text = mode === '160000' ? `Subproject commit ${'1'.repeat(40)}` : 'x';
    expect(await apply(added('special', { mode, text }))).toMatchObject({ kind: 'refused', reason });
  });

  test('that is binary is refused unless it may be', async () => {
    await wiki.commit('Picture', { 'i.png': Buffer.from([0, 1, 2]) }, { branch: 'picture', from: base });
    const binary = `${await gitText(wiki.path, ['diff', '--binary', base, 'picture'])}\n\n`;
    expect(await apply(binary)).toMatchObject({ kind: 'refused', reason: 'binary' });
    expect(await apply(binary, { binary: true })).toMatchObject({ kind: 'applied' });
  });

  test('that is larger than a wiki wants is refused', async () => {
    const many = Array.from({ length: 2_000 }, (_, at) => added(`f/${at}.md`)).join('');
    expect(await apply(many)).toMatchObject({ kind: 'refused', reason: 'too-many-files' });
    expect(await apply(added('large.md', { text: 'x'.repeat(6_000_000) }))).toMatchObject({
      kind: 'refused',
      reason: 'too-large',
    });
  });

  test.each(['été.md', 'a b.md', "l'état.md"])('that makes %s is applied', async (path) => {
    const result = await apply(added(path));
    expect(result).toMatchObject({ kind: 'applied', commits: [{ changes: [{ path }] }] });
  });

  test('whose names are quoted is read as git writes it', async () => {
    const quoted = added('"b/x').replace(
      /[ab]\/"b\/x/g,
      (name) => `"${name.replace('"b/x', 'caf\\303\\251.md')}"`,
    );
    expect(await apply(quoted)).toMatchObject({
      kind: 'applied',
      commits: [{ changes: [{ path: 'café.md' }] }],
    });
  });

  test.each([
    ['an empty one', '', 'empty'],
    ['one cut in the middle', added('a.md').slice(0, -4), 'corrupt'],
  ])('%s is told apart from one that conflicts', async (_, diff, reason) => {
    expect(await apply(diff)).toMatchObject({ kind: 'invalid', reason });
  });

  const changed = (line: number, to: string) => {
    const context = (at: number) => ` ${LINES[at]}`;
    return `diff --git a/long.md b/long.md\n--- a/long.md\n+++ b/long.md\n@@ -${line},3 +${line},3 @@\n${context(line - 1)}\n-${LINES[line]}\n+${to}\n${context(line + 1)}\n`;
  };

  test('what it changes already is told', async () => {
    await wiki.commit(
      'Done',
      { 'long.md': `${LINES.with(5, 'cinq').join('\n')}\n` },
      { branch: 'done', from: base },
    );
    const done = await gitText(wiki.path, ['rev-parse', 'done']);
    const result = await applySeries(workshop, done, [patch(changed(5, 'cinq'))], { committer: COMMITTER });
    expect(result).toMatchObject({ kind: 'already' });
  });

  test('of a series, all apply or none, and it is told which does not', async () => {
    const result = await applySeries(workshop, base, [patch(changed(5, 'cinq')), patch(changed(5, 'six'))], {
      committer: COMMITTER,
    });
    expect(result).toMatchObject({ kind: 'conflict', patch: 1, faults: [{ path: 'long.md' }] });
  });

  test('nothing of what is tried is in the wiki’s own repository', async () => {
    const result = await apply(added('tried.md'));
    const commit = result.kind === 'applied' ? result.commits[0]?.commit : undefined;
    await expect(gitText(wiki.path, ['cat-file', '-t', commit ?? ''])).rejects.toThrow();
  });
});
