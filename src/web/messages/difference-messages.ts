import type { EventProperty } from '../../wiki/differences/calendar-difference.ts';
import type { DifferenceLabels } from '../../wiki/differences/difference-labels.ts';

/** The ways a difference can be shown. */
export type DifferenceView = 'rendered' | 'source' | 'split';

/** What a file is, which decides of what its difference tells. */
export type DifferenceKind = 'page' | 'table' | 'calendar' | 'image' | 'text';

/** The words around what changed in a file. Days are ISO 8601; values of cells and fields are as the file has them. */
export interface DifferenceMessages {
  readonly difference: {
    /** What is said of changes in prose. */
    readonly labels: DifferenceLabels;
    readonly views: string;
    readonly rendered: Readonly<Record<DifferenceKind, string>>;
    readonly source: string;
    readonly split: string;
    readonly showAll: string;
    readonly showChanges: string;
    readonly sameRendering: string;
    readonly tooLargeToRender: string;
    readonly seeSource: string;
    /** What is all that changed. */
    readonly only: { readonly mode: string; readonly name: string };
    readonly unchanged: (blocks: number) => string;
    readonly before: string;
    readonly after: string;
    /** What stands where there is nothing. */
    readonly nothing: string;
    readonly fields: string;
    readonly field: string;
    readonly column: string;
    readonly columns: string;
    readonly columnsAdded: string;
    readonly columnsRemoved: string;
    readonly columnsRenamed: string;
    readonly columnsMoved: string;
    readonly rowsAdded: (count: number) => string;
    readonly rowsRemoved: (count: number) => string;
    readonly rowsChanged: (count: number) => string;
    readonly rowsMoved: (count: number) => string;
    readonly rowsUnchanged: (count: number) => string;
    readonly firstOnly: (shown: number) => string;
    readonly sameRows: string;
    readonly row: (line: number) => string;
    readonly eventsAdded: (count: number) => string;
    readonly eventsRemoved: (count: number) => string;
    readonly eventsChanged: (count: number) => string;
    readonly eventsUnchanged: (count: number) => string;
    readonly sameEvents: string;
    readonly calendarName: string;
    readonly property: string;
    readonly properties: Readonly<Record<EventProperty, string>>;
    readonly status: Readonly<Record<'confirmed' | 'tentative' | 'cancelled', string>>;
    readonly leftOut: (days: string) => string;
    readonly extraDates: (days: string) => string;
    /** How an event recurs, from its RRULE. */
    readonly recurrence: (rule: string) => string;
    readonly noRecurrence: string;
    readonly occurrenceOf: (day: string) => string;
    readonly pixels: (width: number, height: number) => string;
    readonly imageOf: (side: string) => string;
  };
}
