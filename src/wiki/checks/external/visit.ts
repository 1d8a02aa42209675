import { setTimeout } from 'node:timers/promises';
import { type AskingOptions, askAddress, type SiteAnswer } from './ask-address.ts';
import type { Outcome } from './outcome.ts';
import { isReservedName } from './public-address.ts';
import type { AsksRobots } from './site-robots.ts';

export interface VisitOptions extends AskingOptions {
  /** Waits until the site of an address may be asked once more. */
  readonly turn: (url: URL) => Promise<void>;
  /** What a site lets be asked for. */
  readonly robots: AsksRobots;
  /** How long the first wait before asking again is; each is four times the one before. */
  readonly backOffMs: number;
}

const MAX_REDIRECTS = 10;
const MAX_TRIES = 3;
const MAX_WAIT_MS = 30_000;

/** Statuses that may be about the method only: the same is asked with GET. */
const PERHAPS_METHOD = new Set([400, 403, 404, 405, 406, 501]);
/** Statuses that say "not to you", or "not so fast": people may still read the page. */
const NOT_TO_US = new Set([401, 402, 403, 407, 429, 451, 999]);
const PERMANENT = new Set([301, 308]);

/**
 * Asks whether there is something at an address: `HEAD`, then `GET`, through redirects, again after a failure; nothing that
 * the site's `robots.txt` forbids.
 */
export async function visit(address: string, options: VisitOptions): Promise<Outcome> {
  let url = new URL(address);
  let movedTo: string | undefined;
  let permanent = true;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    if (!/^https?:$/.test(url.protocol)) return { kind: 'unreachable', reason: url.protocol };
    if (!options.privateToo && isReservedName(url.hostname)) return { kind: 'unasked' };
    const answer = await askPatiently(url, options);
    if (answer === undefined) return { kind: 'unasked' };
    if ('reason' in answer) {
      return answer.reason === 'EPRIVATE'
        ? { kind: 'unasked' }
        : { kind: 'unreachable', reason: answer.reason };
    }
    const next = redirectOf(answer, url);
    if (!next) return outcomeOf(answer, movedTo);
    permanent &&= PERMANENT.has(answer.status);
    if (permanent) movedTo = next.href;
    url = next;
  }
  return { kind: 'unreachable', reason: 'too many redirects' };
}

function outcomeOf({ status }: SiteAnswer, movedTo: string | undefined): Outcome {
  if (status === 404 || status === 410) return { kind: 'dead', status };
  if (status >= 400 && !NOT_TO_US.has(status)) return { kind: 'unreachable', status };
  return movedTo === undefined ? { kind: 'alive' } : { kind: 'moved', to: movedTo };
}

function redirectOf({ status, location }: SiteAnswer, from: URL): URL | undefined {
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return undefined;
  return URL.parse(location, from.href) ?? undefined;
}

type Answered = SiteAnswer | { readonly reason: string };

/** Undefined when the site does not let it be asked for. */
async function askPatiently(url: URL, options: VisitOptions): Promise<Answered | undefined> {
  let last: Answered | undefined = { reason: 'unknown' };
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    if (tries > 0) await setTimeout(waitOf(last, options.backOffMs * 4 ** (tries - 1)));
    last = await askOnce(url, options);
    if (last === undefined) return undefined;
    const isPassing =
      'reason' in last ? isNetworkFault(last.reason) : last.status === 429 || last.status >= 500;
    if (!isPassing) return last;
  }
  return last;
}

async function askOnce(url: URL, options: VisitOptions): Promise<Answered | undefined> {
  try {
    const isAllowed = await options.robots(url);
    if (!isAllowed(url.pathname + url.search)) return undefined;
    await options.turn(url);
    const answer = await askAddress('HEAD', url, options);
    if (!PERHAPS_METHOD.has(answer.status)) return answer;
    await options.turn(url);
    return await askAddress('GET', url, options);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { reason: code ?? message };
  }
}

/** What may be otherwise a moment later; a certificate will not. */
function isNetworkFault(reason: string): boolean {
  return /^(?:ETIMEDOUT|ECONNRESET|ECONNREFUSED|EPIPE|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|UND_ERR)/.test(
    reason,
  );
}

function waitOf(last: Answered, backOff: number): number {
  const told = 'retryAfter' in last ? Number(last.retryAfter) * 1000 : Number.NaN;
  return Math.min(Number.isFinite(told) && told > 0 ? told : backOff, MAX_WAIT_MS);
}
