import { pathsOfScope } from '../../store/findings.ts';
import { softwareFindings } from '../software-files/findings.ts';
import { namedFiles } from '../software-files/named-files.ts';
import { sheetsOf } from '../software-files/sheet-pages.ts';
import type { CheckRun } from './check-run.ts';
import { fileFinding } from './file-finding.ts';

/** Looks again at the files that the catalogue of software is made from, where one of them, or the settings, was touched. */
export async function checkSoftware(
  run: CheckRun,
  touched: readonly string[],
  areSettingsTouched: boolean,
): Promise<void> {
  const { writer, site, objects } = run;
  const settings = site.settings.software;
  const isConcerned = namedFiles(settings).some(({ kind, path }) =>
    touched.some((one) => one === path || (kind === 'folder' && one.startsWith(`${path}/`))),
  );
  if (!isConcerned && !areSettingsTouched) return;
  const found = settings
    ? await softwareFindings({
        reader: writer,
        objects,
        settings,
        sheets: await sheetsOf(writer, settings, site),
      })
    : [];
  // A file that is no longer named, or no more, has nothing wrong in it any more.
  const former = await pathsOfScope(writer, 'software');
  const findings = found.map((one) => fileFinding('software', one));
  await run.replace('software', [...new Set([...former, ...findings.map(({ path }) => path)])], findings);
}
