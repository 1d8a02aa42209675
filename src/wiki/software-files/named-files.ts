import { SETTINGS_FILE, type SoftwareSettings } from '../../config/settings.ts';
import { yamlPlaces } from '../../config/yaml-places.ts';
import type { ObjectReader } from '../../git/objects.ts';
import { isRegular } from '../../git/tree.ts';
import type { Reader } from '../../store/database.ts';
import { fileAt, filesAt, foldersAt } from '../../store/files.ts';
import type { FileTable } from '../../store/schema.ts';
import { decodeText } from '../decode.ts';
import type { FileFinding } from '../register-files/finding.ts';

/** A file or a folder that the settings name, and the keys of `software` that lead to its name. */
export interface NamedFile {
  readonly kind: 'file' | 'folder';
  /** Without a slash at its end. */
  readonly path: string;
  readonly setting: readonly string[];
}

/** The files and folders that the settings of the catalogue name. */
export function namedFiles(settings: SoftwareSettings | undefined): readonly NamedFile[] {
  const named = (kind: NamedFile['kind'], path: string | undefined, ...setting: readonly string[]) =>
    path === undefined ? [] : [{ kind, path: kind === 'file' ? path : path.replace(/\/+$/, ''), setting }];
  return [
    ...named('file', settings?.table, 'table'),
    ...named('folder', settings?.sheets, 'sheets'),
    ...named('folder', settings?.studies, 'studies'),
    ...Object.entries(settings?.contracts ?? {}).flatMap(([name, contract]) =>
      (['page', 'beneficiaries', 'contributions'] as const).flatMap((key) =>
        named('file', contract[key], 'contracts', name, key),
      ),
    ),
    ...named('file', settings?.trainings, 'trainings'),
  ];
}

/** Those of these that are there: files with what they are, folders with nothing. */
export async function presentFiles(
  reader: Reader,
  named: readonly NamedFile[],
): Promise<ReadonlyMap<NamedFile, FileTable | undefined>> {
  const of = (kind: NamedFile['kind']) => named.filter((one) => one.kind === kind).map(({ path }) => path);
  const files = (await filesAt(reader, of('file'))).filter(isRegular);
  const byPath = new Map(files.map((file) => [file.path, file]));
  const folders = new Set(await foldersAt(reader, of('folder')));
  return new Map(
    named.flatMap((one) => {
      const isThere = one.kind === 'file' ? byPath.has(one.path) : folders.has(one.path);
      return isThere ? [[one, byPath.get(one.path)] as const] : [];
    }),
  );
}

/** The names in the settings that are of nothing, where the settings have them. */
export async function missingFiles(
  reader: Reader,
  objects: ObjectReader,
  missing: readonly NamedFile[],
): Promise<FileFinding[]> {
  if (missing.length === 0) return [];
  const file = await fileAt(reader, SETTINGS_FILE);
  const places = yamlPlaces(file ? decodeText(await objects.read(file.oid)).text : '');
  return missing.map(({ kind, path, setting }) => ({
    path: SETTINGS_FILE,
    ...places(['software', ...setting]),
    message: `${['software', ...setting].join('.')}: there is no ${kind} ${path}; add it, or take the setting away`,
  }));
}
