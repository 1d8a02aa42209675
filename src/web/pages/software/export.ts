import { cellsOf } from '../../../register/exports/column.ts';
import { EXPORT_FORMATS } from '../../../register/exports/format.ts';
import { jsonArray, softwareColumns, softwareObject } from '../../../register/software/export.ts';
import { sillObject } from '../../../register/software/sill-object.ts';
import type { Software } from '../../../register/software/software.ts';
import { everySoftware } from '../../../store/software-listing.ts';
import { type Answer, answer, FILE_POLICY } from '../../answer.ts';
import type { Context } from '../../context.ts';
import type { SoftwareFile } from '../../software/addresses.ts';
import { recordOf } from '../../software/software-words.ts';

type Columns = ReturnType<typeof softwareColumns>;

/** JSON has room for what a flat table has not; the others are written as the register's are. */
const WRITERS: Readonly<
  Record<SoftwareFile, (software: readonly Software[], columns: Columns) => Promise<Buffer>>
> = {
  'software.csv': (software, columns) => flat('csv', software, columns),
  'software.parquet': (software, columns) => flat('parquet', software, columns),
  'software.json': async (software, columns) =>
    Buffer.from(jsonArray(software.map((one) => softwareObject(one, columns)))),
  'software.jsonl': async (software, columns) =>
    Buffer.from(software.map((one) => `${JSON.stringify(softwareObject(one, columns))}\n`).join('')),
  'sill.json': async (software) => Buffer.from(jsonArray(software.map(sillObject))),
};

/** The whole catalogue as a file. */
export async function softwareExport({ ask, site }: Context, file: SoftwareFile): Promise<Answer> {
  const software = (await ask(everySoftware)).map(recordOf);
  const columns = softwareColumns({
    attributes: site.settings.software?.attributes ?? {},
    languages: site.languages,
  });
  const format = file.slice(file.lastIndexOf('.') + 1) as keyof typeof EXPORT_FORMATS;
  return answer(200, await WRITERS[file](software, columns), {
    'content-type': EXPORT_FORMATS[format].mediaType,
    'content-security-policy': FILE_POLICY,
    'content-disposition': `attachment; filename="${file}"`,
    'access-control-allow-origin': '*',
    'x-robots-tag': 'noindex',
    vary: 'accept-encoding',
  });
}

async function flat(
  format: 'csv' | 'parquet',
  software: readonly Software[],
  columns: Columns,
): Promise<Buffer> {
  async function* batches() {
    yield software;
  }
  const pieces: Buffer[] = [];
  for await (const piece of EXPORT_FORMATS[format].write(columns, cellsOf(columns, batches())))
    pieces.push(typeof piece === 'string' ? Buffer.from(piece) : piece);
  return Buffer.concat(pieces);
}
