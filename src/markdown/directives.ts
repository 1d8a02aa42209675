import type { Token } from 'markdown-it';

/**
 * A fenced block that asks for something to be shown in its place, as MyST writes them: ```` ```{table} list.csv ````
 * with lines `:option: value`. Where nobody answers it, and in every other program, it is a block of code.
 */
export interface Directive {
  readonly name: string;
  /** What follows the name: the path of a file, for instance. */
  readonly argument: string;
  readonly options: Readonly<Record<string, string>>;
  /** From 1 in the source. */
  readonly line: number;
}

const INFO = /^\s*\{([a-z][a-z-]*)\}\s*(.*?)\s*$/;
const OPTION = /^\s*:([a-z][a-z-]*):[ \t]*(.*?)\s*$/;

/** The directives of a page, by the token of their block. */
export function directivesOf(tokens: readonly Token[]): ReadonlyMap<Token, Directive> {
  const directives = new Map<Token, Directive>();
  for (const token of tokens) {
    const [, name, argument] = (token.type === 'fence' && INFO.exec(token.info)) || [];
    if (name === undefined || argument === undefined) continue;
    directives.set(token, {
      name,
      argument,
      options: readOptions(token.content),
      line: (token.map?.[0] ?? 0) + 1,
    });
  }
  return directives;
}

function readOptions(content: string): Record<string, string> {
  const options: Record<string, string> = {};
  for (const line of content.split('\n')) {
    const [, name, value] = OPTION.exec(line) ?? [];
    if (name !== undefined && value !== undefined) options[name] = value;
  }
  return options;
}
