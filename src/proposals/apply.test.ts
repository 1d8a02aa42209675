import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { git } from '../../test/support/git.ts';
import { amOf, toldBy } from '../../test/support/git-am.ts';
import { type Clone, type Proposing, proposing } from '../../test/support/proposing.ts';
import { tokenHash } from '../mail/tokens.ts';
import { proposalToken } from '../store/proposal-tokens.ts';
import { askDecision, proposalNumbered } from '../store/proposals.ts';
import { revisionById } from '../store/revisions.ts';
import { type Asked, decideWith } from './decide.ts';

const PAGE = Array.from({ length: 40 }, (_, at) => `Ligne ${at}, « été ».`);
const FILES = {
  'index.md': '# Accueil\n\nBienvenue.\n',
  'guides/long.md': `${PAGE.join('\n')}\n`,
  'guides/à-part.md': 'Une page.\nSans fin',
  'ancien.md': 'Rien.\n',
};

const ZOE = 'Zoé Exemple <zoe@office.example>';

/** Commits what a folder holds, as its author wrote it at some time. */
async function commit({ folder }: Clone, message: string, author: string, date: string): Promise<void> {
  await git(folder, ['add', '--all']);
  await git(folder, ['commit', '--quiet', `--author=${author}`, `--date=${date}`, '--file=-'], message);
}

/** Three commits of two people: with all that git writes in a diff, and that subjects and messages have. */
async function series(clone: Clone): Promise<void> {
  const { folder } = clone;
  const write = (path: string, text: string) => writeFile(join(folder, path), text);
  await write('index.md', '# Accueil\n\nBienvenue à toutes et à tous.\n');
  await write('guides/long.md', `${PAGE.with(3, 'Trois.').with(30, 'Trente.').join('\n')}\n`);
  await commit(
    clone,
    'Réécrire l’accueil [2026] : « tout » ce que dit un titre bien trop long pour tenir sur une seule ligne\n\nParce que :\n\n - une raison ;\n   suite\n\nCc: Bob <bob@office.example>\n',
    'Ada Exemple <ada@example.org>',
    '2026-03-10T09:00:00+0100',
  );
  await mkdir(join(folder, 'déplacé'));
  await rename(join(folder, 'guides/long.md'), join(folder, 'déplacé/court.md'));
  await write('déplacé/court.md', `${PAGE.with(3, 'Trois.').with(30, '30').join('\n')}\n`);
  await rm(join(folder, 'ancien.md'));
  await write('vide.md', '');
  await commit(clone, 'Déplacer', ZOE, '2026-01-05T23:59:59+0530');
  await write('guides/à-part.md', 'Une page.\nAvec une fin\n');
  await write('un nom.md', 'Pas de fin');
  await commit(clone, 'Finir\n\nFrom: rien\n', ZOE, '2026-01-06T00:00:00-0800');
}

const MODERATOR = 'mona@office.example';

async function current({ database }: Proposing) {
  const proposal = await proposalNumbered(database.reader, 1);
  const revision = proposal && (await revisionById(database.reader, proposal.revision));
  if (!proposal || !revision) throw new Error('There is no proposal.');
  return { proposal, revision };
}

async function token(place: Proposing): Promise<string> {
  const given = (await place.sent()).flatMap(({ text }) => /\/decide\/([a-z2-7]+)/.exec(text)?.[1] ?? []);
  const known = await Promise.all(given.map((one) => proposalToken(place.database.reader, tokenHash(one))));
  return given.find((_, at) => known[at]) ?? '';
}

/** Has it approved, then applied. */
async function approveAndApply(place: Proposing): Promise<void> {
  const given = await token(place);
  await place.database.write((writer) =>
    decideWith(writer, given, { kind: 'approve', because: '' }, place.deciders),
  );
  await place.worker.settled();
  const { revision } = await current(place);
  const asked: Asked = {
    kind: 'apply',
    by: MODERATOR,
    because: '',
    seen: revision.tip,
    revision: revision.id,
  };
  await place.database.write((writer) => askDecision(writer, 1, JSON.stringify(asked)));
  await place.worker.settled();
}

/** What each of some commits says and holds, without what those who apply add to it. */
async function told(folder: string, range: string): Promise<string[]> {
  const commits = (await git(folder, ['rev-list', '--reverse', range])).split('\n');
  return await Promise.all(
    commits.map(async (one) =>
      (await toldBy(folder, one)).replace(/^(?:Reviewed-by|Link): .*\n?/gm, '').trimEnd(),
    ),
  );
}

async function expectSameAsAm(
  options: readonly string[],
  config: readonly string[] = [],
  am: readonly string[] = [],
) {
  const place = await proposing(FILES);
  const clone = await place.clone();
  for (const one of config) {
    const [name = '', value = ''] = one.split('=');
    await git(clone.folder, ['config', name, value]);
  }
  await series(clone);
  const mails = await clone.mails(...options);
  const base = await place.wiki.head();
  await place.receive(...mails);
  await approveAndApply(place);
  const { proposal, revision } = await current(place);
  expect({ ...proposal, trial: revision.trial }).toMatchObject({ state: 'applied' });
  const theirs = await amOf(place.wiki.path, base, mails.slice(-3), am);
  expect(await told(place.wiki.path, `${base}..main`)).toEqual(await told(theirs.folder, `${base}..HEAD`));
  const last = await git(place.wiki.path, ['log', '-1', '--format=%ce|%(trailers)', 'main']);
  expect(last).toMatch(
    /^mona@office\.example\|[\s\S]*\nReviewed-by: mona <mona@office\.example>\nLink: https:.*\n$/,
  );
}

test.each([
  [[]],
  [['--cover-letter']],
  [['--cover-letter', '-v2', '--range-diff=origin/main']],
  [['--attach']],
  [['--inline']],
  [['-M10%']],
  [['--no-renames']],
  [['-C', '--find-copies-harder']],
  [['-B']],
  [['-U1']],
  [['--function-context', '--patience']],
  [['--full-index']],
  [['--base=auto']],
  [['--signoff']],
  [['--no-stat']],
  [['--stat', '--summary', '--dirstat']],
  [['--zero-commit', '--no-signature']],
  [['--encode-email-headers']],
  [['--no-encode-email-headers']],
  [['--force-in-body-from']],
  [['--rfc', '--no-thread']],
  [['--thread=deep', '--numbered']],
  [['--subject-prefix=PATCH logiciels-libres']],
  [['--add-header=X-Test: é', '--to=contributions@lists.example', '--cc=Zoé <zoe@office.example>']],
  [['--src-prefix=avant/', '--dst-prefix=après/']],
  [['--ignore-if-in-upstream']],
] as readonly (readonly [readonly string[]])[])(
  'a series of git format-patch %j that is approved and applied is what `git am` makes of it',
  async (options) => {
    await expectSameAsAm(options);
  },
);

test('a series without prefixes is what `git am -p0` makes of it', async () => {
  await expectSameAsAm(['--no-prefix'], [], ['-p0']);
});

test.each([
  [['core.quotePath=false']],
  [['diff.mnemonicPrefix=true']],
  [['i18n.logOutputEncoding=ISO-8859-15']],
  [['diff.algorithm=histogram', 'diff.context=9', 'diff.renames=copies']],
  [['core.abbrev=40']],
] as const)('a series of who has set %j is what `git am` makes of it', async (config) => {
  await expectSameAsAm([], config);
});
