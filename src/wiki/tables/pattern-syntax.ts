/** A regular expression as a tree. */
export type Expression =
  | { readonly kind: 'character'; readonly accepts: (character: string) => boolean }
  | { readonly kind: 'sequence'; readonly items: readonly Expression[] }
  | { readonly kind: 'choice'; readonly items: readonly Expression[] }
  | { readonly kind: 'repeat'; readonly item: Expression; readonly min: number; readonly max: number };

const MAX_LENGTH = 1_000;
const MAX_DEPTH = 50;
const MAX_REPEAT = 1_000;

class Unsupported extends Error {}

/**
 * Parses a regular expression, without what cannot be run in linear time (back references, assertions) and what has no
 * meaning where the whole text must match. A text says why it is not one.
 */
export function parseExpression(source: string): Expression | string {
  if (source.length > MAX_LENGTH) return `it is longer than ${MAX_LENGTH} characters`;
  const parser = new Parser(source);
  try {
    return parser.whole();
  } catch (error) {
    if (error instanceof Unsupported || error instanceof SyntaxError) return error.message;
    throw error;
  }
}

class Parser {
  readonly #source: string;
  #at = 0;
  #depth = 0;

  constructor(source: string) {
    this.#source = source;
  }

  whole(): Expression {
    const expression = this.#choice();
    if (this.#at < this.#source.length)
      throw new Unsupported('it closes a parenthesis that it does not open');
    return expression;
  }

  #take(token: string): boolean {
    if (!this.#source.startsWith(token, this.#at)) return false;
    this.#at += token.length;
    return true;
  }

  #choice(): Expression {
    const items = [this.#sequence()];
    while (this.#take('|')) items.push(this.#sequence());
    return { kind: 'choice', items };
  }

  #sequence(): Expression {
    const items: Expression[] = [];
    // The whole text must match in any case.
    this.#take('^');
    while (this.#at < this.#source.length && !/[|)]/.test(this.#source.charAt(this.#at))) {
      if (this.#take('$')) {
        if (this.#at < this.#source.length && !/[|)]/.test(this.#source.charAt(this.#at)))
          throw new Unsupported('it has a “$” that is not at the end');
        break;
      }
      items.push(this.#repeat(this.#atom()));
    }
    return { kind: 'sequence', items };
  }

  #repeat(item: Expression): Expression {
    const [token, from, comma, to] = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})/.exec(this.#source.slice(this.#at)) ?? [];
    if (token === undefined) return item;
    this.#at += token.length;
    this.#take('?');
    if (/^[*+?{]/.test(this.#source.slice(this.#at))) throw new Unsupported('it repeats a repetition');
    if (token === '?') return { kind: 'repeat', item, min: 0, max: 1 };
    if (token === '*') return { kind: 'repeat', item, min: 0, max: Number.POSITIVE_INFINITY };
    if (token === '+') return { kind: 'repeat', item, min: 1, max: Number.POSITIVE_INFINITY };
    const min = Number(from);
    const max = comma === '' ? min : to === '' ? Number.POSITIVE_INFINITY : Number(to);
    if (min > MAX_REPEAT || (max !== Number.POSITIVE_INFINITY && max > MAX_REPEAT) || max < min)
      throw new Unsupported(`it has a repetition ${token} out of bounds`);
    return { kind: 'repeat', item, min, max };
  }

  #atom(): Expression {
    if (this.#take('(')) return this.#group();
    const [token] =
      /^(?:\[(?:\\.|[^\]\\])*\]|\\[pP]\{[^}]*\}|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\.|.)/su.exec(
        this.#source.slice(this.#at),
      ) ?? [''];
    if (/^\\[1-9bBkGAzZ]/.test(token)) throw new Unsupported(`it has “${token}”, which is not supported`);
    if (/^[*+?{[\\]$/.test(token)) throw new Unsupported(`it has a “${token}” out of place`);
    this.#at += token.length;
    return { kind: 'character', accepts: characterTest(token) };
  }

  #group(): Expression {
    if (this.#take('?') && !this.#take(':') && !/^P?<\w/.test(this.#source.slice(this.#at)))
      throw new Unsupported('it looks ahead or behind, or sets flags, which is not supported');
    this.#at += /^P?<\w+>/.exec(this.#source.slice(this.#at))?.[0].length ?? 0;
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw new Unsupported(`it nests deeper than ${MAX_DEPTH} parentheses`);
    const expression = this.#choice();
    this.#depth -= 1;
    if (!this.#take(')')) throw new Unsupported('it opens a parenthesis that it does not close');
    return expression;
  }
}

/** Whether one character is what an atom (a letter, a class, an escape, a dot) stands for. */
function characterTest(atom: string): (character: string) => boolean {
  if (atom === '.') return (character) => character !== '\n' && character !== '\r';
  if (!/^[[\\]/.test(atom)) return (character) => character === atom;
  const test = oneCharacter(atom);
  const ascii = Array.from({ length: 128 }, (_, code) => test.test(String.fromCharCode(code)));
  return (character) => ascii[character.charCodeAt(0)] ?? test.test(character);
}

function oneCharacter(atom: string): RegExp {
  try {
    return new RegExp(`^${atom}$`, 'u');
  } catch {
    // Some escapes are errors with the `u` flag only: `\-`, `\_`.
    return new RegExp(`^${atom}$`);
  }
}
