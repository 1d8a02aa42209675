import type { SoftwareSettings } from '../../config/settings.ts';
import type { ObjectReader } from '../../git/objects.ts';
import type { Reader } from '../../store/database.ts';
import { fileAt, foldersAt } from '../../store/files.ts';
import type { FileFinding } from '../register-files/finding.ts';
import { readTrainings } from './trainings.ts';

/** What is wrong in the files, other than the table and the sheets, that the settings name; `keys`: what they are today. */
export async function namedFiles(
  reader: Reader,
  objects: ObjectReader,
  settings: SoftwareSettings,
): Promise<{ readonly findings: readonly FileFinding[]; readonly keys: readonly string[] }> {
  const findings: FileFinding[] = [];
  const keys: string[] = [];
  const missing = (path: string, setting: string, what: string) =>
    findings.push({
      path,
      line: 1,
      column: 1,
      message: `there is no such ${what}, which software.${setting} names`,
    });
  const file = async (path: string | undefined, setting: string) => {
    const found = path === undefined ? undefined : await fileAt(reader, path);
    keys.push(`${setting} ${found?.oid ?? ''}`);
    if (path !== undefined && !found) missing(path, setting, 'file');
    return found;
  };
  const folder = async (path: string | undefined, setting: string) => {
    if (path === undefined) return;
    const isThere = (await foldersAt(reader, [path.replace(/\/+$/, '')])).length > 0;
    keys.push(`${setting} ${isThere}`);
    if (!isThere) missing(path, setting, 'folder');
  };
  await file(settings.table, 'table');
  await folder(settings.sheets, 'sheets');
  await folder(settings.studies, 'studies');
  for (const [name, contract] of Object.entries(settings.contracts))
    for (const key of ['page', 'beneficiaries', 'contributions'] as const)
      await file(contract[key], `contracts.${name}.${key}`);
  const trainings = await file(settings.trainings, 'trainings');
  if (trainings) {
    const { findings: found } = readTrainings((await objects.read(trainings.oid)).toString());
    findings.push(...found.map((finding) => ({ path: trainings.path, ...finding })));
  }
  return { findings, keys };
}
