import { describe, expect, test } from 'vitest';
import { decidersAmong } from '../../src/members/deciders.ts';
import { decideWith } from '../../src/proposals/decide.ts';
import type { DecidersAmong } from '../../src/proposals/deciders.ts';
import { proposalNumbered } from '../../src/store/proposals.ts';
import { contributing } from '../support/contributing.ts';
import { git } from '../support/git.ts';
import { signIn } from '../support/members.ts';
import { cloneOf, proposing } from '../support/proposing.ts';
import { cloneWith, memberWithToken } from '../support/pushing.ts';

const FAQ = 'guides/faq.md';

describe('a push and a proposal that is applied at the same time', () => {
  test('the proposal wins: who pushes is told to pull, and nothing of either is lost', async () => {
    await using site = await contributing();
    const reviewer = await cloneOf(site.repository.path);
    await reviewer.commit('Proposé', { 'propose.md': '# Proposé\n' });
    await site.receive('contributions', await reviewer.mails());
    const press = await signIn(site, 'camille@office.example');
    const clone = await cloneWith(site, await memberWithToken(site, 'ada@example.org', 'committer'));
    await clone.commit(FAQ, '# Questions\n\nPoussé.\n');
    const { checkChange } = site.wiki;
    // What is pushed is being looked at.
    site.wiki.checkChange = async (...asked) => {
      site.wiki.checkChange = checkChange;
      const page = await site.get('/-/proposals/1');
      expect(page.status).toBe(200);
      const seen = await site.wiki.database.reader.selectFrom('revision').select('tip').executeTakeFirst();
      await press('/-/proposals/1/review', { decision: 'apply', seen: seen?.tip ?? '' });
      await site.proposals?.settled();
      return await checkChange.apply(site.wiki, asked);
    };
    const told = await clone.push('origin', 'HEAD:main');
    expect(told.status).not.toBe(0);
    expect(told.stderr).toContain('pull first');
    expect(await proposalNumbered(site.wiki.database.reader, 1)).toMatchObject({ state: 'applied' });
    await clone.fetch();
    await git(clone.folder, ['rebase', '--quiet', 'origin/main']);
    expect(await clone.push('origin', 'HEAD:main')).toMatchObject({ status: 0 });
    const names = await site.repository.git(['ls-tree', '-r', '--name-only', 'main']);
    expect(names.split('\n')).toEqual(expect.arrayContaining(['propose.md', FAQ]));
    expect(await site.repository.git(['show', `main:${FAQ}`])).toContain('Poussé.');
  });

  test.each([
    ['elsewhere: the proposal is applied on top of it', { 'autre.md': '# Poussé\n' }, 'applied'],
    ['at the same place: who decides is asked again', { [FAQ]: '# Questions\n\nPoussé.\n' }, 'proposed'],
  ])('the push wins, %s', async (_, files, state) => {
    let moved = false;
    let place: Awaited<ReturnType<typeof proposing>> | undefined;
    const among: DecidersAmong = (lists) => ({
      ...decidersAmong(lists),
      // Asked last between what was made and the branch.
      async may(reader, ...asked) {
        if (!moved && (await proposalNumbered(reader, 1))?.asked !== '') {
          moved = true;
          await place?.wiki.commit('Poussé', files);
        }
        return await decidersAmong(lists).may(reader, ...asked);
      },
    });
    place = await proposing({ [FAQ]: '# Questions\n\nUn.\n' }, { deciders: among });
    const clone = await place.clone();
    await clone.commit('Proposé', { [FAQ]: '# Questions\n\nProposé.\n' });
    await place.receive(...(await clone.mails()));
    const [notice] = (await place.sent()).filter(({ to }) => to === 'mona@office.example');
    const token = /\/decide\/([a-z2-7]+)/.exec(notice?.text ?? '')?.[1] ?? '';
    const { deciders, database, worker, wiki } = place;
    await database.write((writer) => decideWith(writer, token, { kind: 'apply', because: '' }, deciders));
    await worker.settled();
    expect(moved).toBe(true);
    expect(await proposalNumbered(database.reader, 1)).toMatchObject({ state, asked: '' });
    const subjects = await wiki.git(['log', '--format=%s', 'main']);
    expect(subjects).toContain('Poussé');
    expect(subjects.includes('Proposé')).toBe(state === 'applied');
    if (state === 'proposed')
      expect((await place.sent()).some(({ text }) => text.includes('n’est pas appliquée'))).toBe(true);
  });
});
