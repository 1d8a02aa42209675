import type { SoftwareSettings } from '../../config/settings.ts';
import { readAttribute } from './attributes.ts';
import type {
  AttributeValue,
  Contribution,
  Instance,
  Provider,
  SaidSoftware,
  Similar,
  Withdrawal,
} from './said-software.ts';
import {
  type Read,
  readDay,
  readFlag,
  readLink,
  readList,
  readStatus,
  readText,
  readWikidata,
} from './values.ts';

/** A page that says more of a software, or of one that is in no table. */
export interface Sheet {
  readonly path: string;
  /** The number or the name by which it names the row that it is of. */
  readonly of: string;
  readonly name: string;
  readonly said: SaidSoftware;
  readonly findings: readonly SheetFinding[];
}

/** A key of the front matter that is not understood. */
export interface SheetFinding {
  readonly path: string;
  readonly key: string;
  readonly message: string;
}

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
  const wrong = (key: string, message: string) => findings.push({ path, key, message });
  const taken = <T>(key: string, read: (value: unknown) => Read<T>, from: Fields = front, name = key) => {
    const value = read(from[key]);
    if (value !== 'wrong') return value;
    wrong(name, `${name}: “${shown(from[key])}” is not understood`);
    return undefined;
  };
  const items = <T>(key: string, read: (item: Fields, name: string) => T | undefined): T[] | undefined => {
    const value = front[key];
    if (value === undefined || value === null) return undefined;
    const list = (Array.isArray(value) ? value : [value]).slice(0, MAX_ITEMS);
    return list.flatMap((item, at) => {
      const name = `${key}.${at}`;
      const fields = isMap(item) ? item : { name: item, url: item, title: item };
      const made = read(fields, name);
      if (made === undefined) wrong(key, `${name}: “${shown(item)}” is not understood`);
      return made === undefined ? [] : [made];
    });
  };
  const name = readText(front.name) ?? title;
  const withdrawal = withdrawalOf(front.withdrawn, (from, key) =>
    taken(key, readDay, from, `withdrawn.${key}`),
  );
  const status = taken('status', readStatus);
  return {
    path,
    of: readText(front.software) ?? name,
    name,
    findings,
    said: {
      category: readText(front.category),
      critical: taken('critical', readFlag),
      status: status ?? (withdrawal && 'withdrawn'),
      withdrawal,
      since: taken('since', readDay),
      minimumVersion: readText(front.minimumVersion),
      licence: readText(front.licence),
      repository: taken('repository', readLink),
      homepage: taken('homepage', readLink),
      wikidata: taken('wikidata', readWikidata),
      sill: readText(front.sill),
      systems: readList(front.systems),
      contracts: readList(front.contracts),
      descriptions: { ...descriptions, ...localizedTexts(front.description) },
      attributes: attributesOf(front.attributes, settings, wrong),
      similar: items('similar', (item, at): Similar | undefined => {
        const similar = readText(item.name);
        if (similar === undefined) return undefined;
        const free = taken('free', readFlag, item, `${at}.free`);
        return {
          name: similar,
          free: free ?? null,
          wikidata: taken('wikidata', readWikidata, item, `${at}.wikidata`) ?? null,
        };
      }),
      instances: items('instances', (item): Instance | undefined => {
        const url = readLink(item.url);
        if (url === undefined || url === 'wrong') return undefined;
        return { url, audience: readText(item.audience) ?? null, operator: readText(item.operator) ?? null };
      }),
      providers: items('providers', (item, at): Provider | undefined => {
        const provider = readText(item.name);
        if (provider === undefined) return undefined;
        return {
          name: provider,
          url:
            isMap(item) && item.url !== item.name
              ? (taken('url', readLink, item, `${at}.url`) ?? null)
              : null,
        };
      }),
      contributions: items('contributions', (item, at): Contribution | undefined => {
        const made = readText(item.title);
        if (made === undefined) return undefined;
        return {
          title: made,
          url: item.url === item.title ? null : (taken('url', readLink, item, `${at}.url`) ?? null),
          date: taken('date', readDay, item, `${at}.date`) ?? null,
        };
      }),
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
  wrong: (key: string, message: string) => void,
): Readonly<Record<string, AttributeValue>> {
  if (value === undefined || value === null) return {};
  if (!isMap(value)) {
    wrong('attributes', 'attributes: is not a map of names to values');
    return {};
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, written]) => {
      const kind = Object.hasOwn(attributes, name) ? attributes[name]?.kind : undefined;
      const read = kind === undefined ? 'wrong' : readAttribute(kind, written);
      if (kind === undefined)
        wrong('attributes', `attributes.${name}: is not one that software.attributes defines`);
      else if (read === 'wrong')
        wrong('attributes', `attributes.${name}: “${shown(written)}” is not a ${kind}`);
      return read === undefined || read === 'wrong' ? [] : [[name, read] as const];
    }),
  );
}

function isMap(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  return (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 60);
}
