import type { z } from 'zod';
import { Invalid } from '../../config/errors.ts';
import { BadQuery } from './bad-query.ts';

const MAX_BYTES = 16 * 1024;

/** The JSON that a program sends, checked. Throws {@link BadQuery} with all that is wrong, {@link Invalid} where it is none. */
export async function readRequestBody(schema: z.ZodObject, request: Request): Promise<unknown> {
  const type = request.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/json')
    throw new Invalid('The body is no JSON.', 'Send it as Content-Type: application/json.');
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > MAX_BYTES) throw new Invalid('The body is too large.', 'Send 16 kB at most.');
    chunks.push(chunk);
  }
  const read = schema.strict().safeParse(parsed(Buffer.concat(chunks).toString()));
  if (read.success) return read.data;
  throw new BadQuery(
    read.error.issues.map((issue) => ({
      parameter:
        issue.path.join('.') || (issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : 'body'),
      detail: issue.message,
      expected: `a member of the body as /-/openapi.json describes it: ${Object.keys(schema.shape).join(', ')}`,
    })),
  );
}

function parsed(text: string): unknown {
  try {
    // No question to PostgreSQL may hold a NUL.
    return JSON.parse(text.replaceAll('\\u0000', '\\ufffd'));
  } catch {
    throw new Invalid('The body is no JSON.', 'Send an object as /-/openapi.json describes it.');
  }
}
