/** A text in which no line begins with a mark that French puts after a space: `?`, `:`, `»`. */
export function unbroken(text: string): string {
  return text.replace(/(?<=\S) (?=[?!:;»](?:\s|$))|(?<=«) /g, '\u00a0');
}
