import { ARCHIVE_TYPES, type ArchiveFormat, archiveStream } from '../../git/archive.ts';
import type { Site } from '../../wiki/site.ts';
import { type Answer, COMMON_HEADERS, FILE_POLICY } from '../answer.ts';
import { askedLanguage, type Context } from '../context.ts';
import { askedCommit } from '../past.ts';
import type { FileStream } from './file.ts';
import { missingPage } from './missing.tsx';

const PREFIX = '/-/archive/';

export const ARCHIVE_FORMATS = Object.keys(ARCHIVE_TYPES) as readonly ArchiveFormat[];

/** All the files of a commit, today's unless `?at=` names another: `/-/archive/NAME.tar.gz`, `.zip`. */
export async function archive(context: Context): Promise<Answer | FileStream> {
  const { site, wiki, path } = context;
  const format = ARCHIVE_FORMATS.find((format) => path === `${PREFIX}${archiveName(site)}.${format}`);
  const commit = format && (await askedCommit(context));
  if (!format || !commit) return await missingPage(context, askedLanguage(context));
  wiki.downloads.assertRoom();
  const folder = `${archiveName(site)}-${commit.id.slice(0, 10)}`;
  return {
    status: 200,
    headers: {
      ...COMMON_HEADERS,
      'content-type': ARCHIVE_TYPES[format],
      'content-security-policy': FILE_POLICY,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${folder}.${format}`)}`,
      'access-control-allow-origin': '*',
      'x-robots-tag': 'noindex',
      etag: `"${commit.id}-${format}"`,
    },
    stream: () => wiki.downloads.stream(() => archiveStream(wiki.source.gitDir, commit.id, format, folder)),
  };
}

/** Of the archive that a reader is offered, encoded. */
export function archiveHref(site: Site, format: ArchiveFormat, at?: string): string {
  const address = `${PREFIX}${encodeURIComponent(archiveName(site))}.${format}`;
  return at === undefined ? address : `${address}?at=${at.slice(0, 12)}`;
}

/** The wiki's name as a file's: no character that a shell or a header reads otherwise. */
function archiveName({ name }: Site): string {
  return (
    name
      .toWellFormed()
      .replace(/[^\p{L}\p{N}._-]+/gu, '-')
      .replace(/^[-.]+/, '') || 'wiki'
  );
}
