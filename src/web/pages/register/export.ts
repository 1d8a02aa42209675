import { createHash } from 'node:crypto';
import type { ExportFile } from '../../../register/exports/files.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../../../register/exports/format.ts';
import { EXPORTS_VERSION } from '../../../register/exports/version.ts';
import { codeState } from '../../../store/code-index.ts';
import { COMMON_HEADERS, FILE_POLICY } from '../../answer.ts';
import type { Context } from '../../context.ts';
import { searchOf } from '../../register/search-of.ts';
import type { FileStream } from '../file.ts';

/** A table of the register as a file; the repositories of a search with the parameters that `/-/code` takes. */
export async function codeExport(
  { ask, wiki, site, query }: Context,
  { name, dataset, format, written = EXPORT_FORMATS[format] }: ExportFile,
): Promise<FileStream> {
  const state = await ask(codeState);
  const search = dataset.isSearched ? searchOf(site, query) : undefined;
  wiki.downloads.assertRoom();
  const { mediaType, write, isText }: ExportFormat = written;
  const follows = dataset.follows && (await ask(dataset.follows));
  const made = [EXPORTS_VERSION, name, state?.head, state?.format, search?.written, follows];
  return {
    status: 200,
    headers: {
      ...COMMON_HEADERS,
      'content-type': mediaType,
      'content-security-policy': FILE_POLICY,
      'content-disposition': `attachment; filename="${name.slice(name.lastIndexOf('/') + 1)}"`,
      'access-control-allow-origin': '*',
      'x-robots-tag': 'noindex',
      vary: 'accept-encoding',
      etag: `"${createHash('sha256').update(JSON.stringify(made)).digest('base64url').slice(0, 22)}"`,
    },
    isText,
    stream: () =>
      wiki.downloads.stream(() =>
        encoded(write(dataset.columns, dataset.rows(wiki.database.reader, search))),
      ),
  };
}

async function* encoded(pieces: AsyncIterable<string | Buffer>): AsyncGenerator<Buffer, void> {
  for await (const piece of pieces) yield typeof piece === 'string' ? Buffer.from(piece) : piece;
}
