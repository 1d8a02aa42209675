import { expect, test } from 'vitest';
import { onEachEngine } from '../../test/support/engines.ts';
import { proposing } from '../../test/support/proposing.ts';
import { suggestedBy } from '../contributions/accept-wording.ts';
import { acceptedWordings, addAcceptedWording } from '../store/accepted-wordings.ts';
import { saveBlock } from '../store/blocks.ts';
import { addContributedPatch, contributorOf, nameOfContributor } from '../store/contributions.ts';
import { proposalNumbered, updateProposal } from '../store/proposals.ts';
import { seeProposal } from '../store/seen-proposals.ts';
import { erasePerson, ownData } from './own-data.ts';

const ADA = 'ada@example.org';
const BOB = 'bob@example.org';

onEachEngine('what is kept of somebody beside others’ proposals', (engine) => {
  test('is exported and erased, what is not theirs stays', async () => {
    const { database, list, clone, receive } = await proposing(
      { 'index.md': '# Accueil\n' },
      { place: await engine.place() },
    );
    const made = await clone();
    await made.commit('Mieux', { 'index.md': '# Accueil\n\nMieux.\n' });
    await receive(...(await made.mails()));
    const proposal = await proposalNumbered(database.reader, 1);
    const wording = { hash: 'h', list, message_id: 'w@x', place: 0 };
    await database.write(async (writer) => {
      for (const folded of [ADA, BOB])
        await seeProposal(writer, { folded, proposal: 1, revision: proposal?.revision ?? 0, seen_at: 1 });
      await addContributedPatch(writer, { list, message_id: 'a@x', name: 'Ada', address: 'Ada@Example.org' });
      await addContributedPatch(writer, { list, message_id: 'b@x', name: 'Bob', address: BOB });
      await addAcceptedWording(writer, { ...wording, name: 'Ada', address: ADA });
      await addAcceptedWording(writer, { ...wording, place: 1, name: 'Bob', address: BOB });
      await updateProposal(writer, 1, { state: 'approved', decided_by: 'Ada@example.org' });
      await saveBlock(writer, {
        ...{
          id: 'x',
          kind: 'address',
          pattern: ADA,
          reason: 'Spam',
          added_by: BOB,
          added_at: 1,
          until: null,
        },
      });
    });
    expect(await ownData(database.reader, ADA)).toMatchObject({
      seenProposals: [{ proposal: 1 }],
      contributedPatches: [{ message_id: 'a@x', name: 'Ada' }],
      acceptedWordings: [{ message_id: 'w@x', place: 0 }],
      decisions: [{ number: 1, state: 'approved' }],
    });
    await database.write((writer) => erasePerson(writer, { folded: ADA, knowsLast: false }, 2));
    const { trail: _, ...left } = await ownData(database.reader, ADA);
    expect(Object.values(left).flat()).toEqual([]);
    expect(await proposalNumbered(database.reader, 1)).toMatchObject({ state: 'approved', decided_by: '' });
    expect(await contributorOf(database.reader, list, 'a@x')).toMatchObject({ name: '', address: '' });
    expect(await nameOfContributor(database.reader, BOB)).toBe('Bob');
    expect(await acceptedWordings(database.reader, 'h')).toHaveLength(2);
    const change = { hash: 'h', folded: 'autre@example.org' } as Parameters<typeof suggestedBy>[1];
    expect(await suggestedBy(database.reader, change)).toEqual([`Suggested-by: Bob <${BOB}>`]);
    expect(await database.reader.selectFrom('block').select('pattern').execute()).toEqual([{ pattern: ADA }]);
  });
});
