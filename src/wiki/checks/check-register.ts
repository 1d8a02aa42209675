import { SETTINGS_FILE } from '../../config/settings.ts';
import { fileAt } from '../../store/files.ts';
import { pathsOfScope } from '../../store/findings.ts';
import { readDirectory } from '../register-files/directory-file.ts';
import { namedFiles, REGISTER_READERS, type RegisterFile } from '../register-files/named-files.ts';
import { readOrganisations } from '../register-files/organisations-file.ts';
import type { CheckRun } from './check-run.ts';
import { fileFinding } from './file-finding.ts';
import type { Finding } from './finding.ts';

/** Looks again at the files that the register is made from, those that were touched; all of them when the settings were. */
export async function checkRegister(
  run: CheckRun,
  touched: readonly string[],
  areSettingsTouched: boolean,
): Promise<void> {
  const named = namedFiles(run.site.settings.register);
  const isTouched = (path: string) => touched.includes(path);
  const directory = named.find(({ name }) => name === 'directory');
  const looked = named.filter(
    ({ name, path }) =>
      areSettingsTouched ||
      isTouched(path) ||
      // A parent may be in the directory.
      (name === 'organisations' && directory !== undefined && isTouched(directory.path)),
  );
  if (looked.length === 0 && !areSettingsTouched) return;
  const missing: Finding[] = [];
  const findings: Finding[] = [];
  for (const { name, path } of named) {
    if (!(await fileAt(run.writer, path))) missing.push(await missingFile(run, name, path));
    else if (looked.some((one) => one.name === name))
      findings.push(...(await fileFindings(run, name, path, directory?.path)));
  }
  // A file that the settings no longer name has nothing wrong in it any more.
  const former = areSettingsTouched ? await pathsOfScope(run.writer, 'register') : [];
  const paths = [SETTINGS_FILE, ...looked.map(({ path }) => path), ...former];
  await run.replace('register', [...new Set(paths)], [...missing, ...findings]);
}

async function fileFindings(
  run: CheckRun,
  name: RegisterFile,
  path: string,
  directory: string | undefined,
): Promise<Finding[]> {
  const text = async (path: string) => (await run.lines(path)).join('\n');
  const reading =
    name === 'organisations' && directory !== undefined
      ? readOrganisations(await text(path), readDirectory(await text(directory)).value)
      : REGISTER_READERS[name](await text(path));
  return reading.findings.map((one) => fileFinding('register', { path, ...one }));
}

async function missingFile(run: CheckRun, name: RegisterFile, path: string): Promise<Finding> {
  const at = (await run.lines(SETTINGS_FILE)).findIndex((line) => line.includes(path));
  const message = `register.${name}: there is no file ${path}`;
  return fileFinding('register', { path: SETTINGS_FILE, line: Math.max(at, 0) + 1, column: 1, message });
}
