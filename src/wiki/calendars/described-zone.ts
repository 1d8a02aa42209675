import type { Component } from './components.ts';
import { DAY, dayNumber } from './days.ts';
import type { Problems } from './problems.ts';
import { firstNamed, type Property, properties } from './properties.ts';
import { recurrence } from './recurrence.ts';
import { recurrenceRule } from './recurrence-rule.ts';
import { writtenTime } from './stamps.ts';
import { type Transition, type Zone, zoneOfTransitions } from './zones.ts';

const NAMES = new Set(['DTSTART', 'TZOFFSETFROM', 'TZOFFSETTO', 'RRULE', 'RDATE']);

/** Between these years a zone's rules are followed. */
const FROM = dayNumber(1970, 1, 1) * DAY;
const TO = dayNumber(2100, 1, 1) * DAY;

/** A zone that only the file knows, by the rules of its VTIMEZONE (RFC 5545, section 3.6.5). */
export function describedZone(component: Component, problems: Problems): Zone | undefined {
  const observances = component.parts.slice(0, 50).map((part) => properties(part, NAMES, problems));
  const transitions = observances.flatMap(transitionsOf).toSorted((a, b) => a.utc - b.utc);
  if (transitions.length === 0) return undefined;
  return zoneOfTransitions(transitions, component);
}

function transitionsOf(list: readonly Property[]): Transition[] {
  const from = offset(firstNamed(list, 'TZOFFSETFROM'));
  const to = offset(firstNamed(list, 'TZOFFSETTO'));
  const start = writtenTime(firstNamed(list, 'DTSTART')?.raw ?? '');
  if (from === undefined || to === undefined || start === undefined) return [];
  return onsets(list, start.wall, from).map((wall) => ({ utc: wall - from, offset: to }));
}

/** When clocks are changed, by what they showed before. */
function onsets(list: readonly Property[], start: number, from: number): number[] {
  const dates = list
    .filter(({ name }) => name === 'RDATE')
    .flatMap(({ raw }) => raw.split(',').map((text) => writtenTime(text)?.wall ?? start));
  const rule = recurrenceRule(firstNamed(list, 'RRULE')?.values[0]);
  if (rule === undefined || rule.frequency !== 'YEARLY') return [start, ...dates];
  const until = rule.until === undefined ? TO : rule.until.wall + (rule.until.utc ? from : 0);
  return [start, ...dates, ...recurrence(rule, start)(Math.max(start, FROM), Math.min(until, TO))];
}

/** Written `+0100` or `-003020`; in milliseconds. */
function offset(property: Property | undefined): number | undefined {
  const found = /^([+-])(\d\d)(\d\d)(\d\d)?$/.exec(property?.raw.trim() ?? '');
  if (found === null) return undefined;
  const [, sign, hours, minutes, seconds = 0] = found;
  const ms = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  return sign === '-' ? -ms : ms;
}
