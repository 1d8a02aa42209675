/** Paths of files in a repository: clean, relative, parted by `/`; the root folder is `''`. */

export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '' : path.slice(0, slash);
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

export function joinPath(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** A folder and those above it, the nearest first, without the root. */
export function foldersAbove(folder: string): string[] {
  const folders: string[] = [];
  for (let at = folder; at !== ''; at = folderOf(at)) folders.push(at);
  return folders;
}

/**
 * Where a relative reference leads from `folder` (RFC 3986, section 5.2.4, on decoded paths); undefined when it leads
 * above the root.
 */
export function resolvePath(folder: string, reference: string): string | undefined {
  const segments = folder === '' || reference.startsWith('/') ? [] : folder.split('/');
  for (const segment of reference.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.join('/');
}

/** Whether a path has no empty segment and none that leads elsewhere: Git allows others, an address does not. */
export function isCleanPath(path: string): boolean {
  return !/(?:^|\/)\.{0,2}(?:\/|$)/.test(path);
}

/** A path or an address without what people get wrong: case, and the form of accents. */
export function foldPath(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

const PAGE = /(?<=[^/])\.(?:md|markdown)$/i;

export function isPagePath(path: string): boolean {
  return PAGE.test(path);
}

/** The path of a page without its extension: `pocos/faq.en`. */
export function withoutExtension(path: string): string {
  return path.replace(PAGE, '');
}
