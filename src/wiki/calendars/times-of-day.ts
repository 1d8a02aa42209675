import { DAY } from './days.ts';
import type { Frequency, RecurrenceRule } from './recurrence-rule.ts';

/** The times of a day at which a rule falls, in milliseconds and in their order, and how many were looked at. */
export type TimesOfDay = (day: number) => { readonly times: readonly number[]; readonly steps: number };

const HOUR = 3_600_000;
const MINUTE = 60_000;
const SECOND = 1000;

const UNITS: Partial<Record<Frequency, number>> = { HOURLY: HOUR, MINUTELY: MINUTE, SECONDLY: SECOND };

/** More than anything shows of one day. */
const MOST = 200;

/** Whether a rule counts in less than days. */
export function isSubdaily(frequency: Frequency): boolean {
  return frequency in UNITS;
}

/** What a rule says of times (RFC 5545, section 3.3.10); what it does not say is taken from the start of the event. */
export function timesOfDay(rule: RecurrenceRule, start: number): TimesOfDay {
  const time = start - Math.floor(start / DAY) * DAY;
  const hours = orElse(rule.hours, Math.floor(time / HOUR));
  const minutes = orElse(rule.minutes, Math.floor(time / MINUTE) % 60);
  const seconds = orElse(rule.seconds, Math.floor(time / SECOND) % 60);
  const unit = UNITS[rule.frequency];
  if (unit === undefined) {
    const answer = { times: combine(hours, minutes, seconds), steps: 0 };
    return () => answer;
  }
  const within = combine([0], unit > MINUTE ? minutes : [0], unit > SECOND ? seconds : [0]);
  const kept = rule.positions.length === 0 ? within : atPositions(within, rule.positions);
  return (day) => timesByUnit(rule, Math.floor(start / unit) * unit - day * DAY, unit, kept);
}

/** Those of a list that BYSETPOS names: from 1, or from the end when negative. */
export function atPositions(list: readonly number[], positions: readonly number[]): number[] {
  return list.filter((_, at) => positions.includes(at + 1) || positions.includes(at - list.length));
}

/** Counts units from `origin`, and jumps over hours and minutes that the rule leaves out. */
function timesByUnit(rule: RecurrenceRule, origin: number, unit: number, within: readonly number[]) {
  const { hours, minutes, seconds } = rule;
  const step = unit * rule.interval;
  const atOrAfter = (time: number) => origin + Math.ceil((time - origin) / step) * step;
  const leavesOut = (listed: readonly number[], length: number, time: number, of: number) =>
    unit <= length && listed.length > 0 && !listed.includes(Math.floor(time / length) % of);
  const times: number[] = [];
  let steps = 0;
  for (let at = atOrAfter(0); at < DAY && times.length < MOST; steps++) {
    if (leavesOut(hours, HOUR, at, 24)) at = atOrAfter((Math.floor(at / HOUR) + 1) * HOUR);
    else if (leavesOut(minutes, MINUTE, at, 60)) at = atOrAfter((Math.floor(at / MINUTE) + 1) * MINUTE);
    else {
      if (!leavesOut(seconds, SECOND, at, 60)) for (const offset of within) times.push(at + offset);
      at += step;
    }
  }
  return { times, steps };
}

function orElse(listed: readonly number[], fallback: number): readonly number[] {
  return listed.length > 0 ? listed : [fallback];
}

function combine(hours: readonly number[], minutes: readonly number[], seconds: readonly number[]): number[] {
  const times: number[] = [];
  for (const hour of hours) {
    for (const minute of minutes) {
      for (const second of seconds) {
        if (times.length === MOST) return times;
        times.push(((hour * 60 + minute) * 60 + second) * SECOND);
      }
    }
  }
  return times;
}
