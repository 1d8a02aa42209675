import { z } from 'zod';
import type { SoftwareEventTable } from '../../../store/software-tables.ts';
import { type Context, ownAddress } from '../../context.ts';
import { rfc3339 } from '../../rfc3339.ts';
import { dateTime, string, url } from '../values.ts';

/** A version of the table: the commit that made it. */
export const tableVersion = {
  commit: string('4f0c1d0b6c1f4d1b9c39a1d2e7d8a5b4c3f2e1d0'),
  author: string('Camille Exemple').describe('The name of its author.'),
  subject: string('Liste de mai').describe('The first line of its message.'),
  authoredAt: dateTime('When it was written'),
  commitUrl: url('All that it did, for people.', '/-/commit/4f0c1d0b6c1f4d1b9c39a1d2e7d8a5b4c3f2e1d0'),
};

/** What a version did to a row. */
export const rowChange = {
  kind: z.enum(['added', 'removed', 'changed']),
  field: string('critical').nullable().describe('What changed of a row that was there and stays.'),
  before: string('Oui').nullable().describe('Its cell before.'),
  after: string('Non').nullable().describe('Its cell since.'),
};

export function versionOf({ site, origin }: Context, event: SoftwareEventTable) {
  return {
    commit: event.commit_id,
    author: event.author,
    subject: event.subject,
    authoredAt: rfc3339(event.at),
    commitUrl: origin + ownAddress(site, `/-/commit/${event.commit_id}`, site.defaultLanguage),
  };
}

export function changeOf({ kind, field, before, after }: SoftwareEventTable) {
  return kind === 'changed'
    ? { kind, field, before, after }
    : { kind, field: null, before: null, after: null };
}
