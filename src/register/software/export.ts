import type { SoftwareSettings } from '../../config/settings.ts';
import type { Software } from './software.ts';

/** The columns of the catalogue, in the order of its CSV; attributes follow. */
const COLUMNS: readonly (readonly [string, (software: Software) => unknown])[] = [
  ['key', ({ key }) => key],
  ['id', ({ id }) => id],
  ['name', ({ name }) => name],
  ['category', ({ category }) => category],
  ['critical', ({ critical }) => critical],
  ['status', ({ status }) => status],
  ['withdrawn_on', ({ withdrawal }) => withdrawal?.on],
  ['withdrawn_why', ({ withdrawal }) => withdrawal?.why],
  ['last_recommended_version', ({ withdrawal }) => withdrawal?.lastVersion],
  ['since', ({ since }) => since],
  ['minimum_version', ({ minimumVersion }) => minimumVersion],
  ['latest_version', ({ latestVersion }) => latestVersion],
  ['licence', ({ licence }) => licence],
  ['repository', ({ repository }) => repository],
  ['homepage', ({ homepage }) => homepage],
  ['wikidata', ({ wikidata }) => wikidata],
  ['sill', ({ sill }) => sill],
  ['systems', ({ systems }) => systems],
  ['contracts', ({ contracts }) => contracts],
];

/** A software as an object of flat members; unknown is null. Texts by language have a member each (`description_fr`). */
export function softwareMembers(
  software: Software,
  {
    attributes,
    languages,
  }: { readonly attributes: SoftwareSettings['attributes']; readonly languages: readonly string[] },
): Readonly<Record<string, unknown>> {
  return Object.fromEntries([
    ...COLUMNS.map(([name, of]) => [name, of(software) ?? null]),
    ...languages.map((language) => [`description_${language}`, software.descriptions[language] ?? null]),
    ...Object.keys(attributes).map((name) => [`attribute_${name}`, software.attributes[name] ?? null]),
  ]);
}

/** The same with all that a flat table has no room for. */
export function softwareObject(
  software: Software,
  how: Parameters<typeof softwareMembers>[1],
): Readonly<Record<string, unknown>> {
  const { descriptions, similar, instances, providers, contributions, origins } = software;
  return {
    ...softwareMembers(software, how),
    descriptions,
    similar,
    instances,
    providers,
    contributions,
    origins,
  };
}
