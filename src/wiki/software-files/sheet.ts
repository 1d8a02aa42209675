import type { SoftwareSettings } from '../../config/settings.ts';
import { ATTRIBUTE_FORMS } from './attributes.ts';
import { DAY, FLAG, type Form, LINK, STATUS, WIKIDATA } from './forms.ts';
import type {
  AttributeValue,
  Contribution,
  Instance,
  Provider,
  SaidSoftware,
  Similar,
  Withdrawal,
} from './said-software.ts';
import { readLink, readList, readText } from './values.ts';

/** A page that says more of a software, or of one that is in no table. */
export interface Sheet {
  readonly path: string;
  /** The number or the name by which it names the row that it is of, and the key that says it. */
  readonly of: string;
  readonly ofKey: 'software' | 'name' | 'title';
  readonly name: string;
  readonly said: SaidSoftware;
  readonly findings: readonly SheetFinding[];
}

/** Something in the front matter that is not understood. */
export interface SheetFinding {
  readonly path: string;
  /** Where it is: the keys and items that lead there. */
  readonly place: Place;
  readonly message: string;
}

type Place = readonly (string | number)[];
type Wrong = (place: Place, what: string) => void;

/** A page in the folder of sheets, and its translations. */
export interface SheetPage {
  readonly path: string;
  readonly title: string;
  readonly front: Readonly<Record<string, unknown>>;
  /** What each of the translations says of it in a sentence. */
  readonly descriptions: Readonly<Record<string, string>>;
}

type Settings = Pick<SoftwareSettings, 'attributes'>;
type Fields = Readonly<Record<string, unknown>>;

const MAX_ITEMS = 200;

/** Reads the front matter of a sheet. What is wrong in it is told and left out; the rest stands. */
export function readSheet({ path, title, front, descriptions }: SheetPage, settings: Settings): Sheet {
  const findings: SheetFinding[] = [];
  const wrong: Wrong = (place, what) =>
    findings.push({ path, place, message: `${place.join('.')}: ${what}` });
  const taken = <T>(key: string, { read, remedy }: Form<T>, from: Fields = front, above: Place = []) => {
    const value = read(from[key]);
    if (value !== 'wrong') return value;
    wrong([...above, key], `“${shown(from[key])}” is not understood; ${remedy}`);
    return undefined;
  };
  const items = <T>(
    key: string,
    remedy: string,
    read: (item: Fields, place: Place) => T | undefined,
  ): T[] | undefined => {
    const value = front[key];
    if (value === undefined || value === null) return undefined;
    const list = (Array.isArray(value) ? value : [value]).slice(0, MAX_ITEMS);
    return list.flatMap((item, at) => {
      const place = [key, at];
      const fields = isMap(item) ? item : { name: item, url: item, title: item };
      const made = read(fields, place);
      if (made === undefined) wrong(place, `“${shown(item)}” is not understood; ${remedy}`);
      return made === undefined ? [] : [made];
    });
  };
  const name = readText(front.name) ?? title;
  const withdrawal = withdrawalOf(front.withdrawn, (from, key) => taken(key, DAY, from, ['withdrawn']));
  const status = taken('status', STATUS);
  return {
    path,
    of: readText(front.software) ?? name,
    ofKey: (['software', 'name'] as const).find((key) => readText(front[key]) !== undefined) ?? 'title',
    name,
    findings,
    said: {
      category: readText(front.category),
      critical: taken('critical', FLAG),
      status: status ?? (withdrawal && 'withdrawn'),
      withdrawal,
      since: taken('since', DAY),
      minimumVersion: readText(front.minimumVersion),
      licence: readText(front.licence),
      repository: taken('repository', LINK),
      homepage: taken('homepage', LINK),
      wikidata: taken('wikidata', WIKIDATA),
      sill: readText(front.sill),
      systems: readList(front.systems),
      contracts: readList(front.contracts),
      descriptions: { ...descriptions, ...localizedTexts(front.description) },
      attributes: attributesOf(front.attributes, settings, wrong),
      similar: items('similar', 'write a name, or { name: … }', (item, at): Similar | undefined => {
        const similar = readText(item.name);
        if (similar === undefined) return undefined;
        const free = taken('free', FLAG, item, at);
        return {
          name: similar,
          free: free ?? null,
          wikidata: taken('wikidata', WIKIDATA, item, at) ?? null,
        };
      }),
      instances: items('instances', 'write an address, or { url: … }', (item): Instance | undefined => {
        const url = readLink(item.url);
        if (url === undefined || url === 'wrong') return undefined;
        return { url, audience: readText(item.audience) ?? null, operator: readText(item.operator) ?? null };
      }),
      providers: items('providers', 'write a name, or { name: … }', (item, at): Provider | undefined => {
        const provider = readText(item.name);
        if (provider === undefined) return undefined;
        return {
          name: provider,
          url: isMap(item) && item.url !== item.name ? (taken('url', LINK, item, at) ?? null) : null,
        };
      }),
      contributions: items(
        'contributions',
        'write a title, or { title: … }',
        (item, at): Contribution | undefined => {
          const made = readText(item.title);
          if (made === undefined) return undefined;
          return {
            title: made,
            url: item.url === item.title ? null : (taken('url', LINK, item, at) ?? null),
            date: taken('date', DAY, item, at) ?? null,
          };
        },
      ),
    },
  };
}

function withdrawalOf(
  value: unknown,
  day: (from: Fields, key: string) => string | undefined,
): Withdrawal | undefined {
  if (value === undefined || value === null || value === false) return undefined;
  if (!isMap(value))
    return { on: null, why: value === true ? null : (readText(value) ?? null), lastVersion: null };
  return {
    on: day(value, 'on') ?? null,
    why: readText(value.why) ?? null,
    lastVersion: readText(value.lastVersion) ?? null,
  };
}

/** One text a language; a text alone is the page's own description, which is known already. */
function localizedTexts(value: unknown): Record<string, string> {
  if (!isMap(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([language, text]) => {
      const read = readText(text);
      return /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(language) && read !== undefined ? [[language, read]] : [];
    }),
  );
}

function attributesOf(
  value: unknown,
  { attributes }: Settings,
  wrong: Wrong,
): Readonly<Record<string, AttributeValue>> {
  if (value === undefined || value === null) return {};
  if (!isMap(value)) {
    wrong(['attributes'], 'is not a map of names to values; write { name: value }');
    return {};
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, written]) => {
      const place = ['attributes', name];
      const kind = Object.hasOwn(attributes, name) ? attributes[name]?.kind : undefined;
      if (kind === undefined) {
        wrong(place, 'is not one that software.attributes defines; define it there, or take it away');
        return [];
      }
      const { read, remedy } = ATTRIBUTE_FORMS[kind];
      const value = read(written);
      if (value === 'wrong') wrong(place, `“${shown(written)}” is not understood; ${remedy}`);
      return value === undefined || value === 'wrong' ? [] : [[name, value] as const];
    }),
  );
}

function isMap(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  return (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 60);
}
