/** At 16 bytes each, 16 MB. */
const MAX_TEXTS = 1_000_000;

/**
 * Tells texts that come back from those that are new, in memory that does not grow with their length: it keeps 53 bits of
 * hash of each. Two texts among a million are taken for one another once in ten thousand times.
 */
export class UniqueTexts {
  #slots = new Float64Array(1024);
  #size = 0;

  /** Whether they were too many to tell. */
  get full(): boolean {
    return this.#size >= MAX_TEXTS;
  }

  /** Adds a text; false when it was there. */
  add(text: string): boolean {
    if (this.full) return true;
    if (this.#size * 2 >= this.#slots.length) this.#grow();
    const isNew = insert(this.#slots, hash(text));
    if (isNew) this.#size += 1;
    return isNew;
  }

  #grow(): void {
    const slots = new Float64Array(this.#slots.length * 2);
    for (const hash of this.#slots) if (hash !== 0) insert(slots, hash);
    this.#slots = slots;
  }
}

function insert(slots: Float64Array, hash: number): boolean {
  const mask = slots.length - 1;
  for (let at = (hash % 0x8000_0000) & mask; ; at = (at + 1) & mask) {
    if (slots[at] === hash) return false;
    if (slots[at] === 0) {
      slots[at] = hash;
      return true;
    }
  }
}

/** 53 bits, never 0: two FNV-1a sums with different starts, mixed (as cyrb53 does). */
function hash(text: string): number {
  let one = 0xdead_beef;
  let two = 0x41c6_ce57;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 0x9e37_79b1);
    two = Math.imul(two ^ code, 0x5f35_6495);
  }
  one = Math.imul(one ^ (one >>> 16), 0x85eb_ca6b) ^ Math.imul(two ^ (two >>> 13), 0xc2b2_ae35);
  two = Math.imul(two ^ (two >>> 16), 0x85eb_ca6b) ^ Math.imul(one ^ (one >>> 13), 0xc2b2_ae35);
  return 0x1_0000_0000 * (two & 0x1f_ffff) + (one >>> 0) || 1;
}
