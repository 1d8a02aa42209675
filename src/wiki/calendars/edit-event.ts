import ICAL from 'ical.js';
import { type EventFault, eventFaults, type NewEvent, timeLines, withZone } from './add-event.ts';
import { clockTime, DAY, isoDate } from './days.ts';
import { type EventBlock, eventBlocks, propertyOf, uidOf } from './event-blocks.ts';
import { escapeText } from './event-lines.ts';
import { foldLine } from './fold-line.ts';
import { writtenTime } from './stamps.ts';
import { ianaZone, UTC, utcOf, wallOf } from './zones.ts';

/** An event as a form shows it: it may come back in a way that the form has no word for. */
export type EditedEvent = Omit<NewEvent, 'repeats'> & { readonly repeats: NewEvent['repeats'] | 'other' };

/** An event of a calendar that a form may change. */
export interface EditableEvent {
  readonly uid: string;
  readonly event: EditedEvent;
  /** Whether some of its dates are told apart, or called off: when it is then is not changed by a form. */
  readonly hasOwnDates: boolean;
}

/** Why an event is not changed: besides what its form has wrong, it is not there any more, or has dates of its own. */
export type ChangeFault = EventFault | 'gone' | 'series';

/** Where times that are written in UTC are shown, and those that are typed are written. */
export interface EditPlace {
  /** IANA name. */
  readonly zone: string;
  /** When it is written, in milliseconds since 1970. */
  readonly stamp: number;
}

/** The events of a text whose lines end with LF that a form may change: those that say what they are called, and when they are. */
export function editableEvents(text: string, zone: string): EditableEvent[] {
  const blocks = eventBlocks(text.split('\n'));
  const events: EditableEvent[] = [];
  const known = new Set<string>();
  for (const block of blocks) {
    const uid = uidOf(block);
    if (uid === undefined || known.has(uid) || propertyOf(block, 'RECURRENCE-ID')) continue;
    const event = readBlock(block, zone);
    if (!event) continue;
    known.add(uid);
    events.push({ uid, event, hasOwnDates: tellsDates(block) || ofUid(blocks, uid).length > 1 });
  }
  return events;
}

const ofUid = (blocks: readonly EventBlock[], uid: string) => blocks.filter((block) => uidOf(block) === uid);

const tellsDates = (block: EventBlock) =>
  ['EXDATE', 'RDATE', 'EXRULE'].some((name) => propertyOf(block, name) !== undefined);

function readBlock(block: EventBlock, zone: string): EditedEvent | undefined {
  const text = (name: string) => unescaped(propertyOf(block, name)?.value ?? '');
  const start = wallIn(block, 'DTSTART', zone);
  if (!start) return undefined;
  const end = endOf(block, start, zone);
  const day = (wall: number) => isoDate(Math.floor(wall / DAY));
  const clock = (wall: number) => clockTime(wall - Math.floor(wall / DAY) * DAY);
  const last =
    end === undefined ? day(start.wall) : day(start.isDate ? Math.max(end - DAY, start.wall) : end);
  return {
    summary: text('SUMMARY'),
    date: day(start.wall),
    from: start.isDate ? '' : clock(start.wall),
    to: start.isDate || end === undefined ? '' : clock(end),
    lastDate: last === day(start.wall) ? '' : last,
    location: text('LOCATION'),
    description: text('DESCRIPTION'),
    url: (propertyOf(block, 'URL')?.value ?? '').trim(),
    repeats: repeatsOf(block),
  };
}

function repeatsOf(block: EventBlock): EditedEvent['repeats'] {
  const rules = block.properties.filter(({ name }) => name === 'RRULE' || name === 'RDATE');
  if (rules.length === 0) return 'no';
  const [rule] = rules;
  if (rules.length > 1 || rule?.name === 'RDATE') return 'other';
  const simple = { 'FREQ=WEEKLY': 'weekly', 'FREQ=MONTHLY': 'monthly' } as const;
  return simple[rule?.value.trim().toUpperCase() as keyof typeof simple] ?? 'other';
}

/** What clocks show: those that the property names, or those of `zone` where it is written in UTC. */
function wallIn(
  block: EventBlock,
  name: string,
  zone: string,
): { readonly wall: number; readonly isDate: boolean } | undefined {
  const written = writtenTime(propertyOf(block, name)?.value ?? '');
  if (!written) return undefined;
  const { wall, isDate, utc } = written;
  return { isDate, wall: utc ? wallOf(ianaZone(zone) ?? UTC, utcOf(UTC, wall)) : wall };
}

function endOf(block: EventBlock, start: { readonly wall: number }, zone: string): number | undefined {
  const end = wallIn(block, 'DTEND', zone)?.wall;
  const duration = propertyOf(block, 'DURATION')?.value.trim();
  if (end !== undefined || duration === undefined) return end;
  try {
    return start.wall + ICAL.Duration.fromString(duration).toSeconds() * 1000;
  } catch {
    return undefined;
  }
}

/** A text value (RFC 5545, section 3.3.11). */
function unescaped(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_, escaped: string) => (/n/i.test(escaped) ? '\n' : escaped)).trim();
}

const TIMES = ['date', 'from', 'to', 'lastDate'] as const;

/**
 * Changes what differs of an event in a text whose lines end with LF; the rest of it, and of the calendar, stays byte for byte.
 * Its times stay in the zone that it names.
 */
export function changeEvent(
  text: string,
  uid: string,
  event: EditedEvent,
  { zone, stamp }: EditPlace,
): { readonly text: string } | { readonly faults: readonly ChangeFault[] } {
  const lines = text.split('\n');
  const blocks = eventBlocks(lines);
  const block = ofUid(blocks, uid).find((one) => !propertyOf(one, 'RECURRENCE-ID'));
  const before = block && readBlock(block, zone);
  if (!block || !before) return { faults: ['gone'] };
  const repeats = event.repeats === 'other' ? 'no' : event.repeats;
  const faults = eventFaults({ ...event, repeats });
  if (faults.length > 0) return { faults };
  const isMoved = TIMES.some((name) => event[name] !== before[name]);
  const isRepeatedOtherwise = event.repeats !== before.repeats && event.repeats !== 'other';
  if ((isMoved || isRepeatedOtherwise) && (tellsDates(block) || ofUid(blocks, uid).length > 1))
    return { faults: ['series'] };
  const changes = new Map<string, readonly string[]>();
  for (const [field, name] of TEXTS)
    if (event[field] !== before[field]) {
      changes.set(name, event[field] === '' ? [] : [`${name}:${escapeText(event[field])}`]);
      // The same once more, in HTML.
      if (name === 'DESCRIPTION') changes.set('X-ALT-DESC', []);
    }
  if (event.url !== before.url) changes.set('URL', event.url === '' ? [] : [`URL:${event.url}`]);
  const own = ownZone(block);
  if (isMoved) {
    const [start = '', ...end] = timeLines(event, own ?? zone);
    changes.set('DTSTART', [start]);
    changes.set('DTEND', end);
    changes.set('DURATION', []);
  }
  if (isRepeatedOtherwise)
    changes.set('RRULE', repeats === 'no' ? [] : [`RRULE:FREQ=${repeats.toUpperCase()}`]);
  if (changes.size === 0) return { text };
  noteChange(block, changes, stamp);
  const made = rewritten(lines, block, changes);
  const needsZone = isMoved && own === undefined && event.from !== '';
  return { text: needsZone ? withZone(made, zone, Number(event.date.slice(0, 4))) : made };
}

const TEXTS = [
  ['summary', 'SUMMARY'],
  ['location', 'LOCATION'],
  ['description', 'DESCRIPTION'],
] as const;

/** The zone that its times name, which the calendar describes; empty for what is the same hour everywhere. */
function ownZone(block: EventBlock): string | undefined {
  const start = propertyOf(block, 'DTSTART');
  const written = writtenTime(start?.value ?? '');
  if (!start || !written || written.isDate || written.utc) return undefined;
  const named = /;TZID=("[^"]*"|[^;:]*)/i.exec(start.parameters)?.[1];
  return named ?? '';
}

/** Programs that have the event know by these that it is another one (RFC 5545, sections 3.8.7.2 to 3.8.7.4). */
function noteChange(block: EventBlock, changes: Map<string, readonly string[]>, stamp: number): void {
  const written = new Date(stamp).toISOString().replace(/[-:]|\.\d+/g, '');
  changes.set('DTSTAMP', [`DTSTAMP:${written}`]);
  if (propertyOf(block, 'LAST-MODIFIED')) changes.set('LAST-MODIFIED', [`LAST-MODIFIED:${written}`]);
  const sequence = Number(propertyOf(block, 'SEQUENCE')?.value) || 0;
  changes.set('SEQUENCE', [`SEQUENCE:${sequence + 1}`]);
}

function rewritten(
  lines: readonly string[],
  block: EventBlock,
  changes: ReadonlyMap<string, readonly string[]>,
): string {
  const parts: string[] = [];
  const put = new Set<string>();
  let at = block.from;
  for (const { name, from, to } of block.properties) {
    const now = changes.get(name);
    if (!now) continue;
    parts.push(...lines.slice(at, from));
    if (!put.has(name)) parts.push(...folded(now));
    put.add(name);
    at = to;
  }
  const added = [...changes].filter(([name]) => !put.has(name)).flatMap(([, now]) => folded(now));
  parts.push(...lines.slice(at, block.end), ...added, ...lines.slice(block.end, block.to));
  return [...lines.slice(0, block.from), ...parts, ...lines.slice(block.to)].join('\n');
}

const folded = (list: readonly string[]) =>
  list.flatMap((line) => foldLine(line).replace(/\r\n$/, '').split('\r\n'));

/** Removes an event, with the dates of it that are told apart; the text as it is where there is none. */
export function removeEvent(text: string, uid: string): string {
  const lines = text.split('\n');
  const gone = ofUid(eventBlocks(lines), uid);
  return lines.filter((_, at) => !gone.some(({ from, to }) => at >= from && at < to)).join('\n');
}
