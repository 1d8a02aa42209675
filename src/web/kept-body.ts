import { open } from 'node:fs/promises';

/**
 * Writes what a client sends in a file, as it comes; says whether that is all. Of what is more than `maxBytes`, as much again
 * is read and thrown away, for a client that reads no answer before it has sent all.
 */
export async function keepBody(
  path: string,
  body: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<boolean> {
  const file = await open(path, 'wx', 0o600);
  let length = 0;
  try {
    for await (const chunk of body) {
      length += chunk.length;
      if (length <= maxBytes) await file.write(chunk);
      else if (length > 2 * maxBytes) break;
    }
  } finally {
    await file.close();
  }
  return length <= maxBytes;
}
