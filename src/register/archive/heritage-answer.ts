import type { IncomingHttpHeaders } from 'node:http';

/** What Software Heritage said. */
export interface HeritageAnswer {
  readonly status: number;
  /** Undefined where the body is no JSON: a page of somebody in between. */
  readonly value: unknown;
  /** Until when it wants not to be asked, in seconds since 1970; undefined while it may be. */
  readonly pausedUntil: number | undefined;
}

/** Where it says nothing of how long. */
const USUAL_PAUSE = 3_600;
/** Longer ones are somebody’s mistake. */
const MAX_PAUSE = 24 * 3_600;

/**
 * Until when nothing may be asked: after a 429 as long as `Retry-After` says (RFC 9110, section 10.2.3), else until
 * `X-RateLimit-Reset` (seconds since 1970); after any answer with which nothing remains, until that reset.
 */
export function pausedUntil(status: number, headers: IncomingHttpHeaders, now: number): number | undefined {
  const told = (name: string) => {
    const value = headers[name];
    return typeof value === 'string' && /^\d{1,12}$/.test(value) ? Number(value) : undefined;
  };
  if (status !== 429 && told('x-ratelimit-remaining') !== 0) return undefined;
  const after = status === 429 ? retryAfter(headers['retry-after'], now) : undefined;
  const until = after ?? told('x-ratelimit-reset') ?? now + USUAL_PAUSE;
  return Math.min(Math.max(until, now + 1), now + MAX_PAUSE);
}

function retryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value)) return now + Number(value);
  const date = Date.parse(value) / 1_000;
  return Number.isNaN(date) ? undefined : Math.ceil(date);
}
