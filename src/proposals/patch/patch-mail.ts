import type { Message, Part } from '../../mail/mime/message.ts';
import { decodePart } from '../../mail/mime/parse.ts';
import { readable } from '../../mail/readable.ts';

/** The line that `git format-patch` begins a file with. */
const FORMATTED = /^From [0-9a-f]{40,64} Mon Sep 17 00:00:00 2001\r?\n/;

/**
 * The bytes of the mail that git is to read: the file of `git format-patch` that is attached, where there is one; else the
 * mail itself, without the pages that say the same as its text, in which git would find the diff again.
 */
export function patchMail(message: Message): Buffer {
  const files = message.parts
    .filter(({ disposition, filename }) => disposition === 'attachment' || filename !== undefined)
    .map((part) => decodePart(message, part))
    .filter((bytes) => FORMATTED.test(bytes.toString('latin1', 0, 100)));
  const [file] = files;
  return file && files.length === 1 ? file : withoutPages(message);
}

function withoutPages(message: Message): Buffer {
  const { texts, html } = readable(message);
  return texts.length === 0 ? message.raw : withoutParts(message.raw, html);
}

function withoutParts(raw: Buffer, parts: readonly Part[]): Buffer {
  if (parts.length === 0) return raw;
  const kept: Buffer[] = [];
  let from = 0;
  for (const { start, end } of parts) {
    kept.push(raw.subarray(from, start));
    from = end;
  }
  return Buffer.concat([...kept, raw.subarray(from)]);
}
