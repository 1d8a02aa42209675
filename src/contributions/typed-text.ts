/** A file of text, as its editor is given it. */
export interface EditableText {
  readonly text: string;
  readonly isCrlf: boolean;
  readonly hasMark: boolean;
}

const MARK = '\ufeff';

/** The text of a file to edit; undefined when it is not UTF-8, or no text: to write it back would change more of it. */
export function editableText(bytes: Uint8Array): EditableText | undefined {
  if (bytes.includes(0)) return undefined;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
  const hasMark = text.startsWith(MARK);
  const lines = hasMark ? text.slice(1) : text;
  const isCrlf = /\r\n/.test(lines) && !/(?<!\r)\n/.test(lines);
  // A lone CR could not be told from the end of a line when it comes back.
  if (/\r(?!\n)/.test(lines) || (!isCrlf && lines.includes('\r'))) return undefined;
  return { text: isCrlf ? lines.replaceAll('\r\n', '\n') : lines, isCrlf, hasMark };
}

/** What was typed (a form ends its lines with CRLF), in the conventions of the file that it changes: LF for a new one. */
export function typedText(typed: string, former?: EditableText): string {
  const text = typed.replace(/\r\n?/g, '\n').toWellFormed();
  const ended = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  return (former?.hasMark ? MARK : '') + (former?.isCrlf ? ended.replaceAll('\n', '\r\n') : ended);
}
