const ESCAPES: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13 };

/** A name as a diff writes it (each byte a character): in quotes, C escapes and octal bytes where it has what must be (git-config(1), core.quotePath). */
export function unquotePath(name: string): string {
  const quoted = /^"((?:[^"\\]|\\.)*)"/.exec(name)?.[1];
  if (quoted === undefined) return Buffer.from(name, 'latin1').toString();
  const bytes: number[] = [];
  for (const [, octal, letter, plain = ''] of quoted.matchAll(/\\([0-7]{1,3})|\\(.)|([^\\]+)/gs)) {
    if (octal !== undefined) bytes.push(Number.parseInt(octal, 8) & 0xff);
    else if (letter !== undefined) bytes.push(ESCAPES[letter] ?? letter.charCodeAt(0));
    else bytes.push(...Buffer.from(plain, 'latin1'));
  }
  return Buffer.from(bytes).toString();
}
