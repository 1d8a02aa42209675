import { createHash } from 'node:crypto';
import type { EventGroup } from './calendar-events.ts';
import type { Component } from './components.ts';
import { civilDate, DAY } from './days.ts';
import { escapeText, eventLines, type ZoneName } from './event-lines.ts';
import { foldLine } from './fold-line.ts';
import type { TimeFrame } from './stamps.ts';
import { writtenCalendar } from './written-calendar.ts';
import type { WrittenEvent } from './written-event.ts';
import { zoneLines } from './zone-lines.ts';
import type { Zone } from './zones.ts';

/**
 * The events of several calendar files as one calendar to subscribe to (RFC 5545): what pages show of them, each UID
 * once, each zone described once. An event that two files have is written once; two events with one UID are told apart.
 * What is wrong in the files, alarms and the addresses of persons are left out.
 */
export function mergeCalendars(
  calendars: readonly { readonly text: string; readonly path: string }[],
  name: string,
): string {
  const zones = new UsedZones();
  const taken = new Map<string, string>();
  const events = calendars.flatMap(({ text, path }) =>
    writtenCalendar(text, 'UTC').groups.flatMap((group) => groupLines(group, path, zones.nameOf, taken)),
  );
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Greffe//Greffe//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...zones.lines(),
    ...events,
    'END:VCALENDAR',
  ];
  return lines.map(foldLine).join('');
}

type ZoneNameAt = (frame: TimeFrame, wall: number) => string;

/** `taken` says which lines stand under each UID so far. One that is taken is told apart by the path of its file. */
function groupLines(
  group: EventGroup,
  path: string,
  zoneName: ZoneNameAt,
  taken: Map<string, string>,
): string[] {
  const { masters, single, following } = group;
  const together = [...masters.slice(0, 1), ...following, ...single];
  return [together, ...masters.slice(1).map((event) => [event])].flatMap((events, at) => {
    const uid = events[0]?.uid ?? '';
    const lines = linesUnder(events, uid, zoneName);
    const text = lines.join('\n');
    const known = taken.get(uid);
    if (known === text) return [];
    const free = known === undefined ? uid : `${uid}-${digestOf(path)}${at === 0 ? '' : `-${at + 1}`}`;
    taken.set(free, text);
    return free === uid ? lines : linesUnder(events, free, zoneName);
  });
}

function linesUnder(events: readonly WrittenEvent[], uid: string, zoneName: ZoneNameAt): string[] {
  return events.flatMap((event) => {
    const named: ZoneName = (frame) => zoneName(frame, event.start.wall);
    return eventLines(event, uid, named);
  });
}

function digestOf(text: string): string {
  return createHash('sha1').update(text).digest('hex').slice(0, 8);
}

/** The zones that events are written in, and the years in which they are. */
class UsedZones {
  readonly #known = new Map<string, { readonly zone: Zone; from: number; to: number }>();
  readonly #described = new Map<string, Component>();

  readonly nameOf: ZoneNameAt = ({ zone }, wall) => {
    if (zone.describedBy !== undefined) return this.#describedName(zone.describedBy);
    const name = zone.name ?? 'UTC';
    const { year } = civilDate(Math.floor(wall / DAY));
    const used = this.#known.get(name);
    if (used === undefined) this.#known.set(name, { zone, from: year, to: year });
    else {
      used.from = Math.min(used.from, year);
      used.to = Math.max(used.to, year);
    }
    return name;
  };

  lines(): string[] {
    return [
      ...[...this.#known.values()].flatMap(({ zone, from, to }) => zoneLines(zone, from, to)),
      ...[...this.#described].flatMap(([name, component]) => describedLines(component, name)),
    ];
  }

  /** Zones that only files describe, the same in two files once. */
  #describedName(component: Component): string {
    const text = describedLines(component, '').join('\n');
    const name = `local-${digestOf(text)}`;
    this.#described.set(name, component);
    return name;
  }
}

function describedLines(component: Component, name: string): string[] {
  const parts = component.parts.flatMap((part) => [
    `BEGIN:${part.name}`,
    ...part.lines.map(({ text }) => text).filter((text) => !/^(?:X-|COMMENT)/i.test(text)),
    `END:${part.name}`,
  ]);
  return ['BEGIN:VTIMEZONE', `TZID:${name}`, ...parts, 'END:VTIMEZONE'];
}
