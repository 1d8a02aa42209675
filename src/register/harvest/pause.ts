import type { IncomingHttpHeaders } from 'node:http';

/**
 * After how many seconds a request may be put again, where that makes sense: `Retry-After` (RFC 9110, section 10.2.3), else the
 * reset that GitHub, GitLab and Gitea tell when nothing remains; 0 for a fault that says nothing, undefined where the answer
 * is final. `now` is in seconds since 1970.
 */
export function pauseOf(status: number, headers: IncomingHttpHeaders, now: number): number | undefined {
  const remaining = header(headers, 'x-ratelimit-remaining') ?? header(headers, 'ratelimit-remaining');
  const isLimit =
    status === 429 || (status === 403 && (remaining === '0' || headers['retry-after'] !== undefined));
  if (!isLimit && status < 500) return undefined;
  const after = headers['retry-after'];
  if (after !== undefined) {
    const seconds = /^\d{1,9}$/.test(after) ? Number(after) : Date.parse(after) / 1_000 - now;
    return Number.isNaN(seconds) ? 0 : Math.max(0, Math.ceil(seconds));
  }
  const reset = Number(header(headers, 'x-ratelimit-reset') ?? header(headers, 'ratelimit-reset'));
  if (!isLimit || !(reset > 0)) return 0;
  return Math.max(0, Math.ceil(reset - now));
}

function header(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}
