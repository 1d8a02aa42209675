const LF = 0x0a;
const CR = 0x0d;

/** The line that stands before each message: who, and when as asctime(3) writes it. */
const SEPARATOR = /^From \S.*\d{1,2}:\d\d.*\d{4}/;

/** The same of `git format-patch`: in a message of an mbox whose lines nobody quoted, it begins no other one. */
const OF_PATCH = /^From [0-9a-f]{40,64} Mon Sep 17 00:00:00 2001/;

/** A field of a header, or what some programs write before the first. */
const FIELD = /^(?:[!-9;-~]+[ \t]*:|>From )/;

const QUOTED = /^>(>*From )/gm;
const CONTENT_LENGTH = /^Content-Length:[ \t]*(\d+)[ \t]*\r?$/im;

/** As much of a message is looked at to know where it begins and how long it says it is. */
const LOOKED_AT = 64 * 1024;

/**
 * The messages of an mbox, read as it comes: mboxo and mboxrd, whose lines that begin with `From ` are quoted, mboxcl and
 * mboxcl2, whose messages say their length. `too-large` stands for one of more than `maxBytes`. Undefined for what is no
 * mbox at its beginning.
 */
export async function* mboxMessages(
  chunks: AsyncIterable<Buffer>,
  maxBytes: number,
): AsyncGenerator<Buffer | 'too-large' | undefined, void> {
  const splitter = new Splitter(maxBytes);
  for await (const chunk of chunks) {
    yield* splitter.take(chunk);
    if (splitter.isNone) {
      yield undefined;
      return;
    }
  }
  yield* splitter.end();
  if (splitter.isNone) yield undefined;
}

class Splitter {
  readonly #maxBytes: number;
  /** From the separator of the message that is being read on. */
  #bytes: Buffer = Buffer.alloc(0);
  /** Looked through until here. */
  #at = 0;
  #state: 'start' | 'message' | 'too-large' | 'none' = 'start';
  #separatesPatches = false;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get isNone(): boolean {
    return this.#state === 'none';
  }

  *take(chunk: Buffer): Generator<Buffer | 'too-large'> {
    this.#bytes = this.#bytes.length === 0 ? chunk : Buffer.concat([this.#bytes, chunk]);
    yield* this.#split(false);
  }

  *end(): Generator<Buffer | 'too-large'> {
    yield* this.#split(true);
    if (this.#state === 'start') this.#state = this.#bytes.length === 0 ? 'start' : 'none';
    if (this.#state === 'message') yield this.#message(this.#bytes.length);
    if (this.#state === 'too-large') yield 'too-large';
  }

  *#split(isLast: boolean): Generator<Buffer | 'too-large'> {
    if (this.#state === 'start' && (isLast || this.#bytes.length >= LOOKED_AT)) this.#begin();
    if (this.#state === 'start' || this.#state === 'none') return;
    for (let next = this.#next(isLast); next !== undefined; next = this.#next(isLast)) {
      yield this.#state === 'too-large' ? 'too-large' : this.#message(next);
      this.#state = 'message';
      this.#bytes = this.#bytes.subarray(next);
      this.#at = 0;
    }
    if (this.#bytes.length <= this.#maxBytes + LOOKED_AT) return;
    this.#state = 'too-large';
    this.#bytes = this.#bytes.subarray(this.#bytes.length - LOOKED_AT);
    this.#at = 0;
  }

  #begin(): void {
    const blanks = /^[\r\n]*/.exec(this.#bytes.toString('latin1', 0, LOOKED_AT))?.[0].length ?? 0;
    this.#bytes = this.#bytes.subarray(blanks);
    const first = this.#bytes.toString('latin1', 0, 200);
    if (first === '') return;
    this.#state = /^From /.test(first) ? 'message' : 'none';
    this.#separatesPatches = OF_PATCH.test(first);
  }

  /** Where the next message begins; undefined when more is needed to know, or when there is none. */
  #next(isLast: boolean): number | undefined {
    const said = this.#state === 'message' && this.#at === 0 ? this.#saidEnd(isLast) : undefined;
    if (said === 'more') return undefined;
    if (said !== undefined) return said;
    for (;;) {
      const found = this.#bytes.indexOf('\nFrom ', this.#at);
      if (found === -1) {
        this.#at = Math.max(1, this.#bytes.length - 6);
        return undefined;
      }
      if (!isLast && this.#bytes.length - found < LOOKED_AT) {
        this.#at = found;
        return undefined;
      }
      this.#at = found + 1;
      if (endsBlankLine(this.#bytes, found) && this.#isSeparator(found + 1)) return found + 1;
    }
  }

  /** Where the message says that the next one begins, when that is so. */
  #saidEnd(isLast: boolean): number | 'more' | undefined {
    const header = headerEnd(this.#bytes);
    if (header === undefined) return undefined;
    const said = CONTENT_LENGTH.exec(this.#bytes.toString('latin1', 0, header))?.[1];
    if (said === undefined || Number(said) > this.#maxBytes) return undefined;
    let end = header + Number(said);
    if (!isLast && this.#bytes.length < end + LOOKED_AT) return 'more';
    while (this.#bytes[end] === CR || this.#bytes[end] === LF) end++;
    return end < this.#bytes.length && this.#isSeparator(end) ? end : undefined;
  }

  #isSeparator(at: number): boolean {
    const [line = '', field = ''] = this.#bytes.toString('latin1', at, at + 1_000).split('\n');
    if (!SEPARATOR.test(line) || !FIELD.test(field)) return false;
    return this.#separatesPatches || !OF_PATCH.test(line);
  }

  /** The message without its separator, the empty line after it, and the quotes of its lines. */
  #message(end: number): Buffer {
    const all = this.#bytes.subarray(0, end);
    const message = all.subarray(all.indexOf(LF) + 1);
    const blank = message.at(-2) === CR ? '\r\n\r\n' : '\n\n';
    const whole = message.subarray(-blank.length).equals(Buffer.from(blank))
      ? message.subarray(0, message.length - blank.length / 2)
      : message;
    const header = headerEnd(whole) ?? whole.length;
    const isCounted = CONTENT_LENGTH.test(whole.toString('latin1', 0, header));
    const text = whole.includes('>From ') ? whole.toString('latin1') : undefined;
    // Who counts need not quote: where a line is not, none is.
    if (text === undefined || (isCounted && /^From /m.test(text.slice(header)))) return Buffer.from(whole);
    return Buffer.from(text.replace(QUOTED, '$1'), 'latin1');
  }
}

function endsBlankLine(bytes: Buffer, lineFeed: number): boolean {
  const before = bytes[lineFeed - 1];
  return before === LF || (before === CR && bytes[lineFeed - 2] === LF);
}

/** Where a body begins, when its header is no longer than is looked at. */
function headerEnd(bytes: Buffer): number | undefined {
  const match = /\r?\n\r?\n/.exec(bytes.toString('latin1', 0, LOOKED_AT));
  return match ? match.index + match[0].length : undefined;
}
