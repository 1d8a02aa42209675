const WIDTH = 72;

/** Paragraphs as the text of a mail: an empty line between two, lines of 72 characters at most where words allow; what is quoted stays. */
export function paragraphs(...texts: readonly string[]): string {
  return `${texts.map((text) => text.split('\n').map(wrap).join('\n')).join('\n\n')}\n`;
}

function wrap(line: string): string {
  if (line.startsWith('>')) return line;
  const lines: string[] = [];
  const indent = /^ */.exec(line)?.[0] ?? '';
  let current = indent;
  for (const word of line.trim().split(' ')) {
    if (current.length > indent.length && current.length + 1 + word.length > WIDTH) {
      lines.push(current);
      current = indent;
    }
    current += current.length > indent.length ? ` ${word}` : word;
  }
  return [...lines, current].join('\n');
}
