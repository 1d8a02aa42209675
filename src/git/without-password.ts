/** A text without what URLs in it may carry: a password or a token, which is not to be told. */
export function withoutPassword(text: string): string {
  return text.replace(/\/\/[^/@\s]*@/g, '//');
}
