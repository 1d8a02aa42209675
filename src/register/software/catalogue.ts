import { createHash } from 'node:crypto';
import { SETTINGS_FILE, type SoftwareSettings } from '../../config/settings.ts';
import type { ObjectReader } from '../../git/objects.ts';
import type { Database, Reader } from '../../store/database.ts';
import { filesAt } from '../../store/files.ts';
import { type Version, versionsOf } from '../../store/history.ts';
import { mailChanged } from '../../store/mail-lists.ts';
import { softwareAnswers } from '../../store/software-answers.ts';
import { type SoftwareEntry, saveSoftware, softwareState } from '../../store/software-index.ts';
import type { SoftwareEventTable } from '../../store/software-tables.ts';
import type { FileFinding } from '../../wiki/register-files/finding.ts';
import { Analyser } from '../../wiki/search/analyse.ts';
import type { Site } from '../../wiki/site.ts';
import { softwareFindings } from '../../wiki/software-files/findings.ts';
import { folded } from '../../wiki/software-files/folded.ts';
import { namedFiles, presentFiles } from '../../wiki/software-files/named-files.ts';
import { readSoftwareList } from '../../wiki/software-files/read-list.ts';
import { saidRows } from '../../wiki/software-files/row-said.ts';
import { sheetsOf } from '../../wiki/software-files/sheet-pages.ts';
import { languagesOf } from '../register-context.ts';
import { compose } from './compose.ts';
import { softwareEntry } from './index-entry.ts';
import type { Keys } from './key.ts';
import { type ListVersion, type RowHistory, rowHistory } from './row-history.ts';
import type { Software } from './software.ts';
import { toldBy } from './sources/told.ts';

/** Another number makes the index again. */
const FORMAT = 2;

/** Of what is wrong in a file, the first. */
const MAX_FINDINGS = 50;

/** Of a table that changed more often, what came before is not looked at. */
const MAX_VERSIONS = 2_000;

/** What is said of the whole catalogue: JSON in the index. */
export interface SoftwareFacts {
  readonly findings: readonly FileFinding[];
  /** Which commit's table is shown, where the newest cannot be read; undefined where it is. */
  readonly shownCommit?: string;
  /** What its rows say. */
  readonly fields: readonly string[];
}

/** The wiki that a catalogue is made from, as its index has it. */
export interface SoftwarePlace {
  readonly database: Database;
  readonly objects: ObjectReader;
  readonly site: Pick<Site, 'settings' | 'languages' | 'defaultLanguage'>;
}

/**
 * Brings the index of supported software to the wiki's: the table at each of its versions, the sheets, what outside sources
 * said. Asks nobody. Says whether anything changed.
 */
export async function updateSoftware({ database, objects, site }: SoftwarePlace): Promise<boolean> {
  const { reader } = database;
  const state = await softwareState(reader);
  const settings = site.settings.software;
  if (!settings) {
    if (!state || state.format === '') return false;
    await keep(database, [], [], { format: '', facts: '{}' });
    return true;
  }
  const versions = settings.table === undefined ? [] : await versionsOf(reader, settings.table, MAX_VERSIONS);
  const sheets = await sheetsOf(reader, settings, site);
  const answers = await softwareAnswers(reader);
  const present = await presentFiles(reader, namedFiles(settings));
  const written = await filesAt(reader, [SETTINGS_FILE, ...sheets.map(({ path }) => path)]);
  const files = [
    ...[...present].map(([{ setting }, file]) => [setting, file?.oid]),
    ...written.map(({ path, oid }) => [path, oid]),
  ];
  const languages = languagesOf(site);
  const made = [
    FORMAT,
    settings,
    languages,
    site.defaultLanguage,
    versions.map(({ commit_id }) => commit_id),
  ];
  const format = createHash('sha256')
    .update(
      JSON.stringify([
        made,
        sheets,
        files,
        answers.map(({ source, subject, value }) => [source, subject, value]),
      ]),
    )
    .digest('hex')
    .slice(0, 20);
  if (state?.format === format) return false;

  const read = await readVersions(objects, settings, versions);
  const shown = read.findLastIndex(({ list }) => list.isWhole && list.isReadable);
  const last = shown === -1 ? read.findLastIndex(({ list }) => list.isReadable) : shown;
  const list = read[last]?.list;
  const said = saidRows(list ?? { rows: [], fields: [] }, settings);
  const history = await rowHistory(read.slice(0, last + 1).filter((version) => version.list.isReadable));
  const { software, keys } = compose({
    rows: said.rows,
    sheets,
    gone: history.gone,
    covering: Object.entries(settings.contracts).flatMap(([name, { covers }]) =>
      covers === 'table' ? [name] : [],
    ),
    defaultLanguage: site.defaultLanguage,
    outside: toldBy(settings, answers),
  });
  const { entries, events } = indexed(software, keys, history, {
    settings,
    analysers: languages.map((language) => new Analyser(language)),
  });
  const facts: SoftwareFacts = {
    findings: firstOfEach(await softwareFindings({ reader, objects, settings, sheets })),
    fields: list?.fields ?? [],
    ...(last >= 0 && last < read.length - 1 && { shownCommit: read[last]?.commit as string }),
  };
  await keep(database, entries, events, { format, facts: JSON.stringify(facts) });
  return true;
}

function firstOfEach(findings: readonly FileFinding[]): readonly FileFinding[] {
  return [...Map.groupBy(findings, ({ path }) => path).values()].flatMap((own) => own.slice(0, MAX_FINDINGS));
}

async function keep(
  database: Database,
  ...[entries, events, state]: Parameters<typeof saveSoftware> extends [unknown, ...infer R] ? R : never
) {
  await database.write(async (writer) => {
    await saveSoftware(writer, entries, events, state);
    await mailChanged(writer);
  });
}

/** The versions of the table, the oldest first; one whose bytes are gone is left out. */
async function readVersions(
  objects: ObjectReader,
  settings: SoftwareSettings,
  versions: readonly Version[],
): Promise<ListVersion[]> {
  const read: ListVersion[] = [];
  for (const { kind, oid, path, commit_id, author_name, author_time, subject } of versions.toReversed()) {
    if (kind === 'deleted') continue;
    // What is wrong in it is told of the newest only.
    const list = { ...readSoftwareList(await objects.read(oid), path, settings), findings: [] };
    read.push({ commit: commit_id, author: author_name, subject, at: Number(author_time), list });
  }
  return read;
}

function indexed(
  software: readonly Software[],
  keys: Keys,
  { events, present, gone }: RowHistory,
  how: { readonly settings: SoftwareSettings; readonly analysers: readonly Analyser[] },
): { readonly entries: readonly SoftwareEntry[]; readonly events: readonly SoftwareEventTable[] } {
  const keyOf = new Map(present.map((row, at) => [row, software[at]?.key as string]));
  const removed = gone.flatMap(({ row, id, name }) => {
    const still = software
      .slice(present.length)
      .find((one) => (id !== null && one.id === id) || folded(one.name) === folded(name));
    const key = still?.key ?? keys.take(id, name);
    keyOf.set(row, key);
    return still ? [] : [removedSoftware(key, id, name)];
  });
  return {
    entries: [
      ...software.map((one, at) => softwareEntry(one, { position: at + 1, state: 'listed', ...how })),
      ...removed.map((one, at) =>
        softwareEntry(one, { position: software.length + at + 1, state: 'removed', ...how }),
      ),
    ],
    events: events.map(({ row, name, kind, field, before, after, version }, at) => ({
      position: at + 1,
      key: keyOf.get(row) as string,
      ...{ name, kind, field, before, after },
      commit_id: version.commit,
      author: version.author,
      subject: version.subject,
      at: version.at,
    })),
  };
}

function removedSoftware(key: string, id: string | null, name: string): Software {
  const none = {
    contracts: [],
    descriptions: {},
    attributes: {},
    similar: [],
    instances: [],
    providers: [],
    contributions: [],
  };
  return { key, id, name, sheet: null, origins: {}, ...none };
}

/** What the index says of the whole catalogue. */
export async function softwareFacts(reader: Reader): Promise<SoftwareFacts | undefined> {
  const state = await softwareState(reader);
  return state && state.format !== '' ? (JSON.parse(state.facts) as SoftwareFacts) : undefined;
}
