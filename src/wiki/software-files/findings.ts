import type { SoftwareSettings } from '../../config/settings.ts';
import type { ObjectReader } from '../../git/objects.ts';
import type { Reader } from '../../store/database.ts';
import { decodeText } from '../decode.ts';
import { type FileFinding, type Finding, inOrder } from '../register-files/finding.ts';
import { missingFiles, namedFiles, presentFiles } from './named-files.ts';
import { readSoftwareList } from './read-list.ts';
import { saidRows } from './row-said.ts';
import type { Sheet } from './sheet.ts';
import { sheetFindings } from './sheet-pages.ts';
import { readTrainings } from './trainings.ts';

/** What the catalogue of software is made from, as the index of the wiki has it. */
export interface SoftwareFiles {
  readonly reader: Reader;
  readonly objects: ObjectReader;
  readonly settings: SoftwareSettings;
  readonly sheets: readonly Sheet[];
}

/** What is wrong in the files that the catalogue is made from, and those that the settings name and are not there. */
export async function softwareFindings({
  reader,
  objects,
  settings,
  sheets,
}: SoftwareFiles): Promise<FileFinding[]> {
  const named = namedFiles(settings);
  const present = await presentFiles(reader, named);
  const within = async (key: 'table' | 'trainings', find: (bytes: Buffer) => readonly Finding[]) => {
    const file = present.get(named.find(({ setting }) => setting[0] === key) as never);
    if (!file) return [];
    return find(await objects.read(file.oid)).map((finding) => ({ path: file.path, ...finding }));
  };
  const missing = named.filter((one) => !present.has(one));
  return [
    ...(await missingFiles(reader, objects, missing)),
    ...(await within('table', (bytes) => tableFindings(bytes, settings))),
    ...(await within('trainings', (bytes) => readTrainings(decodeText(bytes).text).findings)),
    ...(await sheetFindings(reader, objects, sheets)),
  ];
}

/** What is wrong in the table of supported software: its columns, its rows, their values. */
function tableFindings(bytes: Uint8Array, settings: SoftwareSettings): readonly Finding[] {
  const list = readSoftwareList(bytes, settings.table ?? '', settings);
  return inOrder([...list.findings, ...saidRows(list, settings).findings]);
}
