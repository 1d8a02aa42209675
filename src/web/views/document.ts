/** A whole HTML document from a `Layout` element. Components here are never asynchronous. */
export function renderDocument(layout: { toString(): string | Promise<string> }): string {
  const html = layout.toString();
  if (typeof html !== 'string') throw new TypeError('a view must not be asynchronous');
  return `<!DOCTYPE html>\n${html}\n`;
}
