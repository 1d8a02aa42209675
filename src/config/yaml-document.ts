import {
  type Document,
  type DocumentOptions,
  Lexer,
  type ParseOptions,
  Parser,
  parseDocument,
  type SchemaOptions,
} from 'yaml';

/** What people write is in one another by ten levels at most. */
const MAX_DEPTH = 40;

/** What may go deeper: that many brackets, marks of a list or of a key, or such an indentation. */
const MARKS = /[[{]|(?:^|\s)[?-](?=\s|$)/gm;
const INDENTED = /^ {40}/m;

/** A YAML document, as `parseDocument` of `yaml` makes it; throws where it is deeper than {@link MAX_DEPTH}. */
export function yamlDocument(
  source: string,
  options: ParseOptions & DocumentOptions & SchemaOptions,
): Document.Parsed {
  const mayBeDeep = (source.match(MARKS)?.length ?? 0) > MAX_DEPTH || INDENTED.test(source);
  if (mayBeDeep && isTooComplex(source)) throw new Error(`it goes more than ${MAX_DEPTH} levels deep`);
  return parseDocument(source, options);
}

/**
 * Whether YAML goes deeper than anyone writes, or has more lexemes than `maxLexemes`. Told before a document is made: that,
 * and to read it, is done by functions that call themselves, of which 400 keys in one another take a minute, and the end of
 * the stack may be the end of the process.
 */
export function isTooComplex(source: string, maxLexemes = Number.POSITIVE_INFINITY): boolean {
  const parser = new Parser();
  let count = 0;
  for (const lexeme of new Lexer().lex(source)) {
    for (const _ of parser.next(lexeme));
    if (parser.stack.length > MAX_DEPTH || ++count > maxLexemes) return true;
  }
  return false;
}
