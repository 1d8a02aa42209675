import { dataFilesAt } from '../../store/data-files.ts';
import { filesAt } from '../../store/files.ts';
import { awaitedPaths } from '../../store/findings.ts';
import { linkedPaths } from '../../store/links.ts';
import { pagesOfFamilies } from '../../store/pages.ts';
import { translationsAt } from '../../store/translations.ts';
import { namedFiles as filesOfRegister } from '../register-files/named-files.ts';
import type { Site } from '../site.ts';
import { namedFiles as filesOfSoftware } from '../software-files/named-files.ts';
import type { CheckRun } from './check-run.ts';
import { dataFindings } from './rules/data.ts';
import { needsReference, unreadableName, unreferencedFile } from './rules/files.ts';
import { translationFindings } from './rules/translations.ts';

/** Looks again at the translations of these families of pages. */
export async function checkTranslations(
  run: CheckRun,
  touched: readonly string[],
  families: readonly string[],
): Promise<void> {
  const pages = await pagesOfFamilies(run.writer, families);
  const paths = pages.map(({ path }) => path);
  const translations = new Map((await translationsAt(run.writer, paths)).map((row) => [row.path, row]));
  const findings = translationFindings(pages, translations, run.site);
  await run.replace('translation', [...new Set([...touched, ...paths])], findings);
}

/** Takes up what the readers of tables and calendars found. */
export async function checkData(run: CheckRun, paths: readonly string[]): Promise<void> {
  await run.replace('data', paths, (await dataFilesAt(run.writer, paths)).flatMap(dataFindings));
}

/** The files that the settings name, which need no page that names them. */
export function filesNamedBy({ settings }: Pick<Site, 'settings'>): readonly string[] {
  return [...filesOfRegister(settings.register), ...filesOfSoftware(settings.software)].map(
    ({ path }) => path,
  );
}

/** Looks again at whether a page names these files, and those that these pages name or named. */
export async function checkFiles(
  run: CheckRun,
  touched: readonly string[],
  linked: readonly string[],
): Promise<void> {
  const concerned = [...new Set([...touched, ...linked])];
  const ofSettings = new Set(filesNamedBy(run.site));
  const files = (await filesAt(run.writer, concerned)).filter(
    (file) => needsReference(file) && !ofSettings.has(file.path),
  );
  const named = new Set(
    await linkedPaths(
      run.writer,
      files.map(({ path }) => path),
    ),
  );
  // What is led to by another name than its own is awaited there.
  const otherwise = files.filter(({ path }) => !named.has(path));
  const led = new Set(
    await awaitedPaths(
      run.writer,
      otherwise.map(({ path }) => `file:${path}`),
    ),
  );
  const unreferenced = otherwise.filter(({ path }) => !led.has(`file:${path}`));
  await run.replace('use', concerned, [
    ...touched.flatMap(unreadableName),
    ...unreferenced.map(unreferencedFile),
  ]);
}
