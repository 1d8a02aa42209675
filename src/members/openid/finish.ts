import { authorizationCodeGrant, fetchUserInfo } from 'openid-client';
import type { ExpectedCallback } from '../attempts.ts';
import type { Identity } from '../sessions.ts';
import { type Claims, claimedIdentity } from './claims.ts';
import { faultOf, type OpenIdFault } from './fault.ts';
import type { OpenIdProvider } from './provider.ts';

/**
 * Whom a provider signs in: the code that came back is changed for an ID token, whose signature, issuer, audience, nonce and
 * times are verified, and asks who that is (OpenID Connect Core 1.0, 3.1.3 and 5.3). `callback` is the address at which
 * they came back.
 */
export async function finishOpenId(
  provider: OpenIdProvider,
  callback: URL,
  { issuer, state, nonce, verifier }: ExpectedCallback,
): Promise<Identity | OpenIdFault> {
  if (issuer !== provider.settings.issuer) return { fault: 'stale' };
  try {
    const configuration = await provider.configuration();
    const tokens = await authorizationCodeGrant(configuration, callback, {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    });
    const told = tokens.claims();
    if (!told) return { fault: 'wrong' };
    if (!isAssured(told, provider.settings.acrValues)) return { fault: 'level' };
    const { userinfo_endpoint, end_session_endpoint } = configuration.serverMetadata();
    const more = userinfo_endpoint && (await fetchUserInfo(configuration, tokens.access_token, told.sub));
    const sources: Claims[] = more ? [more, told] : [told];
    const claimed = claimedIdentity(sources, provider.settings);
    if (!claimed) return { fault: 'unverified' };
    return {
      ...claimed,
      way: 'openid',
      // Of no use but to sign out there.
      ...(end_session_endpoint && tokens.id_token && { idToken: tokens.id_token }),
    };
  } catch (error) {
    return faultOf(error);
  }
}

/**
 * Whether they were signed in at a level that was asked for (OpenID Connect Core 1.0, 3.1.3.7, step 12): what is asked for by
 * `acr_values` binds no provider to anything. The ID token alone says it: a userinfo tells who, not how.
 */
function isAssured({ acr }: Claims, asked: string | undefined): boolean {
  if (asked === undefined) return true;
  return typeof acr === 'string' && asked.split(/\s+/).includes(acr);
}
