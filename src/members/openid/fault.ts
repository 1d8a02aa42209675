import { AuthorizationResponseError, ResponseBodyError } from 'openid-client';

/**
 * Why somebody is not signed in by a provider: it is `away`, what it says is `wrong`, it (or they) `refused`, the attempt is
 * `stale`, it does not vouch for their address (`unverified`), or they signed in there at a lesser `level` than was asked for.
 */
export interface OpenIdFault {
  readonly fault: 'away' | 'wrong' | 'refused' | 'stale' | 'unverified' | 'level';
  /** For the operator: what the library says. */
  readonly cause?: unknown;
}

/** What the library throws, as a fault. */
export function faultOf(cause: unknown): OpenIdFault {
  if (cause instanceof AuthorizationResponseError) return { fault: 'refused', cause };
  // A code that was used, or that is too old (RFC 6749, 5.2).
  if (cause instanceof ResponseBodyError && cause.error === 'invalid_grant') return { fault: 'stale', cause };
  return { fault: isAway(cause) ? 'away' : 'wrong', cause };
}

function isAway(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  const { code, name, message } = cause as Error & { readonly code?: string };
  if (code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT' || name === 'TimeoutError') return true;
  if (cause.cause instanceof Response) return cause.cause.status >= 500;
  return cause instanceof TypeError && (message === 'fetch failed' || message === 'terminated');
}
