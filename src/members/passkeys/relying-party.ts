import { isIP } from 'node:net';

/** This site, as devices know it (WebAuthn Level 3, 4). */
export interface RelyingParty {
  /** The domain for which its passkeys are good. */
  readonly id: string;
  readonly origin: string;
  readonly name: string;
}

/** Undefined of a site that has no domain: there are no passkeys for an IP address. */
export function relyingParty(origin: string, name: string): RelyingParty | undefined {
  const { hostname } = new URL(origin);
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) return undefined;
  return { id: hostname, origin, name };
}
