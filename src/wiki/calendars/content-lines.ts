import type { Problems } from './problems.ts';

/** A content line (RFC 5545, section 3.1) with its folds undone: `NAME;PARAMETER=VALUE:VALUE`. */
export interface ContentLine {
  /** Where it starts in the file, from 1. */
  readonly line: number;
  readonly text: string;
}

/** A longer value is cut: nobody reads more of an event. */
const LONGEST = 65_536;

/** Unfolds the lines of a file, whatever ends them, and leaves out the empty ones. */
export function* contentLines(text: string, problems: Problems): Generator<ContentLine> {
  let number = 0;
  let start = 0;
  let folded = '';
  for (const physical of physicalLines(text)) {
    number++;
    const line = physical.includes('\0') ? withoutNul(physical, number, problems) : physical;
    if (folded !== '' && (line.startsWith(' ') || line.startsWith('\t'))) {
      if (folded.length < LONGEST) folded += line.slice(1, LONGEST);
      continue;
    }
    if (folded !== '') yield { line: start, text: folded };
    folded = line.trim() === '' ? '' : line.slice(0, LONGEST);
    start = number;
  }
  if (folded !== '') yield { line: start, text: folded };
}

function* physicalLines(text: string): Generator<string> {
  const end = /\r\n|\n|\r/g;
  let at = text.startsWith('\ufeff') ? 1 : 0;
  for (let found = end.exec(text); found !== null; found = end.exec(text)) {
    yield text.slice(at, found.index);
    at = end.lastIndex;
  }
  if (at < text.length) yield text.slice(at);
}

function withoutNul(line: string, number: number, problems: Problems): string {
  problems.add('nul', number);
  return line.replaceAll('\0', '');
}
