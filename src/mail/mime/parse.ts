import { readMailboxes } from './addresses.ts';
import { decodeCharset } from './charset.ts';
import { readDate } from './date.ts';
import { fieldOf, fieldsOf, readHeader } from './headers.ts';
import type { HeaderField, Mailbox, Message, MessageFault, Part } from './message.ts';
import { readParts } from './parts.ts';
import { decodeTransfer } from './transfer.ts';

/** public-inbox knows no longer Message-ID, and neither do those who index its archives. */
const MAX_ID_LENGTH = 244;
const MAX_REFERENCES = 100;

/** `<left@right>`; whatever stands between the brackets, as long as it is one word (RFC 5322, 3.6.4). */
const ID = /<([^<>\s]+)>/g;

// biome-ignore lint/suspicious/noControlCharactersInRegex: an identifier with one is not used
const CONTROL = /[\u0000-\u0020\u007f]/;

/**
 * Reads a message (RFC 5322, 2045 to 2047, 2231, 6532) from its bytes, whose lines end in LF or CRLF. In linear time, within
 * bounds, and never throws: what is wrong with it is told in `faults`, and the rest is read.
 */
export function parseMessage(raw: Buffer): Message {
  const header = readHeader(raw, 0, raw.length);
  const { fields } = header;
  const { parts, faults } = readParts(raw, header);
  const mailboxes = (name: string): Mailbox[] =>
    fieldsOf(fields, name).flatMap((field) => readMailboxes(field.raw));
  return {
    raw,
    headers: fields,
    ids: fieldsOf(fields, 'message-id').flatMap(readIds),
    references: references(fields),
    subject: fieldOf(fields, 'subject')?.value ?? '',
    from: mailboxes('from')[0],
    sender: mailboxes('sender')[0],
    to: mailboxes('to'),
    cc: mailboxes('cc'),
    replyTo: mailboxes('reply-to'),
    date: readDate(fieldOf(fields, 'date')?.raw ?? ''),
    parts,
    faults: [
      ...new Set<MessageFault>([
        ...(fields.length === 0 ? ['no-header' as const] : []),
        ...header.faults,
        ...faults,
      ]),
    ],
  };
}

/** The bytes that a part encodes; as they are written when its encoding is unknown. */
export function decodePart({ raw }: Pick<Message, 'raw'>, part: Part): Buffer {
  const bytes = raw.subarray(part.start, part.end);
  return decodeTransfer(bytes, part.encoding) ?? bytes;
}

/** The text of a part, lines ended by LF, and what was wrong with it. */
export function partText(
  message: Pick<Message, 'raw'>,
  part: Part,
): { readonly text: string; readonly faults: readonly MessageFault[] } {
  const bytes = message.raw.subarray(part.start, part.end);
  const decoded = decodeTransfer(bytes, part.encoding);
  const { text, known } = decodeCharset(decoded ?? bytes, part.parameters.charset);
  return {
    text: text.replaceAll('\r\n', '\n').replaceAll('\0', '\ufffd'),
    faults: [
      ...(decoded ? [] : ['unknown-encoding' as const]),
      ...(known ? [] : ['unknown-charset' as const]),
    ],
  };
}

/** What it answers, the oldest first: the last of too many, which are the nearest. */
function references(fields: readonly HeaderField[]): string[] {
  const named = fieldsOf(fields, 'references').flatMap(readIds);
  const [parent] = fieldsOf(fields, 'in-reply-to').flatMap(readIds);
  const known = new Set(named);
  if (parent !== undefined) known.add(parent);
  return [...known].slice(-MAX_REFERENCES);
}

function readIds({ raw }: HeaderField): string[] {
  const ids = [...raw.matchAll(ID)].map(([, id = '']) => utf8(id));
  return ids.filter((id) => id.length <= MAX_ID_LENGTH && !CONTROL.test(id));
}

/** An identifier may be in UTF-8 (RFC 6532, 3.3). */
function utf8(latin1: string): string {
  return decodeCharset(Buffer.from(latin1, 'latin1'), undefined).text;
}
