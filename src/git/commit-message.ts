import type { ObjectReader } from './objects.ts';

/** Of a longer message, the beginning is read. */
const MAX_MESSAGE_BYTES = 64 * 1024;

/** A commit object may hold a signature beside its message; a larger one is nobody's words. */
const MAX_COMMIT_BYTES = 1024 * 1024;

/** What the message of a commit says after its subject, without the empty lines around it. */
export async function messageBody(objects: ObjectReader, commit: string): Promise<string> {
  if ((await objects.size(commit)) > MAX_COMMIT_BYTES) return '';
  const bytes = await objects.read(commit);
  const headersEnd = bytes.indexOf('\n\n');
  if (headersEnd === -1) return '';
  const encoding = /^encoding (\S+)$/m.exec(bytes.toString('latin1', 0, headersEnd))?.[1];
  const message = decoder(encoding).decode(
    bytes.subarray(headersEnd + 2, headersEnd + 2 + MAX_MESSAGE_BYTES),
  );
  // The subject is the first paragraph, as git log joins it.
  const [, body = ''] = /^\s*\S.*?\n[ \t\r]*\n(.*)$/s.exec(message) ?? [];
  return body
    .replaceAll('\r\n', '\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
}

function decoder(encoding = 'utf-8'): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(encoding);
  } catch {
    return new TextDecoder();
  }
}
