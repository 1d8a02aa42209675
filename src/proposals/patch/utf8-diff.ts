import { isUtf8 } from 'node:buffer';
import { decodeCharset } from '../../mail/mime/charset.ts';
import type { Part } from '../../mail/mime/message.ts';

/**
 * A diff in UTF-8, where the mail program wrote it in the charset that the parts of its mail name. git takes the bytes as
 * they are, which they must be where no charset is named, or where they are not what the mail says.
 */
export function utf8Diff(diff: Buffer, parts: readonly Part[]): Buffer {
  if (isUtf8(diff)) return diff;
  const texts = parts.filter(({ type }) => type.startsWith('text/'));
  const [charset = '', ...others] = new Set(texts.map(({ parameters }) => parameters.charset?.toLowerCase()));
  if (others.length > 0 || /^(?:utf-?8|(?:us-)?ascii)?$/.test(charset)) return diff;
  const { text, known } = decodeCharset(diff, charset);
  return known ? Buffer.from(text) : diff;
}
