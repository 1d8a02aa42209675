/** Whether a path and query of a site, as in its addresses, may be asked for. */
export type Robots = (path: string) => boolean;

interface Rule {
  readonly allows: boolean;
  /** Its pattern, cut where its `*` are; whether it must reach the end. */
  readonly pieces: readonly string[];
  readonly isWhole: boolean;
  readonly length: number;
}

/** Reads no further (RFC 9309, section 2.5, asks for 500 kibibytes at least), in characters and in rules. */
export const MAX_ROBOTS_BYTES = 512 * 1024;
const MAX_RULES = 10_000;

/** What a `robots.txt` lets a program of this name ask for (RFC 9309). */
export function readRobots(text: string, program: string): Robots {
  const own = rulesFor(text, program.toLowerCase());
  const rules = own ?? rulesFor(text, '*') ?? [];
  return (path) => {
    const asked = normal(path);
    let best: Rule | undefined;
    for (const rule of rules) {
      const isBetter =
        !best || rule.length > best.length || (rule.length === best.length && rule.allows && !best.allows);
      if (isBetter && matches(rule, asked)) best = rule;
    }
    return best?.allows ?? true;
  };
}

/** The rules of all the groups that name a program (section 2.2.1); undefined when there are none. */
function rulesFor(text: string, program: string): readonly Rule[] | undefined {
  const rules: Rule[] = [];
  let isNamed = false;
  let wasNamed = false;
  let isHead = false;
  for (const line of text.slice(0, MAX_ROBOTS_BYTES).split(/\r\n?|\n/)) {
    const [, key = '', value = ''] = /^\s*([a-z-]+)\s*:\s*([^#]*?)\s*(?:#.*)?$/is.exec(line) ?? [];
    switch (key.toLowerCase()) {
      case 'user-agent': {
        // Lines that follow each other begin one group.
        const names = (/^[a-z_-]+|^\*/i.exec(value)?.[0] ?? '').toLowerCase() === program;
        isNamed = isHead ? isNamed || names : names;
        wasNamed ||= isNamed;
        isHead = true;
        break;
      }
      case 'allow':
      case 'disallow':
        isHead = false;
        if (isNamed && value !== '' && rules.length < MAX_RULES)
          rules.push(ruleOf(value, key.toLowerCase() === 'allow'));
    }
  }
  return wasNamed ? rules : undefined;
}

function ruleOf(value: string, allows: boolean): Rule {
  const isWhole = value.endsWith('$');
  const pattern = normal(isWhole ? value.slice(0, -1) : value);
  return { allows, pieces: pattern.split('*'), isWhole, length: pattern.length };
}

/** Section 2.2.3: each piece in its turn, as early as it can be; the last one at the end where that is asked. */
function matches({ pieces, isWhole }: Rule, path: string): boolean {
  const [first = '', ...others] = pieces;
  if (!path.startsWith(first)) return false;
  let at = first.length;
  if (isWhole && others.length === 0) return at === path.length;
  const last = isWhole ? others.pop() : undefined;
  for (const piece of others) {
    const found = path.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return last === undefined || (path.endsWith(last) && path.length - last.length >= at);
}

/** One form for what percent-encoding writes in several (section 2.2.2). */
function normal(path: string): string {
  return path
    .replace(/[^\x21-\x7e]+/gu, (text) => encodeURIComponent(text.toWellFormed()))
    .replace(/%[0-9a-f]{2}/gi, (octet) => {
      const character = String.fromCharCode(Number.parseInt(octet.slice(1), 16));
      return /[\w.~-]/.test(character) ? character : octet.toUpperCase();
    });
}
