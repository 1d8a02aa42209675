/** A row as it is written in the text of a file. */
export interface WrittenRow {
  /** The line that it starts on, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** What is to become of the rows of a text. */
export interface RowChanges {
  /** The new cells of some rows, by the line that they start on. */
  readonly changed: ReadonlyMap<number, readonly string[]>;
  readonly removed: ReadonlySet<number>;
  readonly added: readonly (readonly string[])[];
}

/**
 * Changes rows of a text (RFC 4180) whose lines end with LF. The rows that do not change, the header and whatever stands between
 * rows stay as they are written, byte for byte. `rows`: all of them, in the order of the text.
 */
export function editRows(
  text: string,
  separator: string,
  rows: readonly WrittenRow[],
  { changed, removed, added }: RowChanges,
): string {
  const lines = text.split(/(?<=\n)/);
  const first = rows[0]?.line ?? lines.length + 1;
  const parts = lines.slice(0, first - 1);
  for (const [at, { line }] of rows.entries()) {
    const cells = changed.get(line);
    const end = rows[at + 1]?.line ?? lines.length + 1;
    if (removed.has(line)) continue;
    if (cells) parts.push(recordText(cells, separator));
    else parts.push(...lines.slice(line - 1, end - 1));
  }
  const before = parts.join('');
  const gap = before === '' || before.endsWith('\n') || added.length === 0 ? '' : '\n';
  return before + gap + added.map((cells) => recordText(cells, separator)).join('');
}

/** A record as a line of text (RFC 4180, section 2). */
function recordText(cells: readonly string[], separator: string): string {
  const line = cells
    .map((cell) =>
      /["\r\n]/.test(cell) || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell,
    )
    .join(separator);
  // A line of one empty cell would be read as no line at all.
  return `${line === '' ? '""' : line}\n`;
}
