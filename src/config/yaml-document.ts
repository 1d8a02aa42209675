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

/**
 * A YAML document, as `parseDocument` of `yaml` makes it; throws where it is deeper than {@link MAX_DEPTH}: a document
 * is made and read by functions that call themselves, and 400 keys in one another take a minute.
 */
export function yamlDocument(
  source: string,
  options: ParseOptions & DocumentOptions & SchemaOptions,
): Document.Parsed {
  if (isTooDeep(source)) throw new Error(`it goes more than ${MAX_DEPTH} levels deep`);
  return parseDocument(source, options);
}

function isTooDeep(source: string): boolean {
  const marks = source.match(MARKS)?.length ?? 0;
  if (marks <= MAX_DEPTH && !INDENTED.test(source)) return false;
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(source)) {
    for (const _ of parser.next(lexeme));
    if (parser.stack.length > MAX_DEPTH) return true;
  }
  return false;
}
