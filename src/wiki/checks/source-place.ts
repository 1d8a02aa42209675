/** A place in a file: both count from 1. */
export interface SourcePlace {
  readonly line: number;
  readonly column: number;
}

/** How far after the line it was heard of a text is looked for. */
const MAX_LINES = 20;

/** The lines of a file as an editor counts them. */
export function sourceLines(source: string): readonly string[] {
  return source.split(/\r\n|\n|\r/);
}

/**
 * Where a text is written: on `line`, or in the paragraph after it; `line` itself when it is written otherwise (escaped,
 * say). `nth` counts from 0 those on the same line.
 */
export function findText(lines: readonly string[], line: number, text: string, nth = 0): SourcePlace {
  if (text !== '') {
    for (let at = line - 1; at < Math.min(line - 1 + MAX_LINES, lines.length); at++) {
      const content = lines[at] as string;
      if (at > line - 1 && content.trim() === '') break;
      let found = content.indexOf(text);
      for (let skip = 0; skip < nth && found !== -1; skip++) {
        const next = content.indexOf(text, found + text.length);
        if (next === -1) break;
        found = next;
      }
      if (found !== -1) return { line: at + 1, column: found + 1 };
    }
  }
  return { line, column: 1 };
}
