/** Characters of a text, from the first up to the last, by UTF-16 units. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** What is to be put in the place of a range of a text, and what is chosen then. */
export interface Edit extends Range {
  readonly insert: string;
  readonly selection: Range;
}

/** Puts signs around what is chosen, `**` or `*`; takes them away where they are there already. */
export function toggleAround(text: string, { from, to }: Range, sign: string): Edit {
  const chosen = text.slice(from, to);
  const [outerFrom, outerTo] = [from - sign.length, to + sign.length];
  if (isSign(text, outerFrom, from, sign) && isSign(text, to, outerTo, sign))
    return {
      from: outerFrom,
      to: outerTo,
      insert: chosen,
      selection: { from: outerFrom, to: to - sign.length },
    };
  // Markdown takes no sign that touches a space.
  const before = /^\s*/.exec(chosen)?.[0] ?? '';
  const after = chosen.trim() === '' ? '' : (/\s*$/.exec(chosen)?.[0] ?? '');
  const inner = chosen.slice(before.length, chosen.length - after.length);
  const start = from + before.length + sign.length;
  return {
    from,
    to,
    insert: before + sign + inner + sign + after,
    selection: { from: start, to: start + inner.length },
  };
}

function isSign(text: string, from: number, to: number, sign: string): boolean {
  if (from < 0 || text.slice(from, to) !== sign) return false;
  // One asterisk of two is not a sign of its own.
  const [before, after] = [text[from - 1], text[to]];
  return sign.length > 1 || (before !== sign && after !== sign);
}

/** Begins each chosen line that is not empty with a sign, such as `- ` or `> `; takes it away where all have it. */
export function toggleLines(text: string, range: Range, sign: string): Edit {
  const { from, to } = wholeLines(text, range);
  const lines = text.slice(from, to).split('\n');
  const isSet = (line: string) => line.startsWith(sign) || (line === '' && lines.length > 1);
  const isEvery = lines.every(isSet);
  const insert = lines
    .map((line) => {
      if (isEvery) return line.startsWith(sign) ? line.slice(sign.length) : line;
      return isSet(line) ? line : sign + line;
    })
    .join('\n');
  const end = from + insert.length;
  return { from, to, insert, selection: { from: lines.length > 1 ? from : end, to: end } };
}

/** Makes a heading of the line: of the second level, the third, and a line of text again. */
export function nextHeading(text: string, range: Range): Edit {
  const { from, to } = wholeLines(text, { from: range.from, to: range.from });
  const [, signs = '', rest = ''] = /^(#{0,6})\s*(.*)$/s.exec(text.slice(from, to)) ?? [];
  const next = signs.length === 2 ? '### ' : signs.length === 3 ? '' : '## ';
  const end = from + next.length + rest.length;
  return { from, to, insert: next + rest, selection: { from: end, to: end } };
}

/** A link, or a picture with its sign. Brackets of its words are escaped. */
export function linkTo(words: string, address: string): string {
  const shown = words.trim().replace(/[[\]\\]/g, '\\$&');
  return `[${shown}](${addressIn(address)})`;
}

function addressIn(address: string): string {
  const plain = address.trim();
  return /[\s()<>]/.test(plain) ? `<${plain.replace(/[<>\n]/g, encodeURIComponent)}>` : plain;
}

/** An empty table, with as many columns and rows as told and the words of its header. */
export function emptyTable(columns: number, rows: number, header: (column: number) => string): string {
  const cells = Array.from({ length: columns }, (_, column) => header(column + 1));
  const line = (texts: readonly string[]) => `| ${texts.join(' | ')} |`;
  const blank = cells.map((cell) => ' '.repeat(cell.length));
  return [
    line(cells),
    line(cells.map((cell) => '-'.repeat(Math.max(3, cell.length)))),
    ...Array.from({ length: rows }, () => line(blank)),
  ].join('\n');
}

/** Puts lines where they are a block of their own: with an empty line before and after. */
export function insertBlock(text: string, { to }: Range, block: string): Edit {
  const end = text.indexOf('\n', to);
  const at = end === -1 ? text.length : end;
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  const before = at === 0 ? '' : line.trim() !== '' ? '\n\n' : text.slice(0, at).endsWith('\n\n') ? '' : '\n';
  const rest = text.slice(at);
  const after = rest === '' ? '\n' : rest.startsWith('\n\n') || rest === '\n' ? '' : '\n';
  const start = at + before.length;
  return {
    from: at,
    to: at,
    insert: before + block + after,
    selection: { from: start, to: start + block.length },
  };
}

/**
 * What the key Enter does in a list or a quotation: the next line begins like this one; one that has nothing else ends it.
 * Undefined elsewhere.
 */
export function continueLine(text: string, { from, to }: Range): Edit | undefined {
  if (from !== to) return undefined;
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const [sign, indent = '', mark = '', space = '', task = ''] =
    /^([ \t]*)([-*+]|\d{1,9}[.)]|>)([ \t]+)(\[[ xX]\][ \t]+)?/.exec(text.slice(start, from)) ?? [];
  if (sign === undefined) return undefined;
  const end = text.indexOf('\n', from);
  const line = text.slice(start, end === -1 ? text.length : end);
  if (line.trim() === sign.trim())
    return { from: start, to: from, insert: '', selection: { from: start, to: start } };
  const number = /^\d+/.exec(mark)?.[0];
  const next = number === undefined ? mark : mark.replace(number, String(Number(number) + 1));
  const insert = `\n${indent}${next}${space}${task && '[ ] '}`;
  return { from, to, insert, selection: { from: from + insert.length, to: from + insert.length } };
}

function wholeLines(text: string, { from, to }: Range): Range {
  const end = text.indexOf('\n', to);
  return { from: text.lastIndexOf('\n', from - 1) + 1, to: end === -1 ? text.length : end };
}
