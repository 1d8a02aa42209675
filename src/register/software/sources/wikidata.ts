import { z } from 'zod';
import type { Connector } from './source.ts';

const time = z.object({ time: z.string() });

const snak = z.object({
  datavalue: z.object({ value: z.union([z.string(), z.object({ id: z.string() }), time]) }).optional(),
});

const statement = z.object({
  rank: z.enum(['preferred', 'normal', 'deprecated']),
  mainsnak: snak,
  qualifiers: z.record(z.string(), z.array(snak)).optional(),
});
type Statement = z.infer<typeof statement>;

const text = z.object({ value: z.string() });

/** An entity in the JSON of Wikibase (“Wikibase/DataModel/JSON”). */
const entity = z.object({
  descriptions: z.union([z.record(z.string(), text), z.array(z.never())]).default({}),
  claims: z.union([z.record(z.string(), z.array(statement)), z.array(z.never())]).default({}),
});

/** The licences that free software mostly has, by the items that stand for them. */
const LICENCES: Readonly<Record<string, string>> = {
  Q334661: 'MIT',
  Q13785927: 'Apache-2.0',
  Q10513450: 'GPL-2.0-only',
  Q27016752: 'GPL-2.0-or-later',
  Q10513445: 'GPL-3.0-only',
  Q27016754: 'GPL-3.0-or-later',
  Q27017232: 'AGPL-3.0-only',
  Q27020062: 'AGPL-3.0-or-later',
  Q18534390: 'LGPL-2.1-only',
  Q27016757: 'LGPL-2.1-or-later',
  Q18534393: 'LGPL-3.0-only',
  Q27016762: 'LGPL-3.0-or-later',
  Q25428413: 'MPL-2.0',
  Q18491847: 'BSD-3-Clause',
  Q18517294: 'BSD-2-Clause',
  Q1376919: 'EUPL-1.2',
};

const SYSTEMS: Readonly<Record<string, string>> = {
  Q388: 'linux',
  Q3251801: 'linux',
  Q1406: 'windows',
  Q14116: 'macos',
  Q94: 'android',
  Q48493: 'ios',
  Q34264: 'bsd',
};

/** Wikidata, asked about each software whose Wikidata id the wiki says. */
export const wikidata: Connector = {
  url: 'https://www.wikidata.org/wiki/Special:EntityData/',
  subjects: (known) => [...new Set(known.flatMap((one) => one.wikidata ?? []))],
  address: (url, subject) => `${url.replace(/\/?$/, '/')}${subject}.json`,
  read(value, subject) {
    const { entities } = z.object({ entities: z.record(z.string(), z.unknown()) }).parse(value);
    // An item that was merged into another is answered under the other's id.
    const found = entities[subject] ?? Object.values(entities)[0];
    if (found === undefined) return [];
    const { descriptions, claims } = entity.parse(found);
    const of = (property: string) => bestOf(Array.isArray(claims) ? [] : (claims[property] ?? []));
    const strings = (property: string) =>
      of(property).flatMap(({ mainsnak }) => {
        const said = mainsnak.datavalue?.value;
        return typeof said === 'string' ? [said] : [];
      });
    const named = (property: string, names: Readonly<Record<string, string>>) =>
      of(property).flatMap(({ mainsnak }) => {
        const said = mainsnak.datavalue?.value;
        return typeof said === 'object' && 'id' in said ? (names[said.id] ?? []) : [];
      });
    const systems = [...new Set(named('P306', SYSTEMS))];
    return [
      {
        wikidata: subject,
        page: `https://www.wikidata.org/wiki/${subject}`,
        said: {
          descriptions: Object.fromEntries(
            Object.entries(Array.isArray(descriptions) ? {} : descriptions)
              .filter(([language]) => /^[a-z]{2,3}$/.test(language))
              .map(([language, { value: said }]) => [language, said.slice(0, 1_000)]),
          ),
          homepage: strings('P856').find(isWebAddress),
          repository: strings('P1324').find(isWebAddress),
          licence: named('P275', LICENCES).join(' OR ') || undefined,
          systems: systems.length > 0 ? systems : undefined,
          latestVersion: newest(of('P348')),
        },
      },
    ];
  },
};

/** Those that are preferred, else those that nobody deprecated. */
function bestOf(statements: readonly Statement[]): readonly Statement[] {
  const preferred = statements.filter(({ rank }) => rank === 'preferred');
  return preferred.length > 0 ? preferred : statements.filter(({ rank }) => rank === 'normal');
}

/** The version whose day of publication (P577) is the last. */
function newest(versions: readonly Statement[]): string | undefined {
  const dated = versions.flatMap(({ mainsnak, qualifiers }) => {
    const version = mainsnak.datavalue?.value;
    const day = qualifiers?.P577?.[0]?.datavalue?.value;
    const when = typeof day === 'object' && 'time' in day ? day.time : '';
    return typeof version === 'string' ? [{ version, when }] : [];
  });
  return dated.toSorted((a, b) => (a.when < b.when ? 1 : a.when > b.when ? -1 : 0))[0]?.version.slice(0, 60);
}

export function isWebAddress(text: string): boolean {
  return /^https?:$/.test(URL.parse(text)?.protocol ?? '');
}
