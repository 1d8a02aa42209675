import { SETTINGS_FILE } from '../../config/settings.ts';
import type { Writer } from '../../store/database.ts';
import { pathsLinkedFrom } from '../../store/links.ts';
import type { IndexContext } from '../index-context.ts';
import type { Site } from '../site.ts';
import { checkData, checkFiles, checkTranslations, filesNamedBy } from './check-files.ts';
import { checkLinks, dependents } from './check-links.ts';
import { checkNames } from './check-names.ts';
import { checkRegister } from './check-register.ts';
import { CheckRun } from './check-run.ts';
import { checkSoftware } from './check-software.ts';
import { type Presence, presenceOf } from './presence.ts';
import { settingsFindings } from './rules/files.ts';

/** What a push touched, as the rest of the index found it. */
export interface Touched {
  readonly paths: readonly string[];
  /** The files of data that were read again. */
  readonly data: readonly string[];
  /** Those of the pages whose translations may not be what they were. */
  readonly families: readonly string[];
  /** What the index said of these paths before; undefined when everything is indexed anew. */
  readonly before?: Presence;
  /** The wiki as a whole before; undefined when everything is indexed anew. */
  readonly formerly?: Site;
}

/** Finds again what is wrong in the files that were touched, and in those whose links, names or uses depend on them. */
export async function indexChecks(
  writer: Writer,
  context: IndexContext,
  { paths, data, families, before, formerly }: Touched,
  site: Site,
): Promise<void> {
  const run = new CheckRun(writer, context, site);
  const after = before && (await presenceOf(writer, paths));
  const depending = before && after ? await dependents(run, paths, before, after) : [];
  await checkLinks(run, [...new Set([...paths, ...depending])]);
  await checkNames(run, paths, before, after);
  await checkTranslations(run, paths, families);
  await checkData(run, data);
  const linked = before && after ? [...before.linked, ...after.linked] : await pathsLinkedFrom(writer, paths);
  const areSettingsTouched =
    paths.includes(SETTINGS_FILE) || JSON.stringify(formerly?.settings) !== JSON.stringify(site.settings);
  const named = areSettingsTouched ? [formerly, site].flatMap((one) => (one ? filesNamedBy(one) : [])) : [];
  await checkFiles(run, paths, [...linked, ...named]);
  await run.replace('settings', [SETTINGS_FILE], settingsFindings(site));
  await checkRegister(run, paths, areSettingsTouched);
  await checkSoftware(run, paths, areSettingsTouched);
}
