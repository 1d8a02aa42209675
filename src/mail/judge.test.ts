import { describe, expect, test } from 'vitest';
import { readSettings } from '../config/settings.ts';
import { type Arriving, judge, judgeRecipient, type Place } from './judge.ts';
import { listsOf } from './list.ts';
import { parseMessage } from './mime/parse.ts';
import { REFUSALS } from './refusals.ts';

const settings = `
lists:
  ouverte: { address: ouverte@lists.example, maxMegabytes: 0.02 }
  cercle: { address: cercle@lists.example, post: subscribers, moderators: [camille@example.org] }
  fermee: { address: fermee@lists.example, post: subscribers, others: refused }
  annonces: { address: annonces@lists.example, post: moderators, moderators: [camille@example.org] }
  muette: { address: muette@lists.example, post: moderators, reply: moderators }
`;

const place: Place = {
  lists: listsOf(readSettings(settings).settings),
  isSubscribed: (list, folded) => Promise.resolve(list !== 'annonces' && folded === 'ada@example.org'),
  mayHold: (_, folded) => Promise.resolve(folded !== 'storm@example.net'),
  isBlocked: ({ addresses, client, texts }) =>
    Promise.resolve(
      addresses?.includes('spam@example.net') ||
        client === '192.0.2.7' ||
        texts?.some((text) => text.includes('casino')) === true,
    ),
  hasOne: (_, ids) => Promise.resolve(ids.includes('known@example.org')),
};

function arriving(to: string, header = '', body = 'Bonjour\n', more: Partial<Arriving> = {}): Arriving {
  const from = /^from:/im.test(header) ? '' : 'From: Ada <ada@example.org>\n';
  const raw = Buffer.from(`${from}Subject: Bonjour\nMessage-ID: <1@example.org>\n${header}\n${body}`);
  return {
    sender: 'ada@example.org',
    recipients: to.split(' ').map((local) => `${local}@lists.example`),
    message: parseMessage(raw),
    isVerified: false,
    isRejected: false,
    ...more,
  };
}

const refusalOf = async (one: Arriving) => {
  const judged = await judge(place, one);
  return 'refusal' in judged ? judged.refusal : undefined;
};

describe('a recipient', () => {
  test('that is no list is refused', () => {
    expect(judgeRecipient(place, 'autre@lists.example')).toBe(REFUSALS.unknown);
    expect(judgeRecipient(place, 'ouverte+autre@lists.example')).toBe(REFUSALS.unknown);
  });

  test('to whom nobody may write is refused at once', () => {
    expect(judgeRecipient(place, 'muette@lists.example')).toBe(REFUSALS.nobodyMayPost);
    expect(judgeRecipient(place, 'muette+subscribe@lists.example')).toBeUndefined();
  });
});

describe('who may write', () => {
  test('everyone, to an open list', async () => {
    expect(await judge(place, arriving('ouverte'))).toEqual({
      destinations: [{ kind: 'message', list: 'ouverte' }],
    });
  });

  test('a subscriber, where subscribers may', async () => {
    expect(await judge(place, arriving('cercle'))).toMatchObject({ destinations: [{ kind: 'message' }] });
  });

  test('nobody else: it waits for a moderator', async () => {
    expect(await judge(place, arriving('cercle', 'From: eve@example.net\n'))).toEqual({
      destinations: [{ kind: 'held', list: 'cercle', reason: 'not-subscribed' }],
    });
  });

  test('nobody else: it comes back later, when too many of theirs wait', async () => {
    expect(await refusalOf(arriving('cercle', 'From: storm@example.net\n'))).toBe(REFUSALS.tooManyHeld);
  });

  test('nobody else: it is refused, where the list says so', async () => {
    expect(await refusalOf(arriving('fermee', 'From: eve@example.net\n'))).toBe(REFUSALS.notSubscribed);
  });

  test('who answers a message of the list, as the list has it for answers', async () => {
    const answer = arriving('cercle', 'From: eve@example.net\nIn-Reply-To: <known@example.org>\n');
    expect(await judge(place, answer)).toMatchObject({ destinations: [{ kind: 'message' }] });
  });

  test('a moderator whose domain vouches for the mail; another waits', async () => {
    const mail = (isVerified: boolean) =>
      judge(place, arriving('annonces', 'From: camille@example.org\n', 'Bonjour\n', { isVerified }));
    expect(await mail(true)).toMatchObject({ destinations: [{ kind: 'message' }] });
    expect(await mail(false)).toMatchObject({ destinations: [{ kind: 'held', reason: 'unverified' }] });
  });
});

describe('what is refused', () => {
  const cases: readonly (readonly [string, Arriving, keyof typeof REFUSALS])[] = [
    ['an absence note', arriving('ouverte', 'Auto-Submitted: auto-replied\n'), 'automatic'],
    ['a bounce', arriving('ouverte', '', 'Bonjour\n', { sender: '' }), 'automatic'],
    ['what the list itself sent', arriving('ouverte', 'List-Id: Liste <ouverte.lists.example>\n'), 'loop'],
    ['what goes round', arriving('ouverte', 'Received: from a\n'.repeat(60)), 'loop'],
    ['HTML alone', arriving('ouverte', 'Content-Type: text/html\n', '<p>Bonjour'), 'noPlainText'],
    ['what says of nobody that it is from them', arriving('ouverte', 'From:\n'), 'noFrom'],
    ['two From fields', arriving('ouverte', 'From: a@example.org\nFrom: b@example.org\n'), 'severalFrom'],
    ['a From of two', arriving('ouverte', 'From: a@example.org, b@example.org\n'), 'severalFrom'],
    ['a header of 1 MB', arriving('ouverte', `X-A: ${'a '.repeat(600_000)}\n`), 'tooLarge'],
    ['what is too large', arriving('ouverte', '', 'x'.repeat(30_000)), 'tooLarge'],
    ['a header of 500 kB', arriving('cercle', `X-A: ${'a '.repeat(250_000)}\n`), 'headerTooLong'],
    ['what its domain disowns', arriving('ouverte', '', 'Bonjour\n', { isRejected: true }), 'spoofed'],
    [
      '10,000 parts',
      arriving('cercle', 'Content-Type: multipart/mixed; boundary=b\n', '--b\n\nx\n'.repeat(10_000)),
      'tooManyParts',
    ],
  ];
  test.each(cases)('%s', async (_, mail, refusal) => {
    expect(await refusalOf(mail)).toBe(REFUSALS[refusal]);
  });

  test('is refused for all its recipients', async () => {
    expect(await refusalOf(arriving('ouverte fermee', 'From: eve@example.net\n'))).toBe(
      REFUSALS.notSubscribed,
    );
  });
});

test('a message to a list by two of its addresses is for it once', async () => {
  const twice = { ...arriving('ouverte'), recipients: ['ouverte@lists.example', 'OUVERTE@lists.example'] };
  expect(await judge(place, twice)).toEqual({ destinations: [{ kind: 'message', list: 'ouverte' }] });
});

test('a bounce is taken at the address that was made for it, whatever it looks like', async () => {
  const bounce = arriving('ouverte+bounce-abc-def', 'From:\n', '', { sender: '' });
  expect(await judge(place, bounce)).toEqual({
    destinations: [{ kind: 'command', list: 'ouverte', command: 'bounce', argument: 'abc-def' }],
  });
});

describe('what is blocked', () => {
  test.each([
    ['by its From', arriving('ouverte', 'From: spam@example.net\n')],
    ['by its envelope', arriving('ouverte', '', 'Bonjour\n', { sender: 'spam@example.net' })],
    ['by where it comes from', arriving('ouverte', '', 'Bonjour\n', { remoteAddress: '192.0.2.7' })],
    ['by its words', arriving('ouverte', '', 'Le casino\n')],
    ['as a command', arriving('ouverte+subscribe', 'From: spam@example.net\n')],
  ])('is refused %s', async (_, one) => {
    expect(await refusalOf(one)).toBe(REFUSALS.blocked);
  });

  test('may still leave', async () => {
    expect(await refusalOf(arriving('ouverte+unsubscribe', 'From: spam@example.net\n'))).toBeUndefined();
  });
});
