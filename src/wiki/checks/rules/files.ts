import { SETTINGS_FILE } from '../../../config/settings.ts';
import { SUBMODULE, SYMLINK } from '../../../git/tree.ts';
import type { FileTable } from '../../../store/schema.ts';
import { dataKind } from '../../data-addresses.ts';
import { isCleanPath, isPagePath, nameOf } from '../../paths.ts';
import type { Site } from '../../site.ts';
import { type Finding, finding } from '../finding.ts';

/** Files that programs and people look for by their name: no page needs to name them. */
const CUSTOMARY =
  /^(?:\.|LICEN[CS]E|COPYING|NOTICE|AUTHORS|MAINTAINERS|CONTRIBUTING|CODE_OF_CONDUCT|SECURITY|CHANGELOG|README|CODEOWNERS|Makefile$|package(?:-lock)?\.json$|publiccode\.ya?ml$|codemeta\.json$|datapackage\.json$|robots\.txt$|favicon\.)|\.schema\.json$/i;

/** Whether a file is one that a page should name: neither a page, nor known by its name, nor shown by itself. */
export function needsReference({ path, mode }: FileTable): boolean {
  if (mode === SYMLINK || mode === SUBMODULE || isPagePath(path) || path === SETTINGS_FILE) return false;
  // A table or a calendar has a page of its own, which lists and searches find.
  if (dataKind(path) !== undefined) return false;
  return !path.split('/').some((part) => part.startsWith('.')) && !CUSTOMARY.test(nameOf(path));
}

export function unreferencedFile({ path }: FileTable): Finding {
  return finding({ rule: 'unreferenced-file', path, line: 1, subject: '' });
}

/** A name that no address can have, or one whose address the software has taken. */
export function unreadableName(path: string): Finding[] {
  const subject = !isCleanPath(path) ? 'name' : path.startsWith('-/') ? 'reserved' : undefined;
  return subject === undefined ? [] : [finding({ rule: 'unreadable-file', path, line: 1, subject })];
}

/** What is wrong in the wiki's settings. */
export function settingsFindings({ settingsProblems }: Site): Finding[] {
  return settingsProblems.map(({ line, column, message }) =>
    finding({ rule: 'settings', path: SETTINGS_FILE, line, column, subject: message, detail: { message } }),
  );
}
