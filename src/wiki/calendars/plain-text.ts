const TAG = /<(?:\/?(?:a|b|br|div|em|h[1-6]|html-blob|i|li|ol|p|span|strong|u|ul))(?:\s[^<>]{0,2000})?\/?>/gi;
const LINK = /<a\s[^<>]{0,2000}?href="(https?:[^"<>]{1,2000})"[^<>]{0,2000}>([^<>]{0,500})<\/a>/gi;
const BREAK = /<br\s*\/?>|<\/(?:p|div|h[1-6]|li|ul|ol)>/gi;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
  apos: '’',
};

/** All control characters but the tabulation and the end of line. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/**
 * A text of a calendar as plain text of at most `longest` characters, its lines parted by `\n`. Some calendars write
 * HTML where the format has text (Google does): its words are kept, and the addresses of its links.
 */
export function plainText(value: string, longest: number): string {
  const lines = value.replace(/\r\n?/g, '\n');
  const text = lines.search(TAG) === -1 ? lines : withoutHtml(lines);
  const clean = text
    .replace(CONTROLS, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return clean.length > longest ? `${clean.slice(0, longest - 1).trimEnd()}…` : clean;
}

/** The same, on one line. */
export function plainLine(value: string, longest: number): string {
  return plainText(value, longest).replace(/\s*\n\s*/g, ' ');
}

function withoutHtml(html: string): string {
  return html
    .replace(LINK, (_, address: string, words: string) =>
      words === '' || words === address ? address : `${words} (${address})`,
    )
    .replace(/<li(?:\s[^<>]{0,2000})?>/gi, '- ')
    .replace(BREAK, '\n')
    .replace(TAG, '')
    .replace(/&(amp|lt|gt|quot|nbsp|apos|#39);/g, (_, name: string) => ENTITIES[name] ?? '’');
}
