import { z } from 'zod';
import { foldAddress } from '../../mail/mail-address.ts';
import { isAtLeast, wholeRole } from '../../members/roles.ts';
import { auditTrail } from '../../store/members.ts';
import { trailEntry } from '../members/trail-entry.ts';
import { readCursor } from './cursor.ts';
import { operation } from './operation.ts';
import { nextAddress } from './paging.ts';
import { cursor, instant, limit, text } from './parameters.ts';
import { problemAnswer } from './problem.ts';
import { dateTime, next, string } from './values.ts';

const LAST = 2 ** 31 - 1;

export const trail = z.object({
  items: z.array(
    z.object({
      id: z.int(),
      at: dateTime('When it was done'),
      who: string('ada@office.example').describe(
        'Who did it: an address, or a made-up name once it is erased.',
      ),
      what: string('push'),
      about: string('').describe('To whom, or to which proposal.'),
      detail: string('4c1f7d0a9b3e..88ab12cd34ef'),
    }),
  ),
  next,
});

const lister = { id: 'listTrail', path: '/trail' };

/** `/trail`: what members did, for administrators, the newest first. */
export const listTrail = operation({
  ...lister,
  scope: 'api:read',
  query: z.object({
    person: text(254).optional(),
    what: text(50).optional(),
    since: instant,
    until: instant,
    limit: limit(100, 1_000),
    cursor,
  }),
  answer: trail,
  async respond(call) {
    const { context, query, caller } = call;
    if (!isAtLeast(wholeRole(caller.held), 'administrator'))
      return problemAnswer(403, { detail: 'The trail is for administrators.' });
    const seconds = (time: string) => Math.floor(Date.parse(time) / 1000);
    const found = await auditTrail(context.wiki.database.reader, {
      ...(query.person !== undefined && { person: foldAddress(query.person) }),
      ...(query.what !== undefined && { what: query.what }),
      ...(query.since !== undefined && { since: seconds(query.since) }),
      ...(query.until !== undefined && { until: seconds(query.until) }),
      before: Number(readCursor<string>(lister.id, query.cursor, 'string') ?? LAST),
      limit: query.limit + 1,
    });
    const shown = found.slice(0, query.limit);
    const last = shown.at(-1);
    return {
      value: {
        items: shown.map(trailEntry),
        next: found.length > query.limit && last ? nextAddress(call, lister, String(last.id)) : null,
      },
    };
  },
});
