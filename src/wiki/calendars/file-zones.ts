import type { Component } from './components.ts';
import { describedZone } from './described-zone.ts';
import type { Problems } from './problems.ts';
import { firstNamed, type Property, properties } from './properties.ts';
import { type Stamp, type TimeFrame, type WrittenTime, writtenTime } from './stamps.ts';
import { zoneNames } from './zone-names.ts';
import { ianaZone, UTC, type Zone } from './zones.ts';

const DESCRIBED = new Set(['TZID', 'X-LIC-LOCATION']);

/** More than any calendar has. */
const MOST = 200;

/** The zones that a file speaks of, each found once. */
export class FileZones {
  readonly #display: Zone;
  readonly #problems: Problems;
  readonly #descriptions = new Map<string, { readonly location: string; readonly component: Component }>();
  readonly #frames = new Map<string, TimeFrame>();
  readonly #date: TimeFrame;
  #floating: TimeFrame;
  #utc: TimeFrame;

  /** `defaultZone` is the IANA name of the zone that people read times in when a file names none. */
  constructor(defaultZone: string, problems: Problems) {
    this.#display = ianaZone(defaultZone) ?? UTC;
    this.#problems = problems;
    this.#date = { kind: 'date', zone: this.#display, shown: this.#display };
    this.#floating = { kind: 'floating', zone: this.#display, shown: this.#display };
    this.#utc = { kind: 'utc', zone: UTC, shown: this.#display };
  }

  /** Takes in a VTIMEZONE; it is read when a time asks for it. */
  describe(component: Component): void {
    const list = properties(component, DESCRIBED, this.#problems);
    const tzid = firstNamed(list, 'TZID')?.raw.trim();
    if (tzid === undefined || this.#descriptions.size === MOST) return;
    this.#descriptions.set(tzid, {
      location: firstNamed(list, 'X-LIC-LOCATION')?.raw.trim() ?? '',
      component,
    });
  }

  /**
   * The calendar's own zone (X-WR-TIMEZONE): its floating times are of it, and those in UTC are shown in it. Answers its
   * IANA name.
   */
  settle(property: Property): string | undefined {
    const zone = this.#find(property.raw);
    if (zone === undefined) this.#problems.add('unknown-zone', property.line, property.raw);
    if (zone?.name === undefined) return undefined;
    this.#floating = { kind: 'zoned', zone, shown: zone };
    this.#utc = { kind: 'utc', zone: UTC, shown: zone };
    return zone.name;
  }

  /** The moments of a DTSTART, DTEND, RDATE, EXDATE or RECURRENCE-ID; what is none is a problem. */
  stamps(property: Property): Stamp[] {
    return property.raw.split(',').flatMap((text) => {
      // A PERIOD is told by its start
      const written = writtenTime(text.split('/', 1)[0] as string);
      if (written !== undefined) return [{ wall: written.wall, frame: this.#frame(written, property) }];
      this.#problems.add('no-such-date', property.line, text);
      return [];
    });
  }

  #frame({ isDate, utc }: WrittenTime, { parameters, line }: Property): TimeFrame {
    if (isDate) return this.#date;
    if (utc) return this.#utc;
    const tzid = typeof parameters.tzid === 'string' ? parameters.tzid : '';
    if (tzid === '') return this.#floating;
    const known = this.#frames.get(tzid);
    if (known !== undefined) return known;
    const frame = this.#zonedFrame(tzid, line);
    if (this.#frames.size < MOST) this.#frames.set(tzid, frame);
    return frame;
  }

  #zonedFrame(tzid: string, line: number): TimeFrame {
    const zone = this.#frames.size < MOST ? this.#find(tzid) : undefined;
    if (zone !== undefined)
      return { kind: 'zoned', zone, shown: zone.name === undefined ? this.#display : zone };
    this.#problems.add('unknown-zone', line, tzid);
    return { kind: 'floating', zone: this.#display, shown: this.#display };
  }

  #find(tzid: string): Zone | undefined {
    const description = this.#descriptions.get(tzid);
    const names = [...zoneNames(tzid), ...zoneNames(description?.location ?? '')];
    for (const name of names) {
      const zone = ianaZone(name);
      if (zone !== undefined) return zone;
    }
    return description === undefined ? undefined : describedZone(description.component, this.#problems);
  }
}
