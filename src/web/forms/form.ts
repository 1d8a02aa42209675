import { Invalid, Refused } from '../../config/errors.ts';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';

/** What somebody sent by a form. */
export interface Form {
  /** Its fields (`application/x-www-form-urlencoded`). */
  readonly fields: URLSearchParams;
  /** Who sends it, as far as the network tells: an IP address, kept nowhere. */
  readonly client: string;
}

/** A file that somebody sent with a form (`multipart/form-data`). */
export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A page that changes something: asked for by POST, never kept. */
export type FormPage = (context: Context, form: Form) => Promise<Answer>;

const MAX_BODY_BYTES = 16 * 1024;

/** Reads the fields of a form. Throws {@link Invalid} when they are too many, or no form's. */
export async function readFields(request: Request, maxBytes = MAX_BODY_BYTES): Promise<URLSearchParams> {
  const type = request.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (type === 'multipart/form-data') return await readMultipart(request);
  if (type !== '' && type !== 'application/x-www-form-urlencoded')
    throw new Invalid('This is no form.', 'Send application/x-www-form-urlencoded.');
  const fields = new URLSearchParams((await readBody(request, maxBytes)).toString());
  // No question to PostgreSQL may hold a NUL.
  return new URLSearchParams(
    [...fields].map(([name, value]): [string, string] => [name, value.replaceAll('\0', '\ufffd')]),
  );
}

/** A mail client may send its one field as a part (RFC 8058, section 3.1): only that is looked for. */
async function readMultipart(request: Request): Promise<URLSearchParams> {
  const body = (await readBody(request, MAX_BODY_BYTES)).toString();
  return new URLSearchParams(/List-Unsubscribe"?\r?\n\r?\nOne-Click/i.test(body) ? ONE_CLICK : []);
}

const ONE_CLICK: [string, string][] = [['List-Unsubscribe', 'One-Click']];

/**
 * Reads the fields and the files of a form (RFC 7578); one with files may be larger. Throws {@link Invalid} when they are too
 * many, or no form's.
 */
export async function readUploads(
  request: Request,
  maxBytes: number,
  maxBytesWithFiles: number,
): Promise<{ readonly fields: URLSearchParams; readonly uploads: readonly UploadedFile[] }> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data;/i.test(type))
    return { fields: await readFields(request, maxBytes), uploads: [] };
  const body = await readBody(request, maxBytesWithFiles);
  const fields = new URLSearchParams();
  const uploads: UploadedFile[] = [];
  try {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
    for (const [name, value] of form)
      if (typeof value === 'string') fields.append(name, value.replaceAll('\0', '\ufffd'));
      else if (value.size > 0) uploads.push({ name: value.name, bytes: await value.bytes() });
  } catch {
    throw new Invalid('This is no form.', 'Send it from its page.');
  }
  return { fields, uploads };
}

async function readBody(request: Request, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > maxBytes) throw new Invalid('The form is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * Throws {@link Refused} when a page of another site sends the form: it would make its readers' browsers ask for
 * subscriptions in their place.
 */
export function refuseOtherSites(request: Request): void {
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  const isOther =
    site === 'cross-site' ||
    (origin !== null && origin !== 'null' && URL.parse(origin)?.host !== request.headers.get('host')) ||
    (origin === 'null' && site !== 'same-origin' && site !== null);
  if (isOther)
    throw new Refused('This form is not of this site.', 'Open its page here, and send it from there.');
}
