import { describe, expect, test } from 'vitest';
import { readPatchSubject } from './patch/patch-subject.ts';
import { type Arrived, type KnownSeries, placeOf, proposalOf, seriesOf, stemOf, totalOf } from './series.ts';

const arrived = (subject: string, more: Partial<Arrived> = {}): Arrived => ({
  messageId: '20260312100000.12345-1-ada@office.example',
  thread: 1,
  folded: 'ada@office.example',
  receivedAt: 1_000_000,
  prefix: readPatchSubject(subject) as NonNullable<ReturnType<typeof readPatchSubject>>,
  ...more,
});

let numbered = 0;

/** A series of which one mail came. */
const series = (subject: string, more: Partial<Arrived> & Partial<KnownSeries> = {}): KnownSeries => {
  const { prefix, messageId, thread, folded, receivedAt } = arrived(subject, more);
  numbered++;
  return {
    id: numbered,
    proposal: numbered,
    version: prefix.version,
    total: totalOf(prefix),
    name: prefix.name,
    thread,
    stem: stemOf(messageId),
    folded,
    first_at: receivedAt,
    places: new Set([placeOf(prefix)]),
    titles: [prefix.title],
    isOpen: true,
    ...more,
  };
};

describe('a mail is part of a series', () => {
  test('of its thread', () => {
    const first = series('[PATCH wiki 1/2] One');
    expect(seriesOf(arrived('[PATCH wiki 2/2] Two', { messageId: 'other@x' }), [first])).toBe(first);
  });

  test('of the same sending, without a thread', () => {
    const first = series('[PATCH 1/2] One', { thread: 1 });
    const second = arrived('[PATCH 2/2] Two', {
      thread: 2,
      messageId: '20260312100000.12345-2-ada@office.example',
    });
    expect(seriesOf(second, [first])).toBe(first);
  });

  test('that came within the hour, when nothing else tells', () => {
    const first = series('[PATCH 1/2] One', { thread: 1, messageId: 'a@x' });
    const second = (receivedAt: number) =>
      arrived('[PATCH 2/2] Two', { thread: 2, messageId: 'b@x', receivedAt });
    expect(seriesOf(second(1_000_060), [first])).toBe(first);
    expect(seriesOf(second(1_010_000), [first])).toBeUndefined();
  });

  test('of its own sending, where two of the same length are interleaved in a thread', () => {
    const one = series('[PATCH 1/2] One', { messageId: '2026.1-1-ada@x' });
    const other = series('[PATCH 1/2] Other', { messageId: '2026.2-1-ada@x' });
    expect(seriesOf(arrived('[PATCH 2/2] Its second', { messageId: '2026.2-2-ada@x' }), [one, other])).toBe(
      other,
    );
  });

  test.each([
    ['of another version', '[PATCH v2 2/2] Two', {}],
    ['of another length', '[PATCH 2/3] Two', {}],
    ['of another name', '[PATCH liste 2/2] Two', {}],
    ['from somebody else', '[PATCH 2/2] Two', { folded: 'bob@x.example' }],
    ['of a place that is taken', '[PATCH 1/2] One again', {}],
    ['that is a patch by itself', '[PATCH] Two', {}],
  ])('not one %s', (_, subject, more) => {
    expect(seriesOf(arrived(subject, more), [series('[PATCH 1/2] One')])).toBeUndefined();
  });

  test('its cover letter may come last', () => {
    const first = series('[PATCH 1/2] One');
    expect(seriesOf(arrived('[PATCH 0/2] Both'), [first])).toBe(first);
  });
});

describe('a series is another revision of a proposal', () => {
  test('in its thread, of a higher version, whatever its title', () => {
    const old = series('[PATCH] Fix a link');
    expect(proposalOf(arrived('[PATCH v2] Fix two links'), [old])).toBe(old.proposal);
  });

  test('in another thread, of a higher version and the same title', () => {
    const old = series('[PATCH] Fix a link', { thread: 1 });
    expect(proposalOf(arrived('[PATCH v2]  fix a LINK', { thread: 2 }), [old])).toBe(old.proposal);
    expect(proposalOf(arrived('[PATCH v2] Something else', { thread: 2 }), [old])).toBeUndefined();
  });

  test('sent again as it was', () => {
    const old = series('[PATCH] Fix a link');
    expect(proposalOf(arrived('[PATCH RESEND] Fix a link', { thread: 2 }), [old])).toBe(old.proposal);
  });

  test.each([
    ['of somebody else', { folded: 'bob@x.example' }],
    ['that is closed', { isOpen: false }],
  ])('not of one %s', (_, more) => {
    expect(
      proposalOf(arrived('[PATCH v2] Fix a link'), [series('[PATCH] Fix a link', more)]),
    ).toBeUndefined();
  });

  test('not of one of the same thread, of the same version and another title', () => {
    expect(proposalOf(arrived('[PATCH] Fix the rest'), [series('[PATCH] Fix a link')])).toBeUndefined();
  });
});

test.each([
  ['20260312100000.12345-2-ada@office.example', '20260312100000.12345-ada@office.example'],
  ['cover.1700000000.git.ada@office.example', '1700000000.git.ada@office.example'],
  [`${'ab'.repeat(20)}.1700000000.git.ada@office.example`, '1700000000.git.ada@office.example'],
  ['20260312-links-v1-2-0123456789ab@office.example', '20260312-links-v1@office.example'],
  ['anything@office.example', 'anything@office.example'],
])('%s is of the series %s', (messageId, stem) => {
  expect(stemOf(messageId)).toBe(stem);
});
