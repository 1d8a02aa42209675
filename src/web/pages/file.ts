import { MAX_HELD_BYTES } from '../../git/objects.ts';
import { SUBMODULE, SYMLINK } from '../../git/tree.ts';
import { fileAt } from '../../store/files.ts';
import type { FileTable } from '../../store/schema.ts';
import { mediaType } from '../../wiki/media-types.ts';
import { nameOf } from '../../wiki/paths.ts';
import { type Answer, answer, COMMON_HEADERS, FILE_POLICY, PDF_POLICY } from '../answer.ts';
import type { Context } from '../context.ts';
import { formerFile } from '../past.ts';
import { missingPage } from './missing.tsx';

/** A file too large to hold, sent as it is read. */
export interface FileStream {
  readonly status: 200;
  readonly headers: Readonly<Record<string, string>>;
  readonly stream: () => AsyncIterable<Buffer>;
  /** Whether it is text without a length, and sent compressed to who accepts that. */
  readonly isText?: boolean;
}

/** A file of the wiki, of today or of another day. */
type StoredFile = Pick<FileTable, 'path' | 'mode' | 'oid' | 'size'>;

/** The bytes of a file of the wiki. A symbolic link or a submodule is never followed. */
export async function fileAnswer(context: Context, file: StoredFile): Promise<Answer | FileStream> {
  if (file.mode === SYMLINK || file.mode === SUBMODULE)
    return await missingPage(context, context.site.defaultLanguage);
  const type = mediaType(file.path);
  const headers: Record<string, string> = {
    'content-type': type,
    'content-security-policy': type === 'application/pdf' ? PDF_POLICY : FILE_POLICY,
    'access-control-allow-origin': '*',
    'content-disposition': disposition(file.path, type),
    etag: `"${file.oid}"`,
    'accept-ranges': 'bytes',
    vary: 'accept-encoding',
  };
  const { objects } = context.wiki;
  if (file.size !== null && file.size > MAX_HELD_BYTES) {
    const sized = { ...COMMON_HEADERS, 'content-length': String(file.size), ...headers };
    return { status: 200, headers: sized, stream: () => objects.stream(file.oid) };
  }
  return answer(200, await objects.read(file.oid), headers);
}

/** The file at a path, whatever page has its name: `/-/raw/PATH`, as it was in a commit with `?at=COMMIT`. Search engines list the page, not its source. */
export async function rawFile(context: Context): Promise<Answer | FileStream> {
  const path = context.path.slice('/-/raw/'.length);
  const file = context.query.has('at') ? await formerFile(context, path) : await context.ask(fileAt, path);
  if (!file) return await missingPage(context, context.site.defaultLanguage);
  const made = await fileAnswer(context, file);
  return { ...made, headers: { ...made.headers, 'x-robots-tag': 'noindex' } };
}

const SHOWN = /^(?:text\/|image\/|audio\/|video\/|application\/(?:pdf|json))/;

/** What a browser shows is shown; the rest is downloaded under its own name (RFC 6266, with the encoding of RFC 8187). */
function disposition(path: string, type: string): string {
  const kind = SHOWN.test(type) && type !== 'text/calendar; charset=utf-8' ? 'inline' : 'attachment';
  const name = nameOf(path).toWellFormed();
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename*=UTF-8''${encoded}`;
}
