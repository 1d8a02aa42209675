import {
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { ExpectedCallback } from '../attempts.ts';
import { faultOf, type OpenIdFault } from './fault.ts';
import type { OpenIdProvider } from './provider.ts';

/** Where somebody is sent to sign in, and what must come back (OpenID Connect Core 1.0, 3.1.2.1; RFC 7636). */
export async function beginOpenId(
  provider: OpenIdProvider,
  {
    redirectUri,
    language,
    returnTo,
  }: { readonly redirectUri: string; readonly language: string; readonly returnTo: string | undefined },
): Promise<{ readonly url: string; readonly expected: ExpectedCallback } | OpenIdFault> {
  const { issuer, scope, acrValues } = provider.settings;
  const verifier = randomPKCECodeVerifier();
  const expected = { issuer, state: randomState(), nonce: randomNonce(), verifier, language, returnTo };
  try {
    const url = buildAuthorizationUrl(await provider.configuration(), {
      redirect_uri: redirectUri,
      scope,
      state: expected.state,
      nonce: expected.nonce,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ui_locales: language,
      ...(acrValues !== undefined && { acr_values: acrValues }),
    });
    return { url: url.href, expected };
  } catch (error) {
    return faultOf(error);
  }
}
