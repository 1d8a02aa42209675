import ICAL from 'ical.js';
import type { Component } from './components.ts';
import type { ContentLine } from './content-lines.ts';
import type { Problems } from './problems.ts';

/** A property of a component, its value read by the type it has (jCal, RFC 7265). */
export interface Property {
  /** In capitals. */
  readonly name: string;
  readonly line: number;
  /** By their names in small letters. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly values: readonly unknown[];
  /** As the file has it. */
  readonly raw: string;
}

const NAME = /^([A-Za-z0-9-]+)[;:]/;

/** Name and parameters, up to the value. A bound on them keeps what reads them linear. */
const HEAD = /^[A-Za-z0-9-]+(?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*)){0,40}){0,40}:/;

/** A zone named as some programs show it, with its colon left bare: `TZID=(UTC+01:00) Brussels, Paris`. */
const BARE_ZONE = /;TZID=(\(UTC[^)"]*\)[^:"]*):/;

/** The properties of a component whose names are in `names`. Any line that is not a property is a problem. */
export function properties(component: Component, names: ReadonlySet<string>, problems: Problems): Property[] {
  const found: Property[] = [];
  for (const content of component.lines) {
    const name = NAME.exec(content.text)?.[1]?.toUpperCase();
    if (name !== undefined && !names.has(name)) continue;
    const property = name === undefined ? undefined : readProperty(name, content);
    if (property === undefined) problems.add('malformed-line', content.line, content.text);
    else found.push(property);
  }
  return found;
}

function readProperty(name: string, { line, text }: ContentLine): Property | undefined {
  const mended = text.replace(BARE_ZONE, ';TZID="$1":');
  const head = HEAD.exec(mended)?.[0];
  if (head === undefined) return undefined;
  try {
    const [, parameters, , ...values] = ICAL.parse.property(mended, ICAL.design.icalendar) as [
      string,
      Record<string, string>,
      string,
      ...unknown[],
    ];
    return { name, line, parameters, values, raw: mended.slice(head.length) };
  } catch {
    return { name, line, parameters: {}, values: [], raw: mended.slice(head.length) };
  }
}

export function firstNamed(list: readonly Property[], name: string): Property | undefined {
  return list.find((property) => property.name === name);
}

/** The first text of a property; an empty one when there is none. */
export function textOf(property: Property | undefined): string {
  const value = property?.values[0];
  return typeof value === 'string' ? value : '';
}
