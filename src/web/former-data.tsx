import type { Child } from 'hono/jsx';
import type { FileTable } from '../store/schema.ts';
import { past, upcoming } from '../wiki/calendars/occurrences.ts';
import { describeTable } from '../wiki/data-files.ts';
import { tableTitle } from '../wiki/index-data.ts';
import { queryTable } from '../wiki/tables/query.ts';
import { readCalendars, shownEvent } from './calendar-view.ts';
import { type Context, messagesOf } from './context.ts';
import { withoutPage } from './directives.tsx';
import { tableView } from './table-view.ts';
import { DataTable } from './views/data-table.tsx';
import { FormerEvents } from './views/former-events.tsx';

/** Of a larger table, the first rows are shown. */
const ROWS = 500;

const EVENTS = 50;

interface FormerData {
  readonly title: string;
  readonly language: string;
  readonly body: Child;
}

/** The rows that a table had; `context` is that of its commit. */
export async function formerTable(context: Context, file: FileTable, language: string): Promise<FormerData> {
  const { ask, wiki, site } = context;
  const messages = messagesOf(context, language);
  const description = await describeTable(ask, wiki.objects, file.path);
  const table = await wiki.data.table(file, description);
  const query = { text: '', filters: new Map(), page: 1, size: ROWS };
  const view = tableView(site, file.path, table, language);
  const { rows } = queryTable(table, query);
  const title = description.title ?? table.caption ?? tableTitle(file.path);
  const counted = messages.table.rows(table.rowCount);
  return {
    title,
    language: site.defaultLanguage,
    body: (
      <DataTable
        messages={messages}
        caption={
          rows.length < table.rowCount ? messages.version.firstRows(rows.length, table.rowCount) : counted
        }
        columns={view.columns(query).map(({ sortHref, ...column }) => column)}
        rows={view.rows(rows).map(withoutPage)}
        language={site.defaultLanguage}
      />
    ),
  };
}

/** What a calendar announced at an instant (milliseconds since 1970), and what was past. */
export async function formerCalendar(
  context: Context,
  file: FileTable,
  language: string,
  now: number,
): Promise<FormerData> {
  const [read] = await readCalendars(context, [file]);
  const calendars = read ? [read.calendar] : [];
  const shown = (events: ReturnType<typeof upcoming>) =>
    events.map((event) => shownEvent(context, event, language));
  return {
    title: read?.calendar.name ?? tableTitle(file.path),
    language: context.site.defaultLanguage,
    body: (
      <FormerEvents
        messages={messagesOf(context, language)}
        language={context.site.defaultLanguage}
        upcoming={shown(upcoming(calendars, now, EVENTS))}
        past={shown(past(calendars, now, EVENTS))}
      />
    ),
  };
}
