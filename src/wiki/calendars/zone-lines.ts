import { civilDate, DAY, dayNumber, daysInMonth, two, weekday } from './days.ts';
import { stampText } from './stamps.ts';
import { type Transition, transitionsOfYear, UTC, type Zone } from './zones.ts';

/** A change of clocks: what they show when it comes, and the offsets before and after it. */
interface Change {
  readonly wall: number;
  readonly before: number;
  readonly after: number;
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** For how long a rule is tried, and a zone without rule is told, after the years asked for. */
const AHEAD = 20;

/**
 * The VTIMEZONE of a zone (RFC 5545, section 3.6.5), right from the year `from` to some years after `to`, and for ever
 * when the clocks of the zone follow one rule.
 */
export function zoneLines(zone: Zone, from: number, to: number): string[] {
  const first = Math.min(Math.max(from, 1970), 2100) - 1;
  const last = Math.min(Math.max(to, first + 1), 2100) + AHEAD;
  const years = Array.from({ length: last - first + 1 }, (_, at) => changesOfYear(zone, first + at));
  const ruled = rules(years);
  const start = dayNumber(first, 1, 1) * DAY;
  const base = { wall: start, before: zone.offsetAt(start), after: zone.offsetAt(start) };
  const observances = ruled ?? [
    observance([base]),
    ...byOffsets(years.flat()).map((same) => observance(same)),
  ];
  return ['BEGIN:VTIMEZONE', `TZID:${zone.name ?? 'UTC'}`, ...observances.flat(), 'END:VTIMEZONE'];
}

function changesOfYear(zone: Zone, year: number): Change[] {
  const transitions = transitionsOfYear(year, zone.offsetAt);
  return transitions.slice(1).map(({ utc, offset }, at) => {
    const before = (transitions[at] as Transition).offset;
    return { wall: utc + before, before, after: offset };
  });
}

function byOffsets(changes: readonly Change[]): Change[][] {
  return [...Map.groupBy(changes, ({ before, after }) => `${before} ${after}`).values()];
}

function observance(changes: readonly Change[], rule?: string): string[] {
  const [{ wall, before, after } = { wall: 0, before: 0, after: 0 }, ...others] = changes;
  const name = after > before ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${name}`,
    `DTSTART:${wallText(wall)}`,
    `TZOFFSETFROM:${offsetText(before)}`,
    `TZOFFSETTO:${offsetText(after)}`,
    ...(rule === undefined ? others.map((change) => `RDATE:${wallText(change.wall)}`) : [`RRULE:${rule}`]),
    `END:${name}`,
  ];
}

/** The observances of a zone whose clocks change twice in each year, on the same Sundays at the same times. */
function rules(years: readonly (readonly Change[])[]): string[][] | undefined {
  if (years.some((changes) => changes.length !== 2)) return undefined;
  const observances = [0, 1].map((at) => {
    const changes = years.map((year) => year[at] as Change);
    const rule = commonRule(changes);
    return rule === undefined ? undefined : observance(changes, rule);
  });
  return observances.every((lines) => lines !== undefined) ? observances : undefined;
}

function commonRule(changes: readonly Change[]): string | undefined {
  const forms = changes.map(({ wall, before, after }) => {
    const number = Math.floor(wall / DAY);
    const { year, month, day } = civilDate(number);
    const same = `${month} ${WEEKDAYS[weekday(number)]} ${wall - number * DAY} ${before} ${after}`;
    return { same, nth: Math.ceil(day / 7), isLast: day + 7 > daysInMonth(year, month) };
  });
  const [form] = forms;
  if (form === undefined || forms.some(({ same }) => same !== form.same)) return undefined;
  const isLast = forms.every((each) => each.isLast);
  if (!isLast && forms.some(({ nth }) => nth !== form.nth)) return undefined;
  const [month, name] = form.same.split(' ');
  return `FREQ=YEARLY;BYMONTH=${month};BYDAY=${isLast ? -1 : form.nth}${name}`;
}

function wallText(wall: number): string {
  return stampText({ wall, frame: { kind: 'floating', zone: UTC, shown: UTC } });
}

function offsetText(offset: number): string {
  const seconds = Math.abs(offset) / 1000;
  const rest = seconds % 60 === 0 ? '' : two(seconds % 60);
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(seconds / 3600))}${two(Math.floor(seconds / 60) % 60)}${rest}`;
}
