/** What can be wrong with a calendar file. */
export type CalendarRule =
  | 'not-a-calendar'
  | 'too-large'
  | 'too-many-events'
  | 'nul'
  | 'malformed-line'
  | 'unclosed'
  | 'stray-end'
  | 'no-uid'
  | 'duplicate-uid'
  | 'no-start'
  | 'no-such-date'
  | 'unknown-zone'
  | 'bad-end'
  | 'end-before-start'
  | 'very-long'
  | 'bad-recurrence'
  | 'never-recurs'
  | 'too-frequent'
  | 'too-many-occurrences'
  | 'private';

/** A fault of a calendar file. */
export interface CalendarProblem {
  readonly rule: CalendarRule;
  /** Line of the file, from 1, where the fault starts. */
  readonly line: number;
  /** One sentence, in English. */
  readonly message: string;
  /** What the sentence is about, as the file has it: a date, a zone, a UID. At most 80 characters. */
  readonly values: { readonly value: string };
}

const SENTENCES: Readonly<Record<CalendarRule, (value: string) => string>> = {
  'not-a-calendar': () => 'This file is not a calendar: it has no BEGIN:VCALENDAR.',
  'too-large': (size) => `The file is larger than ${size}: the rest of it is not read.`,
  'too-many-events': (count) => `The file has more than ${count} events: the rest of them are not shown.`,
  nul: () => 'The line has a NUL character, which was taken out.',
  'malformed-line': (text) => `“${text}” is not a property: the line is not read.`,
  unclosed: (name) => `BEGIN:${name} has no END:${name}.`,
  'stray-end': (name) => `END:${name} ends nothing.`,
  'no-uid': () => 'The event has no UID: its address changes when its date or its title does.',
  'duplicate-uid': (uid) => `Another event of this file has the UID “${uid}”: each needs its own.`,
  'no-start': () => 'The event has no DTSTART: it is not shown.',
  'no-such-date': (value) => `“${value}” is not a date that exists.`,
  'unknown-zone': (zone) => `Nobody knows the time zone “${zone}”: its times are read as local.`,
  'bad-end': (value) => `“${value}” does not say when the event ends: it is shown without an end.`,
  'end-before-start': (value) => `The event ends (${value}) before it starts: it is shown without an end.`,
  'very-long': (value) => `The event lasts more than a year (until ${value}).`,
  'bad-recurrence': (value) => `“${value}” is not a recurrence: it is not followed.`,
  'never-recurs': (value) => `“${value}” never happens: only the first date is shown.`,
  'too-frequent': (value) => `“${value}” repeats more than 48 times a day: only the first is shown.`,
  'too-many-occurrences': (value) => `“${value}” repeats too many times: the last ones are not shown.`,
  private: () => 'The event is marked as private, yet this file is public: it is not shown.',
};

/** The first faults of a file are kept, and all are counted. */
const KEPT = 100;

/** Collects the faults of one file while it is read. */
export class Problems {
  readonly #kept: CalendarProblem[] = [];
  #count = 0;

  add(rule: CalendarRule, line: number, value = ''): void {
    this.#count++;
    if (this.#kept.length >= KEPT) return;
    const short = value.length > 80 ? `${value.slice(0, 79)}…` : value;
    this.#kept.push({ rule, line, message: SENTENCES[rule](short), values: { value: short } });
  }

  /** The faults kept, in the order of their lines. */
  get list(): CalendarProblem[] {
    return this.#kept.toSorted((a, b) => a.line - b.line);
  }

  get count(): number {
    return this.#count;
  }
}
