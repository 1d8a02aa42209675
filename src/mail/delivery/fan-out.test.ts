import { expect, test } from 'vitest';
import { message } from '../../../test/support/mailing.ts';
import { deliveriesOf } from './fan-out.ts';

const subscriber = (name: string, mode: 'each' | 'digest' | 'mine' = 'each') => ({
  id: name,
  address: `${name.toUpperCase()}@example.org`,
  folded: `${name}@example.org`,
  mode,
});

const sent = message(
  'From: ada@example.org\nTo: annonces@lists.example, Ben <BEN@example.org>\nCc: cam@example.org\nSubject: x\n\nx\n',
);

const told = (subscribers: Parameters<typeof deliveriesOf>[1], participants: readonly string[] = []) =>
  deliveriesOf({ message: sent, participants }, subscribers).map(({ recipient }) => recipient);

test('who was sent a message directly has it already', () => {
  expect(told([subscriber('ben'), subscriber('cam'), subscriber('dan')])).toEqual(['DAN@example.org']);
});

test('its writer gets a copy like everybody', () => {
  expect(told([subscriber('ada')])).toEqual(['ADA@example.org']);
});

test('who wants their threads only gets those they wrote in', () => {
  expect(told([subscriber('dan', 'mine'), subscriber('eve', 'mine')], ['Dan@example.org'])).toEqual([
    'DAN@example.org',
  ]);
});

test('who wants a digest gets no copy', () => {
  expect(told([subscriber('dan', 'digest')])).toEqual([]);
});
