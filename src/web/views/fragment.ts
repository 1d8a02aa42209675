/** The `id` of a row or an event, which `#row=KEY` leads to: encoded as in an address, since an `id` holds no space. */
export function fragmentOf(kind: 'row' | 'event', key: string): string {
  return `${kind}=${encodeURIComponent(key)}`;
}

/** An address of the same table, in another order or page: the reader stays at the rows, and the client script need not leave the page. */
export function inPlace(href: string): string {
  return `${href}#table:rows`;
}

/** The same calendar at another month: the reader stays at the grid. */
export function atMonth(href: string): string {
  return `${href}#month`;
}
