import type { SoftwareSettings } from '../../config/settings.ts';
import type { SoftwareEntry } from '../../store/software-index.ts';
import type { Analyser } from '../../wiki/search/analyse.ts';
import { folded } from '../../wiki/software-files/folded.ts';
import type { AttributeValue } from '../../wiki/software-files/said-software.ts';
import { codeAddress } from '../address.ts';
import { apart, tokensOf } from '../found-by.ts';
import type { Software } from './software.ts';

/** What every catalogue can be filtered by; attributes that are filters follow, as `attribute.NAME`. */
export const SOFTWARE_FACETS = ['category', 'critical', 'status', 'contract', 'licence', 'system'] as const;

const MAX_VALUE = 200;

/** The facets of the catalogue that settings describe. */
export function softwareFacets(
  settings: Pick<SoftwareSettings, 'attributes'> | undefined,
): readonly string[] {
  const filters = Object.entries(settings?.attributes ?? {}).filter(([, { filter }]) => filter);
  return [...SOFTWARE_FACETS, ...filters.map(([name]) => `attribute.${name}`)];
}

/** A software of the catalogue as the index has it. */
export function softwareEntry(
  software: Software,
  {
    position,
    state,
    analysers,
    settings,
  }: {
    readonly position: number;
    readonly state: 'listed' | 'removed';
    readonly analysers: readonly Analyser[];
    readonly settings: Pick<SoftwareSettings, 'attributes'>;
  },
): SoftwareEntry {
  const { key, name, since, repository, sheet } = software;
  return {
    row: {
      key,
      position,
      name,
      folded_name: folded(name),
      state,
      since: since ?? '',
      repository: (repository !== undefined && codeAddress(repository)?.alias) || null,
      sheet,
      record: JSON.stringify(software),
    },
    facets: facetsOf(software, settings),
    tokens: tokensOf(textOf(software), analysers),
  };
}

function facetsOf(software: Software, { attributes }: Pick<SoftwareSettings, 'attributes'>) {
  const values: Readonly<Record<string, readonly string[]>> = {
    category: list(software.category),
    critical: software.critical === undefined ? [] : [software.critical ? 'yes' : 'no'],
    status: list(software.status),
    contract: software.contracts,
    licence: list(software.licence),
    system: (software.systems ?? []).map((system) => system.toLowerCase()),
    ...Object.fromEntries(
      Object.entries(attributes).flatMap(([name, { filter }]) => {
        const value = software.attributes[name];
        return filter && value !== undefined ? [[`attribute.${name}`, attributeFacets(value)]] : [];
      }),
    ),
  };
  return Object.entries(values).flatMap(([facet, all]) =>
    all.map((value) => ({ facet, value: value.slice(0, MAX_VALUE) })),
  );
}

function textOf(software: Software): string {
  return [
    apart(software.name),
    software.id ?? '',
    software.category ?? '',
    software.licence ?? '',
    ...Object.values(software.descriptions),
    ...(software.systems ?? []),
    ...software.similar.map(({ name }) => name),
    ...Object.values(software.attributes).flatMap((value) =>
      typeof value === 'boolean' ? [] : attributeFacets(value),
    ),
  ].join('\n');
}

function list(value: string | undefined): readonly string[] {
  return value === undefined ? [] : [value];
}

/** What a value is told from others by, as a filter. */
function attributeFacets(value: AttributeValue): readonly string[] {
  if (typeof value === 'boolean') return [value ? 'yes' : 'no'];
  return typeof value === 'object' ? value : [String(value)];
}
