import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { proposalNumbered } from '../../src/store/proposals.ts';
import { revisionById } from '../../src/store/revisions.ts';
import { type Desk, desk, isThere } from '../support/desk.ts';
import { git, type Repository, repository } from '../support/git.ts';
import { LIST_FILES, type ServedList, servedList } from '../support/mail.ts';
import { appleMail, type MailClient, outlookText } from '../support/mail-clients.ts';
import { cloneOf } from '../support/proposing.ts';

const LINES = Array.from({ length: 20 }, (_, at) => `Ligne ${at}, « été ».`);
const LONG = `Une ligne ${'très '.repeat(300)}longue.`;

interface Place {
  readonly site: ServedList;
  readonly at: Desk;
  readonly ids: readonly string[];
}

/** A site to whose list a series of three came, and a clone of its wiki at somebody’s desk. */
async function place(client: MailClient, ...options: readonly string[]): Promise<Place> {
  const wiki = await repository({
    ...LIST_FILES,
    'long.md': `${LINES.join('\n')}\n`,
    'ancien.md': 'Rien.\n',
  });
  const site = await servedList({}, wiki, { proposals: true });
  const at = await deskAt(site, wiki);
  const clone = await cloneOf(wiki.path);
  await clone.commit('Réécrire : « tout »', { 'long.md': `${LINES.with(2, LONG).join('\n')}\nFin` });
  await mkdir(join(clone.folder, 'guides'));
  await rename(join(clone.folder, 'long.md'), join(clone.folder, 'guides/été.md'));
  await rm(join(clone.folder, 'ancien.md'));
  await clone.commit('Déplacer', { 'neuf.md': '# Neuf\n\n* un\n\t* deux\n' });
  await writeFile(join(clone.folder, 'guides/été.md'), `${LINES.with(2, LONG).join('\n')}\n`);
  await clone.commit('Finir', { 'vide.md': '' });
  const mails = (await clone.mails('--cover-letter', ...options)).map(client);
  await site.receive('contributions', mails);
  return { site, at, ids: mails.map((mail) => /^Message-I[dD]: <(.+)>$/m.exec(String(mail))?.[1] ?? '') };
}

async function deskAt(site: ServedList, wiki: Repository): Promise<Desk> {
  const at = await desk(site);
  await at.run('git', 'clone', '--quiet', wiki.path, '.');
  return at;
}

const TOLD = ['--format=%T|%an|%ae|%ad|%s', '--date=raw'];

/** The commits made at the desk are as many, and those that the proposal would become. */
async function expectProposed({ wiki, proposals }: ServedList, { run }: Desk, count: number): Promise<void> {
  const proposal = await proposalNumbered(wiki.database.reader, 1);
  const revision = proposal && (await revisionById(wiki.database.reader, proposal.revision));
  expect(revision).toMatchObject({ verdict: 'applies' });
  const folder = (await proposals?.workshop()) ?? '';
  const proposed = await git(folder, ['log', ...TOLD, `${revision?.base}..${revision?.tip}`]);
  const made = (await run('git', 'log', ...TOLD, 'origin/main..HEAD')).trim();
  expect(made.split('\n')).toHaveLength(count);
  expect(made).toBe(proposed);
}

const asGitWrites: MailClient = (mail) => mail;

describe.skipIf(!isThere('b4'))('of a series on the list, b4 makes the commits of its proposal,', () => {
  test.each([
    ['as git writes it', asGitWrites],
    ['in quoted-printable', appleMail],
    ['in base64', outlookText],
  ] as const)('with `b4 am` and `git am`, %s', async (_, client) => {
    const { site, at, ids } = await place(client);
    await using _site = site;
    await at.run('b4', 'am', '-o', at.home, '-n', 'ready', ids[0] as string);
    await at.run('git', 'am', '--quiet', join(at.home, 'ready.mbx'));
    await expectProposed(site, at, 3);
  });

  test('with `b4 shazam`, from the id of one of its patches', async () => {
    const { site, at, ids } = await place(asGitWrites);
    await using _ = site;
    await at.run('b4', 'shazam', ids[2] as string);
    await expectProposed(site, at, 3);
  });

  test('with `b4 shazam`, of its newest version', async () => {
    const { site, at, ids } = await place(asGitWrites, '--thread=deep');
    await using _ = site;
    const clone = await cloneOf(site.wiki.source.gitDir);
    await clone.commit('Réécrire : « tout »', { 'long.md': `${LINES.with(2, 'Deux.').join('\n')}\n` });
    await clone.commit('Déplacer', { 'neuf.md': '# Tout neuf\n' });
    await site.receive('contributions', await clone.mails('-v2', `--in-reply-to=<${ids[0]}>`));
    await at.run('b4', 'shazam', ids[0] as string);
    await expectProposed(site, at, 2);
  });
});
