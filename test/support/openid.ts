import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration } from 'oidc-provider';
import { type OpenIdSettings, readOpenId } from '../../src/config/openid.ts';
import { WIKI_URL } from './contributing.ts';

export const CLIENT = { client_id: 'wiki', client_secret: 'a-secret-of-the-wiki' } as const;

/** A real OpenID provider on the loopback, where everybody is signed in at once; closed by `await using`. */
export interface LoopbackProvider extends AsyncDisposable {
  readonly settings: OpenIdSettings;
  /** How often it was asked for each path. */
  readonly asked: ReadonlyMap<string, number>;
  /** Does as a browser that is sent to it: follows it until it sends back to the wiki; gives the address of that. */
  visit(url: string): Promise<URL>;
  /** Stops answering. */
  stop(): Promise<void>;
}

export interface ProviderOptions {
  /** What it says of its one person. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly client?: Readonly<Record<string, unknown>>;
  readonly configuration?: Configuration;
  readonly env?: Readonly<Record<string, string>>;
  /** Where the wiki is. */
  readonly site?: string;
  /** Whether the person gives up. */
  readonly refuses?: boolean;
}

/** The provider's own, which it warns of where it is not named; it has no types. */
const MEMORY = 'oidc-provider/lib/adapters/memory_adapter.js';

const signingKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });

const ADA = { email: 'ada@example.org', email_verified: true, name: 'Ada Exemple' };

export async function loopbackProvider({
  claims = ADA,
  client = {},
  configuration = {},
  env = {},
  site = WIKI_URL,
  refuses = false,
}: ProviderOptions = {}): Promise<LoopbackProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        ...CLIENT,
        redirect_uris: [`${site}/-/sign-in/openid/callback`],
        post_logout_redirect_uris: [`${site}/-/signed-out`],
        token_endpoint_auth_method: 'client_secret_post',
        ...client,
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...claims }) }),
    cookies: { keys: ['a-key-of-the-test'] },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    pkce: { required: () => true },
    jwks: { keys: [{ ...signingKey, kid: 'a', use: 'sig' }] },
    adapter: (await import(MEMORY)).createMemoryAdapter(15),
    ...configuration,
    features: { devInteractions: { enabled: false }, ...configuration.features },
  });
  const asked = new Map<string, number>();
  server.on('request', (request, response) => {
    const path = request.url?.split('?', 1)[0] ?? '';
    asked.set(path, (asked.get(path) ?? 0) + 1);
    if (path.startsWith('/interaction/')) void interact(provider, request, response, refuses);
    else provider.callback()(request, response);
  });
  const settings = readOpenId({
    GREFFE_OIDC_ISSUER: issuer,
    GREFFE_OIDC_CLIENT_ID: CLIENT.client_id,
    GREFFE_OIDC_CLIENT_SECRET: CLIENT.client_secret,
    GREFFE_OIDC_NAME: 'Annuaire',
    ...env,
  });
  if (!settings) throw new Error('The provider has settings.');
  return {
    settings,
    asked,
    visit: (url) => follow(url, issuer),
    stop: () => stop(server),
    [Symbol.asyncDispose]: () => stop(server),
  };
}

/** Signs in whoever asks, and consents for them. */
async function interact(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
  refuses: boolean,
): Promise<void> {
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  if (refuses) {
    const error = { error: 'access_denied', error_description: 'The person gave up.' };
    return await provider.interactionFinished(request, response, error);
  }
  const acr = typeof params.acr_values === 'string' ? params.acr_values : undefined;
  if (prompt.name === 'login')
    return await provider.interactionFinished(request, response, {
      login: { accountId: 'ada', ...(acr !== undefined && { acr }) },
    });
  const grant = new provider.Grant({
    accountId: session?.accountId ?? '',
    clientId: String(params.client_id),
  });
  grant.addOIDCScope(String(params.scope));
  await provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
}

async function follow(from: string, issuer: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let url = new URL(from);
  while (url.origin === issuer) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie } });
    const location = answer.headers.get('location');
    if (!location) throw new Error(`${url} answers ${answer.status}: ${await answer.text()}`);
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    url = new URL(location, url);
  }
  return url;
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
