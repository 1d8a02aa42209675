import { SUBMODULE, SYMLINK } from '../../../git/tree.ts';
import { fileAt, filesAt, foldersAt } from '../../../store/files.ts';
import type { FileTable } from '../../../store/schema.ts';
import { folderOf, foldersAbove, joinPath, resolvePath } from '../../paths.ts';
import type { CheckRun } from '../check-run.ts';
import { type Found, finding } from '../finding.ts';
import type { LinkFindings } from './links.ts';

/** As many links as Linux follows in one path (path_resolution(7)), and the longest path that it takes, in bytes. */
const MAX_LINKS = 40;
const MAX_TARGET = 4_096;

/** A longer one is not awaited: nobody has it. */
const MAX_PATH = 1_000;

/** What is wrong with these symbolic links: those that lead to nothing that is in the wiki. */
export async function symlinkFindings(run: CheckRun, files: readonly FileTable[]): Promise<LinkFindings> {
  const all = await Promise.all(
    files.filter(({ mode }) => mode === SYMLINK).map((file) => symlinkFinding(run, file)),
  );
  return {
    findings: all.flatMap(({ findings }) => findings),
    awaited: all.flatMap(({ awaited }) => awaited),
  };
}

async function symlinkFinding(run: CheckRun, file: FileTable): Promise<LinkFindings> {
  const passed = new Set<string>();
  const cause = await causeOf(run, file, passed);
  const awaited = [...passed].map((path) => ({ path, source: file.path }));
  if (cause === undefined) return { findings: [], awaited };
  const subject = (await targetOf(run, file)) ?? '';
  const found: Found = { rule: 'broken-symlink', path: file.path, line: 1, subject, detail: { cause } };
  return { findings: [finding(found)], awaited };
}

/** Why a symbolic link leads to nothing; undefined when it leads to something. `passed` is given the paths it depends on. */
async function causeOf(
  run: CheckRun,
  file: FileTable,
  passed: Set<string>,
): Promise<'missing' | 'outside' | 'loop' | undefined> {
  let link = file;
  let rest = '';
  for (let links = 0; links < MAX_LINKS; links++) {
    const target = await targetOf(run, link);
    if (target === undefined) return 'missing';
    if (target.startsWith('/')) return 'outside';
    const path = resolvePath(folderOf(link.path), joinPath(target, rest));
    if (path === undefined) return 'outside';
    if (path === '') return undefined;
    if (path.length <= MAX_PATH) passed.add(path);
    const there = await fileAt(run.writer, path);
    if (there ? there.mode !== SYMLINK : (await foldersAt(run.writer, [path])).length > 0) return undefined;
    // What is not there by its own name may be under a folder that is a link, or a repository of its own.
    const above = await filesAt(run.writer, foldersAbove(folderOf(path)));
    if (above.some(({ mode }) => mode === SUBMODULE)) return undefined;
    const next = there ?? above.find(({ mode }) => mode === SYMLINK);
    if (!next) {
      for (const folder of foldersAbove(folderOf(path))) if (folder.length <= MAX_PATH) passed.add(folder);
      return 'missing';
    }
    if (next !== there) passed.add(next.path);
    rest = path.slice(next.path.length + 1);
    link = next;
  }
  return 'loop';
}

async function targetOf(run: CheckRun, { path, size }: FileTable): Promise<string | undefined> {
  return (size ?? 0) > MAX_TARGET ? undefined : (await run.lines(path)).join('\n');
}
