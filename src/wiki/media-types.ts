import { nameOf } from './paths.ts';

/** Media types (IANA) by extension. A file of another extension is bytes that a browser downloads. */
const TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    avif: 'image/avif',
    bib: 'text/plain; charset=utf-8',
    cff: 'text/plain; charset=utf-8',
    csv: 'text/csv; charset=utf-8',
    doc: 'application/msword',
    docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    epub: 'application/epub+zip',
    gif: 'image/gif',
    gz: 'application/gzip',
    ics: 'text/calendar; charset=utf-8',
    ico: 'image/vnd.microsoft.icon',
    jpeg: 'image/jpeg',
    jpg: 'image/jpeg',
    json: 'application/json',
    md: 'text/markdown; charset=utf-8',
    markdown: 'text/markdown; charset=utf-8',
    mp3: 'audio/mpeg',
    mp4: 'video/mp4',
    odg: 'application/vnd.oasis.opendocument.graphics',
    odp: 'application/vnd.oasis.opendocument.presentation',
    ods: 'application/vnd.oasis.opendocument.spreadsheet',
    odt: 'application/vnd.oasis.opendocument.text',
    ogg: 'audio/ogg',
    ogv: 'video/ogg',
    org: 'text/plain; charset=utf-8',
    pdf: 'application/pdf',
    png: 'image/png',
    pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    svg: 'image/svg+xml',
    tsv: 'text/tab-separated-values; charset=utf-8',
    txt: 'text/plain; charset=utf-8',
    vcf: 'text/vcard; charset=utf-8',
    webm: 'video/webm',
    webp: 'image/webp',
    xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    xml: 'text/plain; charset=utf-8',
    yaml: 'text/plain; charset=utf-8',
    yml: 'text/plain; charset=utf-8',
    zip: 'application/zip',
  }),
);

/**
 * The media type of a file by its name. One that a browser would run on our origin (HTML, XML, script) is text or bytes;
 * a name without extension, such as LICENSE or MAINTAINERS, is text.
 */
export function mediaType(path: string): string {
  const name = nameOf(path);
  const dot = name.lastIndexOf('.');
  if (dot <= 0) return 'text/plain; charset=utf-8';
  return TYPES.get(name.slice(dot + 1).toLowerCase()) ?? 'application/octet-stream';
}
