import { webAddress } from '../register-files/fields.ts';
import { folded } from './folded.ts';
import type { Status } from './said-software.ts';

const YES = new Set(['oui', 'yes', 'true', 'vrai', '1', 'x', 'o', 'y', 'critique', 'critical']);
const NO = new Set(['non', 'no', 'false', 'faux', '0', 'n', 'non critique', 'not critical']);

/** The words of tables and sheets for each status; those of the SILL's first tables too. */
const STATUS_WORDS: Readonly<Record<string, Status>> = {
  observation: 'observation',
  'en observation': 'observation',
  'in observation': 'observation',
  o: 'observation',
  recommended: 'recommended',
  recommande: 'recommended',
  r: 'recommended',
  fr: 'recommended',
  withdrawn: 'withdrawn',
  retire: 'withdrawn',
  retired: 'withdrawn',
  deprecated: 'withdrawn',
};

const MAX_TEXT = 5_000;
const MAX_ITEMS = 100;

/** What is said in a cell or a value of YAML: undefined where there is nothing, `'wrong'` where it is not what it must be. */
export type Read<T> = T | undefined | 'wrong';

export function readText(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return undefined;
  return value.slice(0, MAX_TEXT).toWellFormed().replaceAll('\0', '').trim() || undefined;
}

export function readFlag(value: unknown): Read<boolean> {
  if (typeof value === 'boolean') return value;
  const text = readText(value);
  if (text === undefined) return undefined;
  const word = folded(text);
  if (YES.has(word)) return true;
  return NO.has(word) ? false : 'wrong';
}

export function readStatus(value: unknown): Read<Status> {
  const text = readText(value);
  if (text === undefined) return undefined;
  return STATUS_WORDS[folded(text)] ?? 'wrong';
}

/** A year, a month or a day that exists. */
export function readDay(value: unknown): Read<string> {
  const text = readText(value);
  if (text === undefined) return undefined;
  const [, day = '', year, month = '01', date = '01'] =
    /^((\d{4})(?:-(\d\d))?(?:-(\d\d))?)(?:T.*)?$/.exec(text) ?? [];
  if (year === undefined) return 'wrong';
  const time = Date.parse(`${year}-${month}-${date}`);
  const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(`${year}-${month}-${date}`);
  return exists ? day : 'wrong';
}

/** An address of the web; `example.org/x` is one. */
export function readLink(value: unknown): Read<string> {
  const text = readText(value);
  if (text === undefined) return undefined;
  const url = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  return webAddress.safeParse(url).success && /^https?:\/\/[^/]*[.:]/i.test(url) ? url : 'wrong';
}

/** A Wikidata id, or the address of its page. */
export function readWikidata(value: unknown): Read<string> {
  const text = readText(value);
  if (text === undefined) return undefined;
  return (
    /^(?:https?:\/\/(?:www\.)?wikidata\.org\/(?:wiki|entity)\/)?(Q[1-9]\d{0,11})$/i
      .exec(text)?.[1]
      ?.toUpperCase() ?? 'wrong'
  );
}

/** A list, or a text that commas, semicolons or bars part. */
export function readList(value: unknown): readonly string[] | undefined {
  const items = Array.isArray(value) ? value : (readText(value)?.split(/[,;|]/) ?? []);
  const texts = items.flatMap((item) => readText(item) ?? []).slice(0, MAX_ITEMS);
  return texts.length === 0 ? undefined : [...new Set(texts)];
}
