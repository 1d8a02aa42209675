import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress, publicLookup } from './public-address.ts';

/** One answer of another site. */
export interface SiteAnswer {
  readonly status: number;
  readonly location: string | undefined;
  /** Seconds, or a date (RFC 9110, section 10.2.3). */
  readonly retryAfter: string | undefined;
  /** Its beginning, where it was asked for. */
  readonly body?: Buffer;
}

export interface AskingOptions {
  /** Says who asks, and how to reach them. */
  readonly userAgent: string;
  readonly timeoutMs: number;
  /** Whether private networks may be asked: a test's own server, say. */
  readonly privateToo: boolean;
  /** How much of the body is read; none unless said. */
  readonly maxBytes?: number;
}

/**
 * Sends one request and gives its status; throws what the network says (`code`), with `ETIMEDOUT` for silence and
 * `EPRIVATE` for an address that is not public.
 */
export function askAddress(method: 'HEAD' | 'GET', url: URL, options: AskingOptions): Promise<SiteAnswer> {
  const { userAgent, timeoutMs, privateToo, maxBytes = 0 } = options;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!privateToo && isIP(host) !== 0 && !isPublicAddress(host)) return Promise.reject(failure('EPRIVATE'));
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    const asked = send(
      url,
      {
        method,
        agent: false,
        headers: { 'user-agent': userAgent, accept: '*/*', 'accept-encoding': 'identity' },
        ...(privateToo ? {} : { lookup: publicLookup }),
      },
      async (answer) => {
        const body = maxBytes > 0 ? await beginning(answer, maxBytes) : undefined;
        clearTimeout(timer);
        resolve({
          status: answer.statusCode ?? 0,
          location: answer.headers.location,
          retryAfter: answer.headers['retry-after'],
          ...(body && { body }),
        });
        asked.destroy();
      },
    );
    const timer = setTimeout(() => asked.destroy(failure('ETIMEDOUT')), timeoutMs);
    asked.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    // An answer that changes the protocol closes without an error.
    asked.on('close', () => {
      clearTimeout(timer);
      reject(failure('ECONNRESET'));
    });
    asked.end();
  });
}

/** What comes of a body until there is enough of it, or until it is cut. */
async function beginning(answer: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of answer) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes >= maxBytes) break;
    }
  } catch {
    // The request itself says what cut it.
  }
  return Buffer.concat(chunks).subarray(0, maxBytes);
}

function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}
