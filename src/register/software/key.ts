/** What other pages under `/-/software/` are called. */
const RESERVED = new Set(['changes', 'compare', 'contracts', 'trainings']);

const MAX_LENGTH = 80;

/** What names a software in its address, made from its number or its name, whatever the script. */
export function slugOf(text: string): string {
  return [
    ...text
      .normalize('NFC')
      .toLowerCase()
      .replaceAll('++', 'plusplus')
      .replaceAll('#', 'sharp')
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, ''),
  ]
    .slice(0, MAX_LENGTH)
    .join('')
    .replace(/-$/, '');
}

/** Gives each a key of its own, in their order. */
export class Keys {
  readonly #taken = new Set<string>();

  /** A key that nothing has yet, from what something is numbered or called. */
  take(id: string | null, name: string): string {
    const wanted = slugOf(id ?? '') || slugOf(name) || 'software';
    for (let again = RESERVED.has(wanted) ? 2 : 1; ; again++) {
      const key = again === 1 ? wanted : `${wanted}-${again}`;
      if (this.#taken.has(key)) continue;
      this.#taken.add(key);
      return key;
    }
  }
}
