import type { CustomFetch } from 'openid-client';

/** What a provider says of itself, its keys and people is some kilobytes. */
const MAX_BYTES = 1024 * 1024;

/** Asks, and reads no more of the answer than a provider may have to say. */
export const boundedFetch: CustomFetch = async (url, options) => {
  const response = await fetch(url, options as RequestInit);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > MAX_BYTES) throw new Error(`${new URL(url).host} sends more than ${MAX_BYTES} bytes.`);
    chunks.push(chunk);
  }
  const { status, headers } = response;
  const hasBody = status !== 204 && status !== 205 && status !== 304;
  return new Response(hasBody ? Buffer.concat(chunks) : null, { status, headers });
};
