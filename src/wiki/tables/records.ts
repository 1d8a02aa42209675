import type { ProblemValues, TableRule } from './problem.ts';

/** What a reader of records tells, as it goes. */
export interface RecordSink {
  /** One record: its cells, and the line that it starts on. The array is the sink's to keep. */
  record(cells: string[], line: number): void;
  problem<R extends TableRule>(rule: R, line: number, values: ProblemValues<R>): void;
}

const QUOTE = 34;
const LF = 10;
const CR = 13;
const SPACE = 32;

/** Lengths are in characters. A quoted cell that is longer than this, and spans lines, was never closed. */
const MAX_QUOTED = 1024 * 1024;
const MIN_QUOTED = 8 * 1024;

/** How much may be read in vain for the end of quotes, before quotes have to end on their line. */
const MAX_WASTED = 32 * 1024 * 1024;

const MAX_RECORD = 4 * 1024 * 1024;

type LineEnd = 'LF' | 'CR LF' | 'CR';

type QuoteFault = 'unclosed-quote' | 'stray-quote';

interface QuotedCell {
  readonly value: string;
  /** Where it ends, or -1: it is never closed, and is to be read as it stands. */
  readonly end: number;
  /** How many line ends are in it. */
  readonly lines: number;
  readonly fault?: QuoteFault;
}

/**
 * Parts text into records and cells (RFC 4180), whatever ends the lines. The text comes in pieces; a record cut by the end
 * of one waits for the next.
 *
 * A quote that is never closed does not swallow the rest of the file: it is known by a later quote that cannot close it,
 * or by `MAX_QUOTED` characters without one. Its cell is then read as it stands, and ends on its line. What is read in
 * vain is bounded, so that time stays in proportion to the text.
 */
export class RecordReader {
  readonly #separator: number;
  readonly #sink: RecordSink;
  #rest = '';
  #line: number;
  #skipping = false;
  #maxQuoted = MAX_QUOTED;
  #wasted = 0;
  #lineEnd: LineEnd | undefined;
  #lineEndsDiffer = false;

  constructor(separator: string, sink: RecordSink, firstLine = 1) {
    this.#separator = separator.charCodeAt(0);
    this.#sink = sink;
    this.#line = firstLine;
  }

  push(text: string): void {
    this.#read(this.#rest === '' ? text : this.#rest + text, false);
  }

  /** Nothing follows. */
  end(): void {
    this.#read(this.#rest, true);
  }

  #read(text: string, last: boolean): void {
    let at = 0;
    while (at < text.length) {
      const next = this.#skipping ? this.#skipLine(text, at) : this.#record(text, at, last);
      if (next === -1) break;
      at = next;
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > MAX_RECORD) this.#cut();
  }

  /** The record in `text` at `start`; where the next one starts, or -1 when the end of this one is to come. */
  #record(text: string, start: number, last: boolean): number {
    const separator = this.#separator;
    const length = text.length;
    const cells: string[] = [];
    let fault: QuoteFault | undefined;
    let lines = 0;
    for (let at = start; ; at += 1) {
      let end = -1;
      if (text.charCodeAt(at) === QUOTE) {
        const quoted = this.#quoted(text, at, last);
        if (quoted === undefined) return -1;
        fault ??= quoted.fault;
        end = quoted.end;
        lines += quoted.lines;
        if (end !== -1) cells.push(quoted.value);
      }
      if (end === -1) {
        for (end = at; end < length; end += 1) {
          const code = text.charCodeAt(end);
          if (code === separator || code === LF || code === CR) break;
        }
        cells.push(text.slice(at, end));
      }
      at = end;
      if (text.charCodeAt(end) === separator) continue;
      // A CR that ends the piece may be half of a CR LF.
      if (!last && (end >= length || (end === length - 1 && text.charCodeAt(end) === CR))) return -1;
      if (fault !== undefined) this.#sink.problem(fault, this.#line, {});
      this.#sink.record(cells, this.#line);
      this.#line += lines;
      return end < length ? this.#endLine(text, end) : end;
    }
  }

  #endLine(text: string, at: number): number {
    const cr = text.charCodeAt(at) === CR;
    const both = cr && text.charCodeAt(at + 1) === LF;
    const kind = both ? 'CR LF' : cr ? 'CR' : 'LF';
    this.#lineEnd ??= kind;
    if (kind !== this.#lineEnd && !this.#lineEndsDiffer) {
      this.#lineEndsDiffer = true;
      this.#sink.problem('line-end', this.#line, { end: kind, before: this.#lineEnd });
    }
    this.#line += 1;
    return at + (both ? 2 : 1);
  }

  /** The quoted cell that opens at `open`; undefined when its end is to come. */
  #quoted(text: string, open: number, last: boolean): QuotedCell | undefined {
    let doubled = false;
    let stray = false;
    let lines = 0;
    for (let from = open + 1; ; ) {
      const quote = text.indexOf('"', from);
      const until = quote === -1 ? text.length : quote;
      lines += countLineEnds(text, from, until);
      if (lines > 0 && (stray || until - open > this.#maxQuoted)) return this.#unclosed(until - open);
      if (quote === -1) return last ? this.#unclosed(until - open) : undefined;
      if (quote + 1 === text.length && !last) return undefined;
      from = quote + 1;
      if (text.charCodeAt(from) === QUOTE) {
        doubled = true;
        from += 1;
        continue;
      }
      const end = this.#afterQuote(text, from);
      if (end !== -1) {
        const inside = text.slice(open + 1, quote);
        const value = doubled ? inside.replaceAll('""', '"') : inside;
        if (!stray) return { value, end, lines };
        return { value, end, lines, fault: 'stray-quote' };
      }
      if (lines > 0) return this.#unclosed(until - open);
      stray = true;
    }
  }

  #unclosed(wasted: number): QuotedCell {
    this.#wasted += wasted;
    this.#maxQuoted = this.#wasted > MAX_WASTED ? 0 : Math.max(this.#maxQuoted / 2, MIN_QUOTED);
    return { value: '', end: -1, lines: 0, fault: 'unclosed-quote' };
  }

  /** Where the cell ends that a quote before `at` closes, spaces allowed; -1 when it closes none. */
  #afterQuote(text: string, at: number): number {
    let end = at;
    while (text.charCodeAt(end) === SPACE) end += 1;
    if (end >= text.length) return end;
    const code = text.charCodeAt(end);
    return code === this.#separator || code === LF || code === CR ? end : -1;
  }

  /** Ends a record that is too long where it stands. */
  #cut(): void {
    this.#sink.problem('long-row', this.#line, { millions: MAX_RECORD / 1024 ** 2 });
    const rest = this.#rest;
    this.#skipping = true;
    const next = this.#record(rest, 0, true);
    this.#rest = rest.slice(next);
    this.#skipping = next === rest.length;
  }

  #skipLine(text: string, start: number): number {
    const end = text.slice(start).search(/[\r\n]/);
    if (end === -1) return text.length;
    this.#skipping = false;
    return this.#endLine(text, start + end);
  }
}

/** The first `count` records of a text; `whole` says that nothing follows it. */
export function readRecords(text: string, separator: string, count: number, whole: boolean): string[][] {
  const records: string[][] = [];
  const reader = new RecordReader(separator, { record: (cells) => records.push(cells), problem: () => {} });
  reader.push(text);
  if (whole || records.length === 0) reader.end();
  return records.slice(0, count);
}

export function countLineEnds(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) count += 1;
  }
  return count;
}
