import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { ForgeFault } from './fault.ts';

/** What came of one request: no body where nothing changed (304), and none of a refusal. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer | undefined;
  readonly isCut: boolean;
  /** Where it was in the end. */
  readonly url: string;
}

/** One answer of a forge. A body is JSON, or undefined where nothing changed (304). */
export interface ForgeAnswer extends Omit<RawAnswer, 'body'> {
  readonly value: unknown;
}

/** Reads an answer, so many bytes of it: more is a fault, or left away where it `cuts`. Throws {@link ForgeFault}. */
export async function readAnswer(
  answer: IncomingMessage,
  url: string,
  { maxBytes, cuts }: { readonly maxBytes: number; readonly cuts: boolean },
): Promise<RawAnswer> {
  const { statusCode: status = 0, headers } = answer;
  const isWanted = status >= 200 && status < 300;
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of answer) {
      bytes += chunk.length;
      if (isWanted) chunks.push(chunk);
      if (bytes <= maxBytes) continue;
      if (!cuts) throw new ForgeFault('too-large', url);
      break;
    }
  } catch (error) {
    throw error instanceof ForgeFault ? error : new ForgeFault('no-answer', url);
  }
  if (!isWanted) return { status, headers, body: undefined, isCut: false, url };
  return { status, headers, body: Buffer.concat(chunks).subarray(0, maxBytes), isCut: bytes > maxBytes, url };
}

/** What an answer says in JSON. Throws {@link ForgeFault}. */
export function asJson({ status, headers, body, isCut, url }: RawAnswer): ForgeAnswer {
  if (!body) return { status, headers, value: undefined, isCut, url };
  const text = body.toString();
  // A forge that wants people to sign in says so in HTML, and answers 200.
  if (isHtml(headers) || /^\s*</.test(text)) throw new ForgeFault('sign-in-page', url);
  try {
    return { status, headers, value: JSON.parse(text), isCut, url };
  } catch {
    throw new ForgeFault('not-json', url);
  }
}

export function isHtml(headers: IncomingHttpHeaders): boolean {
  return /^text\/html|^application\/xhtml/i.test(headers['content-type'] ?? '');
}
