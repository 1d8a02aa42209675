/** What RFC 3339 writes with four digits: years 0 to 9999, in seconds since 1970. */
const [FIRST, LAST] = [-62_167_219_200, 253_402_300_799];

/** An instant, in seconds since 1970, as RFC 3339 writes it in UTC; one that it cannot write is the nearest that it can. */
export function rfc3339(seconds: number): string {
  const told = Math.min(Math.max(seconds, FIRST), LAST);
  return new Date(told * 1000).toISOString().replace('.000Z', 'Z');
}
