import type { ScoreSettings } from '../config/register-settings.ts';
import type { CodeEntry } from '../store/code-index.ts';
import type { CodeAccountTable } from '../store/code-tables.ts';
import { forgeKindNamed } from '../wiki/register-files/forge-kind.ts';
import type { Whose } from '../wiki/register-files/whose.ts';
import type { Analyser } from '../wiki/search/analyse.ts';
import { foldWord } from '../wiki/search/fold.ts';
import { purlWithoutVersion } from './dependencies/purl.ts';
import { foundBy } from './found-by.ts';
import type { AccountRecord, RepositoryRecord } from './record.ts';
import { scoreOf } from './score.ts';

/** What records are indexed with. */
export interface Indexing {
  readonly analysers: readonly Analyser[];
  readonly whose: Whose;
  /** The organisation that all parents of one lead to. */
  readonly topOf: (organisation: string) => string | undefined;
  readonly score: ScoreSettings;
}

const MAX_NAME = 200;
const MAX_TOPICS = 50;
const MAX_COUNT = 2 ** 31 - 1;

/** A repository of the register as the index has it. */
export function repositoryEntry(
  record: RepositoryRecord,
  { analysers, whose, topOf, score }: Indexing,
): CodeEntry {
  const address = record.aliases[0] ?? record.key;
  const [forge = '', owner] = address.split('/');
  const name = record.name.slice(0, MAX_NAME);
  const updated = timeOf(record.last_update) ?? 0;
  const created = timeOf(record.creation_date);
  const organisation = whose(address)?.organisation;
  const account = owner === undefined ? forge : `${forge}/${owner}`;
  return {
    row: {
      key: record.key,
      address,
      name,
      folded_name: foldWord(name).slice(0, MAX_NAME),
      account,
      organisation: organisation ?? null,
      ministry: (organisation === undefined ? undefined : topOf(organisation)) ?? null,
      forge,
      kind: record.publiccode?.software_type?.slice(0, MAX_NAME) || null,
      language: record.language?.slice(0, MAX_NAME) || null,
      licence: (record.spdx_id ?? record.license)?.slice(0, MAX_NAME) || null,
      is_fork: bit(record.is_fork),
      is_archived: bit(record.is_archived),
      is_template: bit(record.is_template),
      has_publiccode: bit(record.has_publiccode),
      has_contributing: bit(record.has_contributing),
      has_releases: record.releases === null ? null : bit(record.releases.length > 0),
      in_heritage: bit(record.software_heritage_exists),
      state: record.gone !== null ? 'gone' : record.missing !== null ? 'missing' : 'present',
      stars: Math.min(record.stars_count ?? 0, MAX_COUNT),
      forks: Math.min(record.forks_count ?? 0, MAX_COUNT),
      score: scoreOf(record, score),
      created_year: created === undefined ? null : new Date(created * 1000).getUTCFullYear(),
      created_at: created ?? 0,
      updated_at: updated,
      released_at: timeOf(record.last_release) ?? 0,
      record: JSON.stringify(record),
    },
    aliases: known(record),
    topics: record.topics.slice(0, MAX_TOPICS).map((topic) => topic.toLowerCase().slice(0, MAX_NAME)),
    dependencies: dependenciesOf(record),
    tokens: foundBy(record, analysers),
  };
}

/** Each package once, whatever its versions; whether it is asked for, where a file says so of one of them. */
function dependenciesOf({ dependencies }: RepositoryRecord): CodeEntry['dependencies'] {
  const { direct = [], indirect = [], unknown = [] } = dependencies ?? {};
  const said: readonly (readonly [readonly string[], number | null])[] = [
    [unknown, null],
    [indirect, 0],
    [direct, 1],
  ];
  const packages = new Map(
    said.flatMap(([purls, is_direct]) => purls.map((purl) => [purlWithoutVersion(purl), is_direct] as const)),
  );
  return [...packages].map(([purl, is_direct]) => ({ purl, is_direct }));
}

/** An account of the register as the index has it. */
export function accountEntry(
  record: AccountRecord,
  { whose }: Pick<Indexing, 'whose'>,
): { readonly row: CodeAccountTable; readonly aliases: readonly string[] } {
  const address = record.aliases[0] ?? record.key;
  const belonging = whose(address);
  return {
    row: {
      key: record.key,
      address,
      name: (record.name || record.login).slice(0, MAX_NAME),
      forge: address.split('/', 1)[0] as string,
      kind: forgeKindNamed(record.platform) ?? null,
      organisation: belonging?.organisation ?? null,
      policy: belonging?.policy ?? null,
      office: belonging?.office ?? null,
      followers:
        record.gone === null && record.followers_count !== null
          ? Math.min(record.followers_count, MAX_COUNT)
          : null,
      record: JSON.stringify(record),
    },
    aliases: known(record),
  };
}

/** All that something is known by: its addresses, and the forge's own number for it. */
export function known({ aliases, id }: Pick<RepositoryRecord, 'aliases' | 'id'>): readonly string[] {
  return id === null ? aliases : [...aliases, idAlias(aliases[0] ?? '', id)];
}

/** The alias that a forge's number is; no address has a `#`. */
export function idAlias(address: string, id: string): string {
  return `${address.split('/', 1)[0]}#${id}`;
}

function bit(flag: boolean | null): number | null {
  return flag === null ? null : Number(flag);
}

/** Seconds since 1970; undefined of no date. */
function timeOf(date: string | null): number | undefined {
  const time = Date.parse(date ?? '');
  return Number.isNaN(time) ? undefined : Math.floor(time / 1000);
}
