const DAY_MS = 86_400_000;

/** An instant as its calendar writes it. */
export interface EventMoment {
  /** Milliseconds since 1970; of a moment without a zone, as if in the site's. */
  readonly utc: number;
  /** `YYYY-MM-DD`, in its own zone. Of the end of an event of whole days, the last of them. */
  readonly date: string;
  /** `HH:MM`; none when the event lasts whole days. */
  readonly time: string | undefined;
  /** IANA name; none for a moment that is the same time everywhere. */
  readonly zone: string | undefined;
}

/** One date of an event. */
export interface CalendarEvent {
  readonly key: string;
  /** The date's own page. */
  readonly href: string;
  readonly summary: string;
  /** Plain text with line breaks. */
  readonly description: string;
  readonly location: string;
  readonly url: string | undefined;
  readonly status: 'confirmed' | 'tentative' | 'cancelled';
  readonly start: EventMoment;
  readonly end: EventMoment;
  readonly allDay: boolean;
  readonly recurs: boolean;
  readonly organizer?: string;
  /** Path of the file it is in. */
  readonly source: string;
}

/** What it is called: its summary, else its place. */
export function eventTitle({ summary, location, start }: CalendarEvent): string {
  return summary || location || start.date;
}

/** How an event of a list is drawn; the day of the one `before` is not written again. */
export function eventClass({ status, start }: CalendarEvent, before: CalendarEvent | undefined): string {
  const sameDay = before?.start.date === start.date ? ' same-day' : '';
  return `event event-${status}${sameDay}`;
}

/** Whether it lasts into another day, a night apart. */
export function lastsDays({ start, end, allDay }: CalendarEvent): boolean {
  return end.date > start.date && (allDay || end.utc - start.utc >= DAY_MS);
}

/** A moment for `<time datetime>` (HTML, "Dates and times"): a day, a local time, or an instant. */
export function machineMoment({ utc, date, time, zone }: EventMoment): string {
  if (time === undefined) return date;
  return zone === undefined ? `${date}T${time}` : new Date(utc).toISOString().replace(/:\d\d\.\d+Z$/, 'Z');
}
