import { type DiffFile, HUNK } from './diff-files.ts';

/**
 * A diff whose lines a mail program has broken, as it may have been: what follows a line of a hunk without the mark of one
 * is its end, after the space where it was broken; an empty line is one of context that lost its space. Undefined when none
 * was broken. That it is what was meant, only its blob ids prove: {@link isAsMeant}.
 */
export function unwrapped(lines: readonly string[]): string[] | undefined {
  const out: string[] = [];
  let old = 0;
  let recent = 0;
  let isMended = false;
  let isInHunk = false;
  for (const [at, line] of lines.entries()) {
    const hunk = HUNK.exec(line);
    if (hunk) {
      old = Number(hunk[1] ?? 1);
      recent = Number(hunk[2] ?? 1);
      isInHunk = true;
      out.push(line);
      continue;
    }
    const isHeader = /^(?:diff --git |--- \S|-- ?$)/.test(line) && old === 0 && recent === 0;
    if (!isInHunk || isHeader) {
      isInHunk = false;
      out.push(line);
      continue;
    }
    const mark = line[0];
    if (mark === '+' || mark === '-' || mark === ' ' || mark === '\\') {
      if (mark !== '+' && mark !== '\\') old--;
      if (mark !== '-' && mark !== '\\') recent--;
      out.push(line);
    } else if (line === '' && (old > 0 || recent > 0) && at + 1 < lines.length) {
      old--;
      recent--;
      isMended = true;
      out.push(' ');
    } else if (line !== '' && /^[ +-]/.test(out.at(-1) ?? '')) {
      isMended = true;
      out.push(`${out.pop()} ${line}`);
    } else out.push(line);
  }
  return isMended ? out : undefined;
}

/** Whether every file of a diff became the blob that the diff says it does (its line `index`). */
export function isAsMeant(
  files: readonly DiffFile[],
  changes: readonly { readonly path: string; readonly oid: string }[],
): boolean {
  return (
    files.length > 0 &&
    files.every(({ newPath, newId, oldPath }) => {
      if (newId === undefined || newId.length < 7) return false;
      if (newPath === undefined) return changes.some(({ path, oid }) => path === oldPath && /^0+$/.test(oid));
      return changes.some(({ path, oid }) => path === newPath && oid.startsWith(newId));
    })
  );
}
