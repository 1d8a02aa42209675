import { DAY } from './days.ts';
import { instantOf, type Stamp, stampText, type TimeFrame } from './stamps.ts';
import type { WrittenEvent } from './written-event.ts';
import { UTC, wallOf } from './zones.ts';

/** The name under which a zone is written. */
export type ZoneName = (frame: TimeFrame) => string;

/** An event as content lines not yet folded (RFC 5545, section 3.6.1): what a page shows of it, and no person's address. */
export function eventLines(event: WrittenEvent, uid: string, zoneName: ZoneName): string[] {
  const { details, start, instead, rules, added, excluded, sequence } = event;
  const line = (name: string, stamp: Stamp) => stampLine(name, stamp, zoneName);
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${stampText(inUtc(event.stamp))}`,
    ...(sequence > 0 ? [`SEQUENCE:${sequence}`] : []),
    ...(instead
      ? [line(instead.andFollowing ? 'RECURRENCE-ID;RANGE=THISANDFUTURE' : 'RECURRENCE-ID', instead.of)]
      : []),
    line('DTSTART', start),
    ...endLines(event, line),
    ...rules.map(({ text }) => `RRULE:${text.trim()}`),
    ...added.map((stamp) => line('RDATE', stamp)),
    ...excluded.map((stamp) => line('EXDATE', stamp)),
    ...textLine('SUMMARY', details.summary),
    ...textLine('DESCRIPTION', details.description),
    ...textLine('LOCATION', details.location),
    ...(details.url === undefined ? [] : [`URL:${details.url}`]),
    ...(details.categories.length > 0 ? [`CATEGORIES:${details.categories.map(escapeText).join(',')}`] : []),
    ...(details.status === 'confirmed' ? [] : [`STATUS:${details.status.toUpperCase()}`]),
    'END:VEVENT',
  ];
}

/** A text value (RFC 5545, section 3.3.11). */
export function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');
}

function textLine(name: string, text: string): string[] {
  return text === '' ? [] : [`${name}:${escapeText(text)}`];
}

function stampLine(name: string, stamp: Stamp, zoneName: ZoneName): string {
  const { kind } = stamp.frame;
  if (kind === 'date') return `${name};VALUE=DATE:${stampText(stamp)}`;
  if (kind === 'zoned') return `${name};TZID=${zoneName(stamp.frame)}:${stampText(stamp)}`;
  return `${name}:${stampText(stamp)}`;
}

function endLines({ start, end }: WrittenEvent, line: (name: string, stamp: Stamp) => string): string[] {
  const { days, ms } = end.length;
  if (start.frame.kind === 'date') return [line('DTEND', { ...start, wall: start.wall + days * DAY })];
  if (days > 0) return [`DURATION:P${days}D${ms > 0 ? `T${ms / 1000}S` : ''}`];
  if (ms === 0) return [];
  const instant = instantOf(start) + ms;
  return [line('DTEND', { frame: end.frame, wall: wallOf(end.frame.zone, instant) })];
}

/** An event that does not say when it was written is as old as can be. */
function inUtc(stamp: Stamp | undefined): Stamp {
  const frame: TimeFrame = { kind: 'utc', zone: UTC, shown: UTC };
  return { frame, wall: stamp === undefined ? 0 : instantOf(stamp) };
}
