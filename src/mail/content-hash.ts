import { createHash } from 'node:crypto';
import type { Message } from './mime/message.ts';

/** What a writer says, among the fields that servers on the way add or change. */
const FIELDS = ['from', 'sender', 'to', 'cc', 'subject', 'date', 'in-reply-to', 'references', 'content-type'];

/**
 * What tells whether two messages of one Message-ID are the same: a copy that came another way differs by its trace
 * (RFC 5321, 4.4) alone.
 */
export function contentHash({ raw, headers }: Pick<Message, 'raw' | 'headers'>): string {
  const hash = createHash('sha256');
  for (const name of FIELDS)
    for (const field of headers) if (field.name === name) hash.update(`${name}:${field.raw}\n`, 'latin1');
  const body = bodyStart(raw);
  return hash
    .update('\n')
    .update(raw.subarray(body, contentEnd(raw, body)))
    .digest('hex');
}

function bodyStart(raw: Buffer): number {
  if (raw[0] === 0x0a) return 1;
  const found = raw.indexOf('\n\n');
  return found === -1 ? raw.length : found + 2;
}

/** Mailboxes and lists add and take away empty lines at the end. */
function contentEnd(raw: Buffer, start: number): number {
  let end = raw.length;
  while (end > start && raw[end - 1] === 0x0a) end--;
  return end;
}
