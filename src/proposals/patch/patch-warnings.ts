import type { DiffFile } from './diff-files.ts';

/**
 * What a patch does that its mail does not show: `diff-above-diffstat`, a diff in what seems to be the message of the commit,
 * which `git am` applies; `diffstat-differs`, another number of files or of lines than its summary says; `no-author`; `unwrapped`, lines that a mail
 * program had broken, mended.
 */
export type PatchWarning = 'diff-above-diffstat' | 'diffstat-differs' | 'no-author' | 'unwrapped';

const SUMMARY = /^ (\d+) files? changed(?:, (\d+) insertions?\(\+\))?(?:, (\d+) deletions?\(-\))?$/;

export function patchWarnings(
  lines: readonly string[],
  files: readonly DiffFile[],
  { authorEmail }: { readonly authorEmail: string },
): PatchWarning[] {
  const warnings: PatchWarning[] = [];
  const separator = separatorAt(lines, files);
  const above = files.filter(({ line }) => line < separator);
  if (above.length > 0) warnings.push('diff-above-diffstat');
  const claimed = lines
    .map((line) => SUMMARY.exec(line.replace(/\r$/, '')))
    .filter((match) => match !== null);
  const shown = files.filter(({ isBinary }) => !isBinary);
  const sum = (count: (file: DiffFile) => number) => shown.reduce((all, file) => all + count(file), 0);
  const [first] = claimed;
  if (
    first &&
    (Number(first[1]) !== files.length ||
      Number(first[2] ?? 0) !== sum(({ added }) => added) ||
      Number(first[3] ?? 0) !== sum(({ removed }) => removed))
  )
    warnings.push('diffstat-differs');
  if (authorEmail === '') warnings.push('no-author');
  return warnings;
}

/** The last `---` after which comes a diffstat; -1 when there is none. */
function separatorAt(lines: readonly string[], files: readonly DiffFile[]): number {
  return lines.findLastIndex(
    (line, at) =>
      /^---\s*$/.test(line) &&
      lines.slice(at + 1, at + 200).some((after) => SUMMARY.test(after)) &&
      files.some((file) => file.line < at),
  );
}
