import type { InterfaceLocale, Messages } from './messages.ts';

type Formats = Pick<Messages, 'locale' | 'date' | 'month' | 'number' | 'fileSize' | 'languageName'>;

const sizeUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** The formats of one locale. `region` (as `fr-FR`, `en-GB`) decides the order of a date. */
export function formats(locale: InterfaceLocale, region: string): Formats {
  const date = new Intl.DateTimeFormat(region, { dateStyle: 'long', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(region, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const number = new Intl.NumberFormat(region);
  const day = kept((iso) => date.format(writtenDay(iso)));
  const languages = new Intl.DisplayNames(region, { type: 'language', fallback: 'code' });
  return {
    locale,
    date: (iso) => day(iso.slice(0, 10)),
    month: (iso) => month.format(writtenDay(iso)),
    number: (value) => number.format(value),
    fileSize: (bytes) => formatSize(region, bytes),
    languageName: kept((tag) => languages.of(tag) ?? tag),
  };
}

/** There are some two hundred languages, and more days: anyone can write another code in a page. */
const MAX_KEPT = 1_000;

/** Asking the platform costs 10 µs. What it refuses is asked again. */
function kept(write: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const written = known.get(text) ?? write(text);
    if (known.size < MAX_KEPT) known.set(text, written);
    return written;
  };
}

/** The day as its author wrote it, whatever the zone: an evening in Nouméa stays on its own date. */
function writtenDay(iso: string): Date {
  return new Date(`${iso.slice(0, 10)}T00:00:00Z`);
}

function formatSize(region: string, bytes: number): string {
  let value = bytes;
  let power = 0;
  while (value >= 999.5 && power < sizeUnits.length - 1) {
    value /= 1000;
    power += 1;
  }
  return new Intl.NumberFormat(region, {
    style: 'unit',
    unit: sizeUnits[power] as string,
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power > 1 && value < 10 ? 1 : 0,
  }).format(value);
}

const pluralRules: Readonly<Record<InterfaceLocale, Intl.PluralRules>> = {
  fr: new Intl.PluralRules('fr'),
  en: new Intl.PluralRules('en'),
};

/** Chooses between one and several by the rules of `locale` (in French, 0 and 1.5 are singular). */
export function plural(locale: InterfaceLocale, count: number, one: string, other: string): string {
  return pluralRules[locale].select(count) === 'one' ? one : other;
}
