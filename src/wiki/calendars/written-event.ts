import { createHash } from 'node:crypto';
import type { Component } from './components.ts';
import { DETAILS, eventDetails } from './details.ts';
import type { EventDetails } from './event.ts';
import { type EventEnd, eventEnd } from './event-end.ts';
import type { FileZones } from './file-zones.ts';
import { type Effort, type FollowedRule, followedRule } from './followed-rule.ts';
import type { Problems } from './problems.ts';
import { firstNamed, type Property, properties, textOf } from './properties.ts';
import { type Stamp, stampText } from './stamps.ts';

/** A VEVENT as it is written, before those of the same UID are brought together. */
export interface WrittenEvent {
  readonly uid: string;
  readonly line: number;
  readonly sequence: number;
  readonly isPrivate: boolean;
  /** When it was written, as it says (DTSTAMP). */
  readonly stamp: Stamp | undefined;
  readonly details: EventDetails;
  readonly start: Stamp;
  readonly end: EventEnd;
  readonly rules: readonly FollowedRule[];
  readonly recurs: boolean;
  readonly added: readonly Stamp[];
  readonly excluded: readonly Stamp[];
  /** Which occurrence of its UID it tells, alone or with all those after it. */
  readonly instead: { readonly of: Stamp; readonly andFollowing: boolean } | undefined;
}

/** What the VEVENTs of a file are read with. */
export interface Reading {
  readonly zones: FileZones;
  readonly problems: Problems;
  readonly effort: Effort;
  /** Whether the whole calendar tells what is called off (METHOD:CANCEL, RFC 5546). */
  readonly cancelled: boolean;
}

const NAMES = new Set([
  ...DETAILS,
  'UID',
  'DTSTAMP',
  'SEQUENCE',
  'CLASS',
  'DTSTART',
  'DTEND',
  'DURATION',
  'RRULE',
  'RDATE',
  'EXDATE',
  'RECURRENCE-ID',
]);

const MOST_RULES = 5;

/** Reads a VEVENT; undefined when it does not say when it starts. */
export function writtenEvent(component: Component, reading: Reading): WrittenEvent | undefined {
  const { zones, problems, effort, cancelled } = reading;
  const list = properties(component, NAMES, problems);
  const named = (name: string) => list.filter((property) => property.name === name);
  const stampsOf = (name: string) => named(name).flatMap((property) => zones.stamps(property));
  const recurrenceId = firstNamed(list, 'RECURRENCE-ID');
  const of = recurrenceId && zones.stamps(recurrenceId)[0];
  const startProperty = firstNamed(list, 'DTSTART');
  // What calls an occurrence off may not say again when it was
  const start = startProperty === undefined ? of : zones.stamps(startProperty)[0];
  if (start === undefined) {
    if (startProperty === undefined) problems.add('no-start', component.line);
    return undefined;
  }
  const details = eventDetails(list, cancelled);
  const rules = named('RRULE').slice(0, MOST_RULES);
  const added = stampsOf('RDATE');
  return {
    uid: uidOf(list) ?? deducedUid(component, start, details, problems),
    line: component.line,
    sequence: Number(firstNamed(list, 'SEQUENCE')?.raw) || 0,
    stamp: stampsOf('DTSTAMP')[0],
    isPrivate: /^(?:PRIVATE|CONFIDENTIAL)\s*$/i.test(textOf(firstNamed(list, 'CLASS'))),
    details,
    start,
    end: eventEnd(list, start, zones, problems),
    rules: rules.flatMap((rule) => followedRule(rule, start, effort, problems) ?? []),
    recurs: rules.length > 0 || added.length > 0,
    added,
    excluded: stampsOf('EXDATE'),
    instead: of && { of, andFollowing: recurrenceId?.parameters.range?.toUpperCase() === 'THISANDFUTURE' },
  };
}

function uidOf(list: readonly Property[]): string | undefined {
  return firstNamed(list, 'UID')?.raw.trim() || undefined;
}

/** The same as long as the event keeps its date and its title. */
function deducedUid(
  component: Component,
  start: Stamp,
  { summary }: EventDetails,
  problems: Problems,
): string {
  problems.add('no-uid', component.line);
  return createHash('sha1')
    .update(`${stampText(start)} ${summary}`)
    .digest('hex')
    .slice(0, 16);
}
