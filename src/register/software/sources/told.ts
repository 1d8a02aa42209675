import type { SoftwareSettings } from '../../../config/settings.ts';
import type { OutsideSource } from '../../../config/software-settings.ts';
import type { SoftwareAnswerTable } from '../../../store/software-tables.ts';
import { folded } from '../../../wiki/software-files/folded.ts';
import type { Outside } from '../compose.ts';
import { cnll } from './cnll.ts';
import { comptoirDuLibre } from './comptoir-du-libre.ts';
import type { Connector, Told } from './source.ts';
import { wikidata } from './wikidata.ts';

/** How each source is asked and understood: another one is another row. */
export const CONNECTORS: Readonly<Record<OutsideSource, Connector>> = {
  wikidata,
  'comptoir-du-libre': comptoirDuLibre,
  cnll,
};

/** The sources that are on, the one that is believed first first. */
export function sourcesOf({ sources }: Pick<SoftwareSettings, 'sources'>) {
  return sources.filter(({ off }) => !off);
}

/**
 * What the sources that are on said when they were last asked. A software is known by its Wikidata id, else by its number in
 * the SILL, else by its name.
 */
export function toldBy(
  settings: Pick<SoftwareSettings, 'sources'>,
  answers: readonly Pick<SoftwareAnswerTable, 'source' | 'value'>[],
): Outside {
  const believed = sourcesOf(settings).map(({ name }) => ({
    voice: name,
    find: finder(
      answers.filter(({ source }) => source === name).flatMap(({ value }) => JSON.parse(value) as Told[]),
    ),
  }));
  return (known) => {
    let { wikidata: id, sill } = known;
    return believed.flatMap(({ voice, find }) => {
      const told = find({ ...known, wikidata: id, sill });
      if (!told) return [];
      id ??= told.wikidata;
      sill ??= told.sill;
      return [{ voice, said: told.said }];
    });
  };
}

function finder(all: readonly Told[]) {
  const by = (key: (told: Told) => string | undefined) =>
    new Map(all.toReversed().map((told) => [key(told), told]));
  const [byWikidata, bySill, byName] = [
    by(({ wikidata: id }) => id),
    by(({ sill }) => sill),
    by(({ name }) => (name === undefined ? undefined : folded(name))),
  ];
  return ({ wikidata: id, sill, name }: Parameters<Outside>[0]): Told | undefined =>
    (id !== undefined && byWikidata.get(id)) ||
    (sill !== undefined && bySill.get(sill)) ||
    byName.get(folded(name));
}
