import { isBlank, trimBlanks } from './blanks.ts';
import { decodeHeader } from './encoded-words.ts';
import type { Mailbox } from './message.ts';

const MAX_MAILBOXES = 1_000;
const MAX_ADDRESS_LENGTH = 320;

/** A quoted string, an address in angle brackets, a separator, or what stands between them: encoded words are whole. */
const TOKEN =
  /"((?:[^"\\]|\\.)*)"?|<([^<>]*)>?|([,;:])|((?:=\?[^?\s]{1,60}\?[bq]\?[^?\s]*\?=|[^"<>,;:()])+)|[()>]/gis;

/**
 * The mailboxes of an address field (RFC 5322, 3.4), names decoded, the members of groups among the others. What is not
 * an address is left out: never throws.
 */
export function readMailboxes(raw: string): Mailbox[] {
  const mailboxes: Mailbox[] = [];
  let phrase: string[] = [];
  let angle: string | undefined;
  const end = () => {
    const mailbox = mailboxOf(phrase, angle);
    if (mailbox) mailboxes.push(mailbox);
    phrase = [];
    angle = undefined;
  };
  for (const { 1: quoted, 2: address, 3: separator, 4: atom } of withoutComments(raw).matchAll(TOKEN)) {
    if (mailboxes.length === MAX_MAILBOXES) return mailboxes;
    if (quoted !== undefined) phrase.push(quoted.replace(/\\(.)/gs, '$1'));
    else if (address !== undefined) angle = address;
    else if (separator === ':') phrase = [];
    else if (separator !== undefined) end();
    else if (atom && !isBlank(atom)) phrase.push(trimBlanks(atom));
  }
  end();
  return mailboxes;
}

function mailboxOf(phrase: readonly string[], angle: string | undefined): Mailbox | undefined {
  const address = readAddress(angle ?? phrase.at(-1) ?? '');
  if (address === undefined) return undefined;
  const name = angle === undefined ? '' : decodeHeader(phrase.join(' ')).replace(/\s+/g, ' ');
  return { name, address };
}

/** An address whose domain is in small letters; undefined for what cannot be one. */
function readAddress(text: string): string | undefined {
  const address = decodeHeader(trimBlanks(text));
  const at = address.lastIndexOf('@');
  if (at <= 0 || at === address.length - 1 || address.length > MAX_ADDRESS_LENGTH || /[\s<>]/.test(address))
    return undefined;
  return `${address.slice(0, at)}@${address.slice(at + 1).toLowerCase()}`;
}

/** Comments (RFC 5322, 3.2.2) nest, and stand nowhere inside a quoted string. */
function withoutComments(raw: string): string {
  if (!raw.includes('(')) return raw;
  let kept = '';
  let depth = 0;
  let isQuoted = false;
  for (let at = 0; at < raw.length; at++) {
    const character = raw[at] as string;
    if (character === '\\') {
      if (depth === 0) kept += raw.slice(at, at + 2);
      at++;
    } else if (character === '"' && depth === 0) {
      isQuoted = !isQuoted;
      kept += character;
    } else if (character === '(' && !isQuoted) {
      depth++;
    } else if (character === ')' && !isQuoted && depth > 0) {
      if (--depth === 0) kept += ' ';
    } else if (depth === 0) {
      kept += character;
    }
  }
  return kept;
}
