import { describe, expect, test } from 'vitest';
import { onEachEngine } from '../../test/support/engines.ts';
import { type Proposing, proposing } from '../../test/support/proposing.ts';
import { decideWith } from '../proposals/decide.ts';
import type { DecidersAmong } from '../proposals/deciders.ts';
import type { DecisionKind } from '../proposals/words.ts';
import type { Database } from '../store/database.ts';
import type { Role } from '../store/member-tables.ts';
import { removeMember, saveGrant } from '../store/members.ts';
import { proposalNumbered } from '../store/proposals.ts';
import { revisionById } from '../store/revisions.ts';
import { decidersAmong } from './deciders.ts';
import { keptScope, type Scope, WHOLE_WIKI } from './scope.ts';

const LISTED = 'lise@example.org';

async function grant(
  { database }: Pick<Proposing, 'database'>,
  address: string,
  scope: Partial<Scope> = {},
  { role = 'maintainer', until = null }: { readonly role?: Role; readonly until?: number | null } = {},
): Promise<void> {
  const kept = keptScope({ ...WHOLE_WIKI, ...scope });
  const times = { granted_by: 'op', granted_at: 0, used_at: null, told_at: null };
  await database.write((writer) =>
    saveGrant(writer, { id: address, folded: address, address, name: '', role, until, ...kept, ...times }),
  );
}

/** Has a patch of `guides/faq.md` come; gives the link to decide that each was mailed. */
async function patchCame(place: Proposing): Promise<ReadonlyMap<string, string>> {
  const clone = await place.clone();
  await clone.commit('Mieux', { 'guides/faq.md': '# Questions\n\nMieux.\n' });
  await place.receive(...(await clone.mails()));
  return new Map(
    (await place.sent()).flatMap(({ to, text }) => {
      const token = /\/decide\/([a-z2-7]+)/.exec(text)?.[1];
      return token === undefined ? [] : [[to, token]];
    }),
  );
}

async function decide(place: Proposing, token: string | undefined, kind: DecisionKind) {
  const proposal = await proposalNumbered(place.database.reader, 1);
  const seen = (proposal && (await revisionById(place.database.reader, proposal.revision)))?.tip ?? null;
  return await place.database.write((writer) =>
    decideWith(writer, token ?? '', { kind, because: '', seen }, place.deciders),
  );
}

const revoke = ({ database }: { readonly database: Database }, address: string) =>
  database.write((writer) => removeMember(writer, address));

const FILES = { 'guides/faq.md': '# Questions\n\nUn.\n' };

describe('a proposal that comes is told', () => {
  test('to who keeps its list, and to maintainers of the wiki, of the list, and of all its paths', async () => {
    const place = await proposing(FILES);
    await grant(place, 'wiki@example.org');
    await grant(place, 'root@example.org', {}, { role: 'administrator' });
    await grant(place, LISTED, { lists: ['contributions'] });
    await grant(place, 'paths@example.org', { paths: ['guides/**'] });
    await grant(place, 'mona@office.example');
    await grant(place, 'other-list@example.org', { lists: ['annonces'] });
    await grant(place, 'other-paths@example.org', { paths: ['pocos/**'] });
    await grant(place, 'committer@example.org', {}, { role: 'committer' });
    await grant(place, 'former@example.org', {}, { until: 1 });
    expect([...(await patchCame(place)).keys()].toSorted()).toEqual([
      LISTED,
      'mona@office.example',
      'paths@example.org',
      'root@example.org',
      'wiki@example.org',
    ]);
  });
});

onEachEngine('a role that is taken back in the middle', (engine) => {
  const withMaintainer = async (deciders: DecidersAmong = decidersAmong) => {
    const place = await proposing(FILES, { place: await engine.place(), deciders });
    await grant(place, LISTED, { lists: ['contributions'] });
    return { place, token: (await patchCame(place)).get(LISTED) };
  };

  test('makes their link decide of nothing', async () => {
    const { place, token } = await withMaintainer();
    await revoke(place, LISTED);
    expect(await decide(place, token, 'reject')).toBe('refused');
    expect(await proposalNumbered(place.database.reader, 1)).toMatchObject({ state: 'proposed', asked: '' });
  });

  test.each(['apply', 'approve', 'reject'] as const)(
    'once they decided to %s, before that is carried out: nothing is done, and they are told',
    async (kind) => {
      const { place, token } = await withMaintainer();
      const head = await place.wiki.head();
      expect(await decide(place, token, kind)).toBe('taken');
      await revoke(place, LISTED);
      await place.worker.settled();
      await expectNothingDone(place, head);
    },
  );

  test('while the commits are made: the branch does not move', async () => {
    const among: DecidersAmong = (lists) => {
      const known = decidersAmong(lists);
      return {
        ...known,
        async may(reader, address, proposal) {
          const isDeciding = (await proposalNumbered(reader, 1))?.asked === '';
          // The worker asks in the transaction before the branch moves: another process was first.
          if (!isDeciding) await reader.deleteFrom('access_grant').where('folded', '=', address).execute();
          return await known.may(reader, address, proposal);
        },
      };
    };
    const { place, token } = await withMaintainer(among);
    const head = await place.wiki.head();
    expect(await decide(place, token, 'apply')).toBe('taken');
    await place.worker.settled();
    await expectNothingDone(place, head);
  });

  async function expectNothingDone(place: Proposing, head: string): Promise<void> {
    expect(await place.wiki.head()).toBe(head);
    expect(await proposalNumbered(place.database.reader, 1)).toMatchObject({
      ...{ state: 'proposed', asked: '', decided_by: '', applied: null },
    });
    expect(await place.posted()).toEqual([]);
    const told = (await place.sent()).filter(({ to }) => to === LISTED);
    expect(told.some(({ text }) => text.includes('cette décision n’a pas eu lieu'))).toBe(true);
  }
});
