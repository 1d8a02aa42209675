import { Trace } from '../wiki/trace.ts';
import { askSite, type Part } from './context.ts';

interface KeptPart {
  readonly html: string;
  readonly trace: Trace;
}

/** What a part takes besides its HTML: its key, its questions. */
const PART_BYTES = 4_000;

/**
 * Keeps parts of answers, each with the questions it was made from: an answer that must be made anew, for something came
 * into it, is made of those that are still right. Of what is kept, what was used last stays.
 */
export class KeptParts {
  readonly #parts = new Map<string, KeptPart>();
  readonly #maxBytes: number;
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /**
   * The part named `key`, made when it is not kept, or no longer right. What it is made from must be in its name, or
   * asked: neither the time, nor anything else of the request.
   */
  readonly get: Part = async (key, context, make) => {
    const kept = this.#parts.get(key);
    if (kept) this.#remove(key, kept);
    if (kept && (await kept.trace.holds(context.ask))) {
      this.#keep(key, kept);
      return kept.html;
    }
    const trace = new Trace(context.ask);
    const site = (await askSite(trace.ask)) ?? context.site;
    const html = await make({ ...context, ask: trace.ask, site });
    this.#keep(key, { html, trace });
    return html;
  };

  #keep(key: string, part: KeptPart): void {
    const other = this.#parts.get(key);
    if (other) this.#remove(key, other);
    this.#parts.set(key, part);
    this.#bytes += sizeOf(part);
    for (const [oldest, old] of this.#parts) {
      if (this.#bytes <= this.#maxBytes) break;
      this.#remove(oldest, old);
    }
  }

  #remove(key: string, part: KeptPart): void {
    if (this.#parts.delete(key)) this.#bytes -= sizeOf(part);
  }
}

/** In bytes: most characters take one. */
function sizeOf({ html }: KeptPart): number {
  return html.length + PART_BYTES;
}
