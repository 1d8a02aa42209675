import { parser } from './parser.ts';

/** Character references (`&eacute;`, `&#233;`, `&#xe9;`) read as the characters they stand for. */
export function decodeEntities(text: string): string {
  // `unescapeAll` also undoes backslash escapes, which HTML does not have: double them first.
  return text.includes('&') ? parser.utils.unescapeAll(text.replaceAll('\\', '\\\\')) : text;
}

/** Text as it may stand in an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return parser.utils.escapeHtml(text);
}
