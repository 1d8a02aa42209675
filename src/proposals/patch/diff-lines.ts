/** The lines of a diff, each byte a character: names and marks are read in them, and their bytes had back exactly. */
export function diffLines(diff: Buffer): string[] {
  return diff.toString('latin1').split('\n');
}

export function diffBytes(lines: readonly string[]): Buffer {
  return Buffer.from(lines.join('\n'), 'latin1');
}
