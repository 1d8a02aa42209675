import { codeCsv, codeJson } from '../../../register/export.ts';
import { codeState } from '../../../store/code-index.ts';
import { COMMON_HEADERS, FILE_POLICY } from '../../answer.ts';
import type { Context } from '../../context.ts';
import type { CodeFile } from '../../register/addresses.ts';
import type { FileStream } from '../file.ts';

const TYPES = { csv: 'text/csv; charset=utf-8; header=present', json: 'application/json' } as const;

/** The whole register as a file. */
export async function codeExport(
  { ask, wiki, path }: Context,
  { kind, format }: CodeFile,
): Promise<FileStream> {
  const state = await ask(codeState);
  wiki.downloads.assertRoom();
  const write = format === 'csv' ? codeCsv : codeJson;
  return {
    status: 200,
    headers: {
      ...COMMON_HEADERS,
      'content-type': TYPES[format],
      'content-security-policy': FILE_POLICY,
      'content-disposition': `attachment; filename="${path.slice(path.lastIndexOf('/') + 1)}"`,
      'access-control-allow-origin': '*',
      'x-robots-tag': 'noindex',
      etag: `"${(state?.head ?? 'none').slice(0, 20)}-${kind}-${format}"`,
    },
    stream: () => wiki.downloads.stream(() => encoded(write(wiki.database.reader, kind))),
  };
}

async function* encoded(texts: AsyncIterable<string>): AsyncGenerator<Buffer, void> {
  for await (const text of texts) yield Buffer.from(text);
}
