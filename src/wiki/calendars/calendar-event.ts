import type { EventDetails } from './event.ts';
import type { Series } from './series.ts';
import type { Stamp, TimeFrame } from './stamps.ts';

/** An event of a calendar file, whose occurrences are not yet made. */
export interface CalendarEvent {
  readonly key: string;
  readonly uid: string;
  readonly details: EventDetails;
  readonly start: Stamp;
  /** How long it lasts: nominal days, then exact milliseconds (RFC 5545, section 3.8.5.3). */
  readonly length: { readonly days: number; readonly ms: number };
  /** How its end is told, when not as its start. */
  readonly endFrame: TimeFrame;
  /** When its first occurrence starts and its last one ends, in UTC milliseconds; `Infinity` for no end. */
  readonly span: { readonly from: number; readonly to: number };
  readonly recurs: boolean;
  readonly series: Series | undefined;
}
