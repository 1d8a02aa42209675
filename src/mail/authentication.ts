import type { DNSResolver, authenticate as Verify } from 'mailauth';
import type { Message } from './mime/message.ts';
import { readVerdicts } from './verdicts.ts';
import { toWire } from './wire-bytes.ts';

/** How long name servers may take: whoever sends waits for the answer. */
const TIMEOUT_MS = 10_000;

/** Verdicts are kept for ever, in a line. */
const MAX_RESULTS = 4_000;

/** What was found of where a message comes from. */
export interface Authentication {
  /** The value of an Authentication-Results field (RFC 8601, 2.2), unfolded. */
  readonly results: string;
  /** Whether the domain of its From signed it, or may send from where it came (DMARC, RFC 7489, 3.1). */
  readonly isVerified: boolean;
  /** Whether that domain asks that it be refused. */
  readonly isRejected: boolean;
}

export interface AuthenticationContext {
  readonly sender: string;
  readonly ip?: string;
  readonly helo?: string;
  /** What this server calls itself (RFC 8601, 2.5). */
  readonly hostName: string;
  readonly resolver?: DNSResolver;
  readonly timeoutMs?: number;
}

/**
 * Verifies SPF (RFC 7208), DKIM (RFC 6376), DMARC and ARC (RFC 8617) of a message, whose lines end with LF. What cannot be
 * asked of name servers in time is a `temperror`: nothing is refused for it.
 */
export async function authenticate(raw: Buffer, context: AuthenticationContext): Promise<Authentication> {
  const { sender, ip, helo, hostName, resolver, timeoutMs = TIMEOUT_MS } = context;
  const unknown = { results: `${hostName}; none`, isVerified: false, isRejected: false };
  const late = `${hostName}; dkim=temperror (no answer in time)`;
  // Loaded by the door that needs it: a site without mail starts sooner.
  const { authenticate: verifyMail } = await import('mailauth');
  try {
    const found = await inTime(
      verifyMail(toWire(raw), {
        sender,
        mta: hostName,
        disableBimi: true,
        ...(ip !== undefined && { ip }),
        ...(helo !== undefined && { helo }),
        ...(resolver && { resolver }),
      }),
      timeoutMs,
    );
    if (!found) return { ...unknown, results: late };
    const line = /^Authentication-Results:((?:[^\r\n]|\r?\n[ \t])*)/im.exec(found.headers)?.[1] ?? '';
    const dmarc = found.dmarc || undefined;
    return {
      results: line.replace(/\s+/g, ' ').trim().slice(0, MAX_RESULTS) || unknown.results,
      isVerified: dmarc ? dmarc.status.result === 'pass' : isAligned(found),
      isRejected: dmarc?.status.result === 'fail' && dmarc.policy === 'reject',
    };
  } catch {
    return { ...unknown, results: late };
  }
}

/** Without a DMARC record: whether a signature that holds is of the very domain of From. */
function isAligned({ dkim }: Awaited<ReturnType<typeof Verify>>): boolean {
  return dkim.results.some(({ status }) => status.result === 'pass' && Boolean(status.aligned));
}

async function inTime<T>(promise: Promise<T>, ms: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, ms, undefined);
  });
  promise.catch(() => {});
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * What a mail server that took a message first found of it: the topmost Authentication-Results of its name. Those that name
 * another could have been written by anybody (RFC 8601, 7.1).
 */
export function believedResults(
  { headers }: Pick<Message, 'headers'>,
  trustedAuthserv: string,
): Pick<Authentication, 'results' | 'isVerified'> | undefined {
  const results = headers
    .filter(({ name }) => name === 'authentication-results')
    .map(({ value }) => value.replace(/\s+/g, ' ').trim().slice(0, MAX_RESULTS))
    .find((value) => value.split(/[\s;]/, 1)[0]?.toLowerCase() === trustedAuthserv.toLowerCase());
  if (results === undefined) return undefined;
  const dmarc = readVerdicts(results).find(({ method }) => method === 'dmarc');
  return { results, isVerified: dmarc?.result === 'pass' };
}
