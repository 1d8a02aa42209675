/** One line of the table: what was done, ours, the peer's, and what DESIGN asks. */
export interface Row {
  readonly work: string;
  /** With its unit, e.g. `37,200 req/s`. */
  readonly ours: string;
  readonly peer?: string;
  /** Ours over the peer's (or the peer's over ours for a time), as in the goal. */
  readonly ratio?: string;
  readonly goal?: string;
}

/** What a measure gives: lines to read, and the samples they were made from, to keep. */
export interface Result {
  readonly rows: readonly Row[];
  readonly samples: Readonly<Record<string, unknown>>;
}

/** The value below which this share of them falls (0.5 is the median), by nearest rank. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

const number = (digits: number) =>
  new Intl.NumberFormat('en', { maximumFractionDigits: digits, minimumFractionDigits: digits });

export const perSecond = (value: number): string => `${number(0).format(value)} req/s`;
/** From milliseconds. */
export const duration = (value: number): string =>
  value < 1000 ? `${number(value < 10 ? 1 : 0).format(value)} ms` : `${number(2).format(value / 1000)} s`;
/** From bytes. */
export const megabytes = (value: number): string => `${number(0).format(value / 1e6)} MB`;
export const times = (value: number): string => `${number(value < 0.1 ? 3 : 2).format(value)} x`;

/** The rows as a Markdown table, columns aligned so that it also reads in a terminal. */
export function table(rows: readonly Row[]): string {
  const lines = [
    ['work', 'ours', 'peer', 'ratio', 'goal'],
    ...rows.map((row) => [row.work, row.ours, row.peer ?? '', row.ratio ?? '', row.goal ?? '']),
  ];
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(3, ...lines.map((line) => line[column]?.length ?? 0)),
  );
  const shown = lines.map(
    (line) => `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  );
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [shown[0], rule, ...shown.slice(1)].join('\n');
}
