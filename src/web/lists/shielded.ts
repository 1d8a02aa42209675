/** A mail address inside a text: what is before the `@`, and its host. */
const ADDRESS =
  /([\w.!#$%&'*+/=?^`{|}~-]{1,64})@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62}[\p{L}\p{N}])?\.)+[\p{L}]{2,63}/gu;

/** A text whose mail addresses only a reader can complete: programs that harvest them find none. */
export function shielded(text: string): string {
  return text.includes('@') ? text.replace(ADDRESS, '$1@[…]') : text;
}

/** How to call who wrote a message: by name, or by what their address begins with. */
export function personName(name: string, address: string, nobody: string): string {
  return shielded(name || address) || nobody;
}
