/** What was typed in a field of a form that has one line. */
export function oneLine(fields: URLSearchParams, name: string, max: number): string {
  return (fields.get(name) ?? '')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .toWellFormed()
    .slice(0, max);
}
