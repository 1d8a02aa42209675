/** When something starts or ends, as people read it and as programs compare it. */
export interface Moment {
  /**
   * Milliseconds since 1970 (UTC). A floating or all-day moment is placed as if in the display zone; the end of an all-day
   * event is the first midnight after it.
   */
  readonly utc: number;
  /** `YYYY-MM-DD` in its own zone. The end of an all-day event is its last day (in the file, the day after). */
  readonly date: string;
  /** `HH:MM`; none when all-day. */
  readonly time: string | undefined;
  /** IANA name; none when floating or all-day. */
  readonly zone: string | undefined;
}

export type EventStatus = 'confirmed' | 'tentative' | 'cancelled';

/** What an event says of itself, as plain text: lines parted by `\n`, no markup, no address of a person. */
export interface EventDetails {
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  /** Of scheme http or https only. */
  readonly url: string | undefined;
  readonly status: EventStatus;
  readonly categories: readonly string[];
  /** A name, never an address. */
  readonly organizer?: string;
}

/** One happening of an event: the only one, or one of those that its recurrence makes. */
export interface Occurrence extends EventDetails {
  /** Stable in its file: the UID, with the recurrence date (`UID/20260108T140000`) when the event recurs. */
  readonly key: string;
  readonly uid: string;
  readonly start: Moment;
  readonly end: Moment;
  readonly allDay: boolean;
  readonly recurs: boolean;
  /** Path of its file. */
  readonly source: string;
}
