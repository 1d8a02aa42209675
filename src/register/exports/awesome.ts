/** A project that somebody recommends. */
export interface Recommended {
  readonly name: string;
  readonly url: string;
  readonly description: string | null;
}

/** A list of projects in the manner of “awesome” lists: one a line, in the order of their names. */
export function awesomeList(
  { title, intro, terms }: { readonly title: string; readonly intro: string; readonly terms: string },
  projects: readonly Recommended[],
): string {
  const lines = projects
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en') || (a.url < b.url ? -1 : 1))
    .map(({ name, url, description }) => {
      const told = markdownText(description ?? '');
      return `- [${markdownText(name)}](<${destination(url)}>)${told === '' ? '' : ` - ${told}`}\n`;
    });
  const sections = [
    `# ${markdownText(title)}`,
    markdownText(intro),
    lines.join('').trimEnd(),
    markdownText(terms),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

/** Longer ones are cut. */
const MAX_TEXT = 300;

/**
 * A text that Markdown shows as it is, on one line: what could begin a construct of CommonMark (section 2.4), of its usual
 * extensions, or of HTML, is escaped. What turns the direction of what follows is left out.
 */
export function markdownText(text: string): string {
  const line = text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();
  const cut = [...line].length > MAX_TEXT ? `${[...line].slice(0, MAX_TEXT).join('').trimEnd()}…` : line;
  return cut
    .replace(/[\\`*_{}[\]<>()#!|~&$^@:]/g, '\\$&')
    .replace(/\bwww\./gi, (www) => `${www.slice(0, -1)}\\.`)
    .replace(/^([-+=])/, '\\$1')
    .replace(/^(\d{1,9})\./, '$1\\.');
}

/** An address between angle brackets: nothing in it may end it. */
function destination(url: string): string {
  return url.replace(/[<>\s\\]/g, (c) => encodeURIComponent(c));
}
