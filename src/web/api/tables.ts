import { z } from 'zod';
import { dataFilesOf } from '../../store/data-files.ts';
import type { DataFileTable } from '../../store/schema.ts';
import { fileAddress } from '../../wiki/data-addresses.ts';
import type { Context } from '../context.ts';
import { operation, operationAddress } from './operation.ts';
import { partOf } from './paging.ts';
import { cursor, folder, limit } from './parameters.ts';
import { API } from './place.ts';
import { absolute, next, path, string, url } from './values.ts';

const dataFile = (kind: 'table' | 'calendar', name: string, title: string) => ({
  path: path.meta({ examples: [name] }),
  url: url('Where people read it.', `/-/${kind}/${name}`),
  apiUrl: url(
    'The same, for programs.',
    `${API}/${kind === 'table' ? `tables/${name}` : `events?calendar=${name}`}`,
  ),
  fileUrl: url('The file itself.', `/${name}`),
  title: string(title),
  problemCount: z
    .int()
    .meta({ examples: [0] })
    .describe('How many faults the file has.'),
});

const tableSummary = z.object({
  ...dataFile('table', 'logiciels.csv', 'Logiciels'),
  rowCount: z.int(),
});
const calendarSummary = z.object({
  ...dataFile('calendar', 'reunions.ics', 'Réunions'),
  eventCount: z.int(),
});

export const tableList = z.object({ items: z.array(tableSummary), next });
export const calendarList = z.object({ items: z.array(calendarSummary), next });

const query = z.object({ folder, limit: limit(50, 500), cursor });

const tables = { id: 'listTables', path: '/tables' };
const calendars = { id: 'listCalendars', path: '/calendars' };

/** `/tables`: the tables, by path. */
export const listTables = operation({
  ...tables,
  query,
  answer: tableList,
  async respond(call) {
    const { items, next } = partOf(call, tables, await filesBelow(call.context, 'table', call.query.folder));
    const address = (path: string) => operationAddress('/tables/{path}', path);
    return {
      value: {
        items: items.map((file) => ({
          ...common(call.context, file, address(file.path)),
          rowCount: file.entries,
        })),
        next,
      },
    };
  },
});

/** `/calendars`: the calendars, by path. */
export const listCalendars = operation({
  ...calendars,
  query,
  answer: calendarList,
  async respond(call) {
    const files = await filesBelow(call.context, 'calendar', call.query.folder);
    const { items, next } = partOf(call, calendars, files);
    const address = (calendar: string) =>
      `${operationAddress('/events')}?${new URLSearchParams({ calendar })}`;
    return {
      value: {
        items: items.map((file) => ({
          ...common(call.context, file, address(file.path)),
          eventCount: file.entries,
        })),
        next,
      },
    };
  },
});

async function filesBelow(
  { ask }: Context,
  kind: DataFileTable['kind'],
  folder = '',
): Promise<DataFileTable[]> {
  const files = await ask(dataFilesOf, kind);
  return folder === '' ? files : files.filter(({ path }) => path.startsWith(`${folder}/`));
}

function common(context: Context, { path, title, problem_count }: DataFileTable, apiAddress: string) {
  return {
    path,
    url: context.origin + fileAddress(path),
    apiUrl: context.origin + apiAddress,
    fileUrl: absolute(context, `/${path}`),
    title,
    problemCount: problem_count,
  };
}
