/**
 * White space of headers (RFC 5322, 2.2.2). What `String.trim` takes for white space may be half of a character where
 * text is the bytes of another charset.
 */
export function trimBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlankAt(text, start)) start++;
  while (end > start && isBlankAt(text, end - 1)) end--;
  return text.slice(start, end);
}

export function isBlank(text: string): boolean {
  return trimBlanks(text) === '';
}

function isBlankAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}
