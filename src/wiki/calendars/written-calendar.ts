import { type EventGroup, eventGroups } from './calendar-events.ts';
import { type Component, components } from './components.ts';
import { FileZones } from './file-zones.ts';
import { EFFORT_PER_FILE } from './followed-rule.ts';
import { plainLine, plainText } from './plain-text.ts';
import { Problems } from './problems.ts';
import { firstNamed, type Property, properties, textOf } from './properties.ts';
import { writtenEvent } from './written-event.ts';

/** A calendar file as it is written: its events are not yet placed in time. */
export interface WrittenCalendar {
  readonly name: string;
  readonly description: string;
  /** IANA name of X-WR-TIMEZONE. */
  readonly zone: string | undefined;
  readonly groups: readonly EventGroup[];
  readonly problems: Problems;
}

const MOST_CHARACTERS = 20_000_000;
const MOST_EVENTS = 50_000;

/** A calendar's own properties: those of RFC 7986, and those that everybody wrote before it. */
const NAMES = new Set(['NAME', 'X-WR-CALNAME', 'DESCRIPTION', 'X-WR-CALDESC', 'X-WR-TIMEZONE', 'METHOD']);

/** Reads an iCalendar file, component by component; what is wrong in one is told among the problems. */
export function writtenCalendar(text: string, defaultZone: string): WrittenCalendar {
  const problems = new Problems();
  const zones = new FileZones(defaultZone, problems);
  const files = components(bounded(text, problems), problems);
  if (!files.some(({ name }) => name === 'VCALENDAR')) problems.add('not-a-calendar', 1);
  const own = files.flatMap((file) => properties(file, NAMES, problems));
  const zone = settleZone(own, zones);
  for (const part of files.flatMap(({ parts }) => parts)) if (part.name === 'VTIMEZONE') zones.describe(part);
  const effort = { left: EFFORT_PER_FILE };
  const written = eventComponents(files, problems).flatMap(
    ({ component, cancelled }) => writtenEvent(component, { zones, problems, effort, cancelled }) ?? [],
  );
  return {
    name: plainLine(textOf(firstNamed(own, 'NAME') ?? firstNamed(own, 'X-WR-CALNAME')), 200),
    description: plainText(textOf(firstNamed(own, 'DESCRIPTION') ?? firstNamed(own, 'X-WR-CALDESC')), 2000),
    zone,
    groups: eventGroups(written, problems),
    problems,
  };
}

function bounded(text: string, problems: Problems): string {
  if (text.length <= MOST_CHARACTERS) return text;
  problems.add('too-large', 1, '20 MB');
  return text.slice(0, MOST_CHARACTERS);
}

function settleZone(own: readonly Property[], zones: FileZones): string | undefined {
  const property = firstNamed(own, 'X-WR-TIMEZONE');
  return property === undefined ? undefined : zones.settle(property);
}

interface EventComponent {
  readonly component: Component;
  readonly cancelled: boolean;
}

function eventComponents(files: readonly Component[], problems: Problems): EventComponent[] {
  const all = files.flatMap(({ parts, lines }) => {
    const cancelled = lines.some(({ text }) => /^METHOD:\s*CANCEL\s*$/i.test(text));
    return parts.filter(({ name }) => name === 'VEVENT').map((component) => ({ component, cancelled }));
  });
  const beyond = all[MOST_EVENTS];
  if (beyond !== undefined) problems.add('too-many-events', beyond.component.line, String(MOST_EVENTS));
  return all.slice(0, MOST_EVENTS);
}
