import { setImmediate } from 'node:timers/promises';
import { chunkDecoder } from './decode-chunks.ts';
import { DIALECT_BYTES, type Dialect, detectDialect } from './dialect.ts';
import type { ProblemLog } from './problem.ts';
import type { ReadingOptions, RowSink } from './reading.ts';
import { RecordReader } from './records.ts';
import { RowMaker } from './row-maker.ts';

const PIECE = 256 * 1024;
const PATIENCE_MS = 10;

/** Reads a file of rows piece by piece, letting other work of the process through. */
export async function readRows(
  chunks: AsyncIterable<Uint8Array>,
  options: ReadingOptions,
  problems: ProblemLog,
  sink: RowSink,
): Promise<void> {
  const limit = new ByteLimit(options.maxBytes);
  let reading: Reading | undefined;
  let since = performance.now();
  for await (const piece of pieces(limit.within(chunks))) {
    reading ??= startReading(piece, options, problems, sink);
    reading.records.push(reading.decoder.decode(piece));
    const pause = sink.pause?.();
    if (pause) await pause;
    if (sink.enough?.()) return;
    if (performance.now() - since > PATIENCE_MS) {
      await setImmediate();
      since = performance.now();
    }
  }
  reading ??= startReading(new Uint8Array(), options, problems, sink);
  if (limit.reached) {
    problems.add('too-large', reading.rows.line, { value: size(options.maxBytes) });
  } else {
    reading.records.push(reading.decoder.end());
    reading.records.end();
  }
  reading.rows.end();
  await sink.pause?.();
}

interface Reading {
  readonly decoder: ReturnType<typeof chunkDecoder>;
  readonly records: RecordReader;
  readonly rows: RowMaker;
}

function startReading(
  head: Uint8Array,
  options: ReadingOptions,
  problems: ProblemLog,
  sink: RowSink,
): Reading {
  const found = detectDialect(head.subarray(0, DIALECT_BYTES), options.path);
  const separator = options.dialect?.separator ?? found.separator;
  const dialect: Dialect = { ...found, separator };
  if (separator === found.separator && found.agreement < 0.5) problems.add('separator', 1, { separator });
  const rows = new RowMaker(dialect, options, problems, sink);
  return { decoder: chunkDecoder(dialect, problems), records: new RecordReader(separator, rows), rows };
}

/** The bytes in pieces of a size that is good to work with: not before `PIECE` bytes but the last. */
async function* pieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    waiting.push(chunk);
    length += chunk.length;
    if (length < PIECE) continue;
    const all = waiting.length === 1 ? chunk : Buffer.concat(waiting);
    let at = 0;
    for (; all.length - at >= PIECE; at += PIECE) yield all.subarray(at, at + PIECE);
    waiting = at < all.length ? [all.subarray(at)] : [];
    length = all.length - at;
  }
  if (length > 0) yield Buffer.concat(waiting);
}

/** Lets a number of bytes through, and knows whether more came. */
class ByteLimit {
  #left: number;
  reached = false;

  constructor(bytes: number) {
    this.#left = bytes;
  }

  async *within(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      if (chunk.length > this.#left) {
        this.reached = true;
        yield chunk.subarray(0, this.#left);
        return;
      }
      this.#left -= chunk.length;
      yield chunk;
    }
  }
}

function size(bytes: number): string {
  if (bytes >= 1024 ** 3) return `${Math.round(bytes / 1024 ** 3)} GB`;
  return bytes < 1024 ** 2 ? `${Math.round(bytes / 1024)} kB` : `${Math.round(bytes / 1024 ** 2)} MB`;
}
