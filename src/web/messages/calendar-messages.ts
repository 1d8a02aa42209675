/** Words around a calendar. Days are `YYYY-MM-DD`, times `HH:MM`, zones IANA names. */
export interface CalendarMessages {
  /** What a calendar without a name is called. */
  readonly title: string;
  readonly weekday: (day: string) => string;
  readonly shortWeekday: (day: string) => string;
  readonly shortMonth: (day: string) => string;
  /** "Thursday 21 May 2026". */
  readonly fullDate: (day: string) => string;
  /** Days from the first to the last one, both included: "18–21 May 2026". */
  readonly dateRange: (first: string, last: string) => string;
  readonly time: (time: string) => string;
  readonly timeRange: (start: string, end: string) => string;
  /** "Paris time". */
  readonly zone: (zone: string) => string;
  readonly allDay: string;
  readonly upcoming: string;
  readonly past: string;
  /** What leads from a month to the lists of dates. */
  readonly dates: string;
  readonly noUpcoming: string;
  readonly noPast: string;
  readonly cancelled: string;
  readonly tentative: string;
  readonly recurring: string;
  readonly place: string;
  readonly organizer: string;
  readonly link: string;
  readonly details: string;
  readonly when: string;
  readonly source: string;
  readonly sources: string;
  readonly events: (count: number) => string;
  readonly monthView: string;
  readonly previousMonth: string;
  readonly nextMonth: string;
  readonly currentMonth: string;
  readonly noEventInMonth: string;
  readonly moreInDay: (count: number) => string;
  readonly continued: string;
  readonly today: string;
  readonly newer: string;
  readonly older: string;
  readonly pages: string;
  readonly subscribe: string;
  readonly subscribeHelp: string;
  readonly openInSoftware: string;
  readonly address: string;
  readonly download: string;
  readonly wholeCalendar: string;
  /** Followed by the name of the calendar. */
  readonly inCalendar: string;
}
