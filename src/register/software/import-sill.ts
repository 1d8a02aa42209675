import { stringify } from 'yaml';
import type { SoftwareSettings } from '../../config/settings.ts';
import { folded } from '../../wiki/software-files/folded.ts';
import { Keys } from './key.ts';
import type { SillSoftware } from './sill.ts';
import type { Software } from './software.ts';

/** A file to put in the wiki. */
export interface WikiFile {
  readonly path: string;
  readonly content: string;
}

/** Where sheets go in a wiki whose settings name no place. */
export const DEFAULT_SHEETS = 'logiciels';

/** What of an imported catalogue the settings must define for it to be kept. */
const ATTRIBUTES = {
  isFromPublicService: 'from-public-service',
  respectsRgaa: 'rgaa',
  keywords: 'keywords',
} as const;

/**
 * The sheets of imported software, one each, and none of what has a sheet already. A software that is known by its name, its
 * Wikidata id or its number in the SILL gets a sheet that names its row.
 */
export function sillSheets(
  imported: readonly SillSoftware[],
  known: readonly Software[],
  settings: Pick<SoftwareSettings, 'sheets' | 'attributes' | 'contracts'> | undefined,
): { readonly files: readonly WikiFile[]; readonly had: readonly string[] } {
  const folder = (settings?.sheets ?? DEFAULT_SHEETS).replace(/\/+$/, '');
  const keys = new Keys();
  const had: string[] = [];
  const files = imported.flatMap((one) => {
    const here = known.find(
      ({ name, wikidata, sill }) =>
        (wikidata !== undefined && wikidata === one.wikidata) ||
        (sill !== undefined && sill === one.id) ||
        folded(name) === folded(one.name),
    );
    if (here?.sheet) {
      had.push(one.name);
      return [];
    }
    const front = frontOf(one, here, settings?.attributes ?? {});
    const yaml = stringify(front, { lineWidth: 120, aliasDuplicateObjects: false });
    const body = one.description.fr ?? Object.values(one.description)[0] ?? '';
    return [
      { path: `${folder}/${keys.take(null, one.name)}.md`, content: `---\n${yaml}---\n\n${inert(body)}\n` },
    ];
  });
  return { files, had };
}

function frontOf(one: SillSoftware, here: Software | undefined, attributes: SoftwareSettings['attributes']) {
  const isDefined = (name: string) => Object.hasOwn(attributes, name);
  const extra = {
    ...(one.isFromPublicService !== undefined && {
      [ATTRIBUTES.isFromPublicService]: one.isFromPublicService,
    }),
    ...(one.respectsRgaa !== undefined && { [ATTRIBUTES.respectsRgaa]: one.respectsRgaa }),
    ...(one.keywords.length > 0 && { [ATTRIBUTES.keywords]: one.keywords }),
  };
  const kept = Object.entries(extra).filter(([name]) => isDefined(name));
  const all: Readonly<Record<string, unknown>> = {
    title: one.name,
    software: here ? (here.id ?? here.name) : undefined,
    sill: one.id ?? undefined,
    category: here?.category === undefined ? one.categories[0] : undefined,
    status: one.withdrawal ? undefined : one.status,
    withdrawn: one.withdrawal && withoutNothing({ ...one.withdrawal }),
    since: one.since,
    minimumVersion: one.minimumVersion,
    licence: one.licence,
    repository: one.repository,
    homepage: one.homepage,
    wikidata: one.wikidata,
    description: Object.keys(one.description).length > 0 ? one.description : undefined,
    systems: listed(one.systems),
    similar: listed(one.similar.map((similar) => withoutNothing({ ...similar }))),
    providers: listed(one.providers.map((provider) => withoutNothing({ ...provider }))),
    instances: listed(one.instances.map((instance) => withoutNothing({ ...instance }))),
    attributes: kept.length > 0 ? Object.fromEntries(kept) : undefined,
  };
  return withoutNothing(all);
}

function withoutNothing(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== null),
  );
}

function listed<T>(items: readonly T[]): readonly T[] | undefined {
  return items.length === 0 ? undefined : items;
}

/** A text that came from elsewhere as a paragraph in which nothing is HTML, and no line begins a block. */
function inert(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>&#|~]/g, '\\$&');
}
