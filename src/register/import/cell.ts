import type { CellKind } from './columns.ts';

const MAX_TOPICS = 100;
const YES = new Set(['true', '1', 'yes', 'oui', 'vrai']);
const NO = new Set(['false', '0', 'no', 'non', 'faux']);

/**
 * What a cell, or a member of JSON, says: undefined where it is empty and that may be because nobody knew, null where it says
 * that there is none.
 */
export function cellValue(kind: CellKind, value: unknown): unknown {
  if (value === undefined) return undefined;
  switch (kind) {
    case 'flag':
      return flag(value);
    case 'count':
      return count(value);
    case 'count-above-0':
      return count(value) || undefined;
    case 'time':
      return time(value);
    case 'list':
      return topics(value);
    default:
      return text(value);
  }
}

function text(value: unknown): string | null | undefined {
  if (value === null) return null;
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  return String(value).trim() || null;
}

function flag(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const word = String(value).trim().toLowerCase();
  if (YES.has(word)) return true;
  return NO.has(word) ? false : undefined;
}

function count(value: unknown): number | undefined {
  if (value === null || value === '') return undefined;
  const number = Number(value);
  return Number.isInteger(number) && number >= 0 && number < 2 ** 53 ? number : undefined;
}

/** A time of RFC 3339, in UTC and whole seconds; undefined of what is no date. */
export function time(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d/.test(value)) return undefined;
  const read = Date.parse(/^\d{4}-\d\d-\d\d$/.test(value) ? `${value}T00:00:00Z` : value);
  return Number.isNaN(read) ? undefined : new Date(read).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

function topics(value: unknown): string[] | undefined {
  const list = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : undefined;
  return list
    ?.filter((topic) => typeof topic === 'string')
    .map((topic) => topic.trim())
    .filter((topic) => topic !== '')
    .slice(0, MAX_TOPICS);
}
