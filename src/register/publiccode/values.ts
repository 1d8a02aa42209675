import { twoLetterLanguage } from './iso-639.ts';
import type { PubliccodeRule } from './rules.ts';
import { isFrom, type Version } from './versions.ts';

/** What is wrong with a text, but for where it is. */
export interface Complaint {
  /** Where not the whole text is shown. */
  readonly found?: string | undefined;
  readonly rule: PubliccodeRule;
  readonly expected?: string | undefined;
}

export function checkUrl(text: string, isWeb: boolean): Complaint | undefined {
  const url = URL.canParse(text) && /^[a-z][a-z0-9+.-]*:\/\/[^/]/i.test(text) ? new URL(text) : undefined;
  const isScp = !isWeb && /^[\w.-]+@[\w.-]+:[^\s]+$/.test(text);
  if (isScp) return { rule: 'not-a-url', expected: scpAsUrl(text) };
  if (!url || /\s/.test(text)) return { rule: 'not-a-url' };
  const isHttp = url.protocol === 'https:' || url.protocol === 'http:';
  return isWeb && !isHttp ? { rule: 'not-http' } : undefined;
}

/** `git@example.org:team/tool.git` is no URL; the same repository most often has this one. */
function scpAsUrl(text: string): string {
  const [host, path] = [text.slice(0, text.indexOf(':')), text.slice(text.indexOf(':') + 1)];
  return `https://${host.slice(host.indexOf('@') + 1)}/${path.replace(/^\//, '')}`;
}

const URN = /^urn:[a-z0-9][a-z0-9-]{0,31}:[^\s]+$/i;
const ITALIAN_PA = /^urn:x-italian-pa:(.*)$/i;
const IPA_CODE = /^[a-z0-9_-]{1,30}$/i;

/** An organisation: a URN (RFC 8141), or an address with a host. */
export function checkUri(text: string): Complaint | undefined {
  const italian = ITALIAN_PA.exec(text)?.[1];
  if (italian !== undefined) return IPA_CODE.test(italian) ? undefined : { rule: 'not-a-uri' };
  if (URN.test(text)) return undefined;
  return checkUrl(text, false) ? { rule: 'not-a-uri' } : undefined;
}

export function isIpaCode(text: string): boolean {
  return IPA_CODE.test(text);
}

/** RFC 3986's scheme and something after it. */
export function isUri(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:[^\s]+$/i.test(text);
}

/** A file of the repository, or a web address of it. */
export function checkPath(text: string, formats: readonly string[] | undefined): Complaint | undefined {
  const isAddress = /^https?:\/\//i.test(text);
  if (isAddress && checkUrl(text, true)) return { rule: 'not-a-url' };
  if (!isAddress && !isRelativePath(text)) return { rule: 'not-a-path' };
  const name = isAddress ? new URL(text).pathname : text;
  const extension = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase();
  if (!formats || (extension !== undefined && formats.includes(extension))) return undefined;
  return isAddress && extension === undefined
    ? undefined
    : { rule: 'file-format', expected: formats.join(', ').toUpperCase() };
}

function isRelativePath(text: string): boolean {
  return !/^(?:[/\\]|[a-z][a-z0-9+.-]*:)/i.test(text) && !text.split(/[/\\]/).includes('..');
}

export function checkDate(
  text: string,
  warns: 'future' | 'past' | undefined,
  today: string,
): Complaint | undefined {
  if (!isDay(text)) return { rule: 'not-a-date', expected: dayIn(text) };
  if (warns === 'future' && text > today) return { rule: 'future-date', expected: today };
  if (warns === 'past' && text < today) return { rule: 'contract-ended', expected: today };
  return undefined;
}

/** A day of the calendar, as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The day that a longer or shorter form of ISO 8601 tells without doubt. */
function dayIn(text: string): string | undefined {
  const day =
    /^(\d{4}-\d{2}-\d{2})[T ]/.exec(text)?.[1] ??
    text.replace(/^(\d{4})[/.]?(\d{2})[/.]?(\d{2})$/, '$1-$2-$3');
  return isDay(day) ? day : undefined;
}

/** One `@`, a domain with a dot, no blank: what can be told without asking the domain. */
export function isEmail(text: string): boolean {
  return (
    text.length <= 254 &&
    /^[^\s@<>(),;:"]{1,64}@[^\s@<>(),;:"._-][^\s@<>(),;:"]*\.[^\s@<>(),;:".]{2,}$/.test(text)
  );
}

/** With the international prefix: + and 7 to 15 digits (ITU-T E.164), however they are grouped. */
export function isPhone(text: string): boolean {
  if (text.length > 40) return false;
  const digits = text.replace(/\D/g, '').length;
  return (
    /^\+[\d\s().\-/\u00a0\u202f]+$/.test(text.replace(/\s*(?:ext\.?|x|#)\s*\d+$/i, '')) &&
    digits >= 7 &&
    digits <= 20
  );
}

/** RFC 6838, section 4.2. */
export function isMediaType(text: string): boolean {
  return /^[a-z0-9][a-z0-9!#$&^_.+-]{0,126}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}$/i.test(text.trim());
}

const LANGUAGES = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
const REGIONS = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/**
 * A tag of BCP 47 whose language of two letters is registered (of the 8,000 of three letters there is no list here); 0.1
 * wrote the three letters of ISO 639-2.
 */
export function checkLanguage(text: string, version: Version): Complaint | undefined {
  const two = twoLetterLanguage(text);
  if (two !== undefined)
    return isFrom(version, '0.2') ? { rule: 'deprecated-value', expected: two } : undefined;
  const [language] = text.split('-', 1) as [string];
  try {
    const { baseName, language: known } = new Intl.Locale(text);
    if (known.length > 2 || LANGUAGES.of(known) !== undefined) return undefined;
    return { rule: 'not-a-language', expected: baseName === text ? undefined : baseName };
  } catch {
    const guess = text.replaceAll('_', '-');
    const isGuess = guess !== text && /^[a-z]{2,3}$/i.test(language.split('_')[0] as string);
    return { rule: 'not-a-language', expected: isGuess ? guess : undefined };
  }
}

const NOT_COUNTRIES = new Set([
  'EU',
  'EZ',
  'UN',
  'XA',
  'XB',
  'XK',
  'QO',
  'ZZ',
  'AC',
  'CP',
  'DG',
  'EA',
  'IC',
  'TA',
  'CQ',
]);

/** ISO 3166-1 alpha-2; small letters were the rule before 0.5, are deprecated since, and are gone from 1. */
export function checkCountry(text: string, version: Version): Complaint | undefined {
  const upper = text.toUpperCase();
  if (!isCountry(upper)) return { rule: 'not-a-country', expected: upper === 'UK' ? 'GB' : undefined };
  if (text === upper) return undefined;
  if (text !== text.toLowerCase()) return { rule: 'not-a-country', expected: upper };
  if (!isFrom(version, '0.5')) return undefined;
  return { rule: isFrom(version, '1') ? 'removed-value' : 'deprecated-value', expected: upper };
}

export function isCountry(upper: string): boolean {
  if (!/^[A-Z]{2}$/.test(upper) || NOT_COUNTRIES.has(upper)) return false;
  // A former code has the name of what came after it.
  return REGIONS.of(upper) !== undefined && new Intl.Locale(`und-${upper}`).region === upper;
}

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Counting goes on for no longer than this; the longest text allowed has 10,000. */
const MANY_CHARACTERS = 50_000;

/** Characters as people count them. */
export function countCharacters(text: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII, where each is one but CR LF
  if (/^[\x00-\x7f]*$/.test(text)) return text.length - (text.match(/\r\n/g)?.length ?? 0);
  let count = 0;
  for (const _ of GRAPHEMES.segment(text)) if (++count === MANY_CHARACTERS) break;
  return count;
}

/** A tag of HTML, not `<https://…>` nor what looks like `a < b`. */
export function htmlIn(text: string): string | undefined {
  return /<(?:\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>|!--)/i.exec(text)?.[0];
}
