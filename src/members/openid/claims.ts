import type { OpenIdSettings } from '../../config/openid.ts';
import { foldAddress, readMailAddress } from '../../mail/mail-address.ts';

export type Claims = Readonly<Record<string, unknown>>;

/** Whom claims are about. */
export interface Claimed {
  readonly folded: string;
  readonly address: string;
  readonly name: string;
}

/**
 * Whom a provider vouches for; undefined where it does not for any address. `sources` are the objects of its claims, those
 * that count most first (OpenID Connect Core 1.0, 5.1).
 */
export function claimedIdentity(
  sources: readonly Claims[],
  { emailClaim, nameClaims, trustsEmail }: OpenIdSettings,
): Claimed | undefined {
  const said = firstText(sources, emailClaim);
  const address = said === undefined ? undefined : readMailAddress(said);
  if (address === undefined) return undefined;
  const folded = foldAddress(address);
  // What is said of another address says nothing of this one.
  const verdicts = sources.filter((claims) => claims[emailClaim] === said).map(verdictOf);
  if (verdicts.includes(false)) return undefined;
  if (!trustsEmail && !verdicts.includes(true)) return undefined;
  const name = nameClaims.flatMap((claim) => firstText(sources, claim) ?? []).join(' ');
  return { folded, address: folded, name: name.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').toWellFormed() };
}

/** Some providers write their booleans as text. */
function verdictOf({ email_verified }: Claims): boolean | undefined {
  if (email_verified === true || email_verified === 'true') return true;
  return email_verified === undefined || email_verified === null ? undefined : false;
}

function firstText(sources: readonly Claims[], claim: string): string | undefined {
  return sources.map((claims) => claims[claim]).find((value): value is string => typeof value === 'string');
}
