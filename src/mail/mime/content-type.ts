import { decodeCharset } from './charset.ts';
import { decodeHeader } from './encoded-words.ts';

/** A value and its parameters, as Content-Type and Content-Disposition have them (RFC 2045, 5.1; RFC 2183). */
export interface Parameterized {
  /** In small letters. */
  readonly value: string;
  readonly parameters: Readonly<Record<string, string>>;
}

const MAX_PARAMETERS = 100;
const PARAMETER = /;\s*([^\s=;"]{1,100})\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^;\s]*))/gs;
/** `name*0*`: a piece of a value (RFC 2231, 3), and whether it is percent-encoded (4). */
const PIECE = /^(.+?)(?:\*(\d{1,3}))?(\*)?$/;

/** Reads such a field; never throws. Parameters in pieces or in a charset of their own are put together (RFC 2231). */
export function readParameterized(raw: string): Parameterized {
  const semicolon = raw.indexOf(';');
  const value = (semicolon === -1 ? raw : raw.slice(0, semicolon)).trim().toLowerCase();
  if (semicolon === -1) return { value, parameters: {} };
  const pieces = new Map<string, Map<number, { readonly text: string; readonly isEncoded: boolean }>>();
  let count = 0;
  for (const { 1: name = '', 2: quoted, 3: token } of raw.slice(semicolon).matchAll(PARAMETER)) {
    if (++count > MAX_PARAMETERS) break;
    const [, base = '', index, star] = PIECE.exec(name.toLowerCase()) ?? [];
    const text = quoted?.replace(/\\(.)/gs, '$1') ?? token ?? '';
    const known = pieces.get(base) ?? new Map();
    const at = Number(index ?? 0);
    // The first wins: one that is written again is how filters are deceived.
    if (!known.has(at)) known.set(at, { text, isEncoded: star !== undefined });
    pieces.set(base, known);
  }
  const parameters: Record<string, string> = Object.create(null);
  for (const [name, parts] of pieces) parameters[name] = joined([...parts].toSorted(([a], [b]) => a - b));
  return { value, parameters };
}

function joined(
  parts: readonly (readonly [number, { readonly text: string; readonly isEncoded: boolean }])[],
): string {
  const [first] = parts;
  if (!first?.[1].isEncoded) return decodeHeader(parts.map(([, { text }]) => text).join(''));
  const [charset = '', , ...rest] = first[1].text.split("'");
  const bytes = parts.map(([, { text, isEncoded }], at) => {
    const content = at === 0 ? rest.join("'") : text;
    return isEncoded ? percentDecoded(content) : Buffer.from(content, 'latin1');
  });
  return decodeHeader(
    Buffer.from(decodeCharset(Buffer.concat(bytes), charset || undefined).text).toString('latin1'),
  );
}

function percentDecoded(text: string): Buffer {
  return Buffer.from(
    text.replace(/%([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  );
}
