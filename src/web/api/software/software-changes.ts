import { z } from 'zod';
import { eventsOfCommit, softwareCommits } from '../../../store/software-events.ts';
import type { SoftwareEventTable } from '../../../store/software-tables.ts';
import { readCursor } from '../cursor.ts';
import { operation } from '../operation.ts';
import { nextAddress } from '../paging.ts';
import { cursor, limit } from '../parameters.ts';
import { next } from '../values.ts';
import { noCatalogue } from './no-catalogue.ts';
import { changeOf, rowChange, tableVersion, versionOf } from './row-event.ts';
import { softwareNamed, softwareNamedAt } from './software-named.ts';

/** Of a version that did more, the answer says how much. */
const MAX_EVENTS = 300;

export const softwareChangeList = z.object({
  items: z.array(
    z.object({
      ...tableVersion,
      changeCount: z.int().describe('How much it did to the rows.'),
      changes: z
        .array(z.object({ ...rowChange, software: softwareNamed }))
        .describe(`That, the first ${MAX_EVENTS}.`),
    }),
  ),
  next,
});

const lister = { id: 'listSoftwareChanges', path: '/software/changes' };

/** `/software/changes`: what each version of the table did to its rows, the newest first. */
export const listSoftwareChanges = operation({
  ...lister,
  query: z.object({ limit: limit(20, 100), cursor }),
  answer: softwareChangeList,
  problems: [404],
  async respond(call) {
    const { context, query } = call;
    const { limit } = query;
    const before = readCursor<number>(lister.id, query.cursor, 'number');
    if (!context.site.settings.software) return noCatalogue();
    const commits = await context.ask(softwareCommits, {
      limit: limit + 1,
      ...(before !== undefined && { before }),
    });
    const items = await Promise.all(
      commits.slice(0, limit).map(async ({ commit_id, count }) => {
        const events = await context.ask(eventsOfCommit, commit_id, MAX_EVENTS);
        return {
          ...versionOf(context, events[0] as SoftwareEventTable),
          changeCount: count,
          changes: events.map((event) => ({
            ...changeOf(event),
            software: softwareNamedAt(context, event),
          })),
        };
      }),
    );
    const last = commits[limit]?.last;
    return { value: { items, next: last === undefined ? null : nextAddress(call, lister, last + 1) } };
  },
});
