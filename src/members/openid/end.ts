import { buildEndSessionUrl, randomState } from 'openid-client';
import type { OpenIdProvider } from './provider.ts';

/**
 * Where somebody signs out of the provider too (OpenID Connect RP-Initiated Logout 1.0, 2); undefined where it has no such
 * address, or is away.
 */
export async function endSessionUrl(
  provider: OpenIdProvider,
  idToken: string,
  redirectUri: string,
): Promise<string | undefined> {
  const configuration = await provider.configuration().catch(() => undefined);
  if (!configuration?.serverMetadata().end_session_endpoint) return undefined;
  return buildEndSessionUrl(configuration, {
    id_token_hint: idToken,
    post_logout_redirect_uri: redirectUri,
    state: randomState(),
  }).href;
}
