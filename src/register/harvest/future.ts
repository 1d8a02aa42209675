import type { SaidRepository } from '../record.ts';

/** Clocks differ, by less than this. */
const TOLERANCE = 86_400;

const DATES = ['creation_date', 'last_update', 'last_modification'] as const;

/**
 * What is said, without what is said of a time to come: whoever sets a clock to 2099 would be the most recent for ever.
 * `now` is in seconds since 1970.
 */
export function withoutFuture(said: SaidRepository, now: number): SaidRepository {
  const isFuture = (date: string | null | undefined) => Date.parse(date ?? '') > (now + TOLERANCE) * 1_000;
  const wrong = DATES.filter((name) => isFuture(said[name]));
  return wrong.length === 0
    ? said
    : { ...said, ...Object.fromEntries(wrong.map((name) => [name, undefined])) };
}
