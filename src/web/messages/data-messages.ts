import type { CalendarMessages } from './calendar-messages.ts';
import type { CollectionMessages } from './collection-messages.ts';
import type { ProblemMessages } from './problem-messages.ts';
import type { TableMessages } from './table-messages.ts';

/** The words around files of data and lists of pages. */
export interface DataMessages {
  readonly table: TableMessages;
  readonly calendar: CalendarMessages;
  readonly collection: CollectionMessages;
  /** Around what was found wrong in a file of data. */
  readonly problems: ProblemMessages;
}
