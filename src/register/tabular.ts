/**
 * A record of CSV (RFC 4180: every text in quotes, lines end in CR LF), numbers and booleans without quotes, nothing where it is
 * unknown. A text that a spreadsheet would run has an apostrophe put before it.
 */
export function csvRecord(values: readonly unknown[]): string {
  return `${values.map(csvCell).join(',')}\r\n`;
}

function csvCell(value: unknown): string {
  const shown = Array.isArray(value) ? value.join(',') : value;
  if (shown === null || shown === undefined) return '';
  if (typeof shown !== 'string') return String(shown);
  const safe = /^[=+\-@\t\r\n]/.test(shown) && !/^[+-]?[\d.,\s]+$/.test(shown) ? `'${shown}` : shown;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** Values as a JSON array, one a line. */
export function* jsonArray(values: Iterable<unknown>): Generator<string> {
  let parting = '[\n';
  for (const value of values) {
    yield parting + JSON.stringify(value);
    parting = ',\n';
  }
  yield parting === '[\n' ? '[]\n' : '\n]\n';
}

/** Values as JSON Lines. */
export function* jsonLines(values: Iterable<unknown>): Generator<string> {
  for (const value of values) yield `${JSON.stringify(value)}\n`;
}
