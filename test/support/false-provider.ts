import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { type OpenIdSettings, readOpenId } from '../../src/config/openid.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What a provider says that is not as it should be; what is left out is right. */
export interface Falsehoods {
  readonly discovery?: Fields | string;
  /** Over the claims of the ID token: times are seconds from now. */
  readonly idToken?: Fields;
  readonly header?: Fields;
  /** Whether it signs with a key that it does not publish. */
  readonly signsWithOther?: boolean;
  readonly userinfo?: Fields | string;
  readonly token?: { readonly status: number; readonly body: string };
  /** Paths that are never answered. */
  readonly hangs?: readonly string[];
}

export interface FalseProvider {
  readonly settings: OpenIdSettings;
  /** The nonce that was sent to it. */
  nonce: string;
}

const key = generateKeyPairSync('rsa', { modulusLength: 2048 });
const otherKey = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** An OpenID provider on the loopback that says what it is told to say; closed when the test ends. */
export async function falseProvider(falsehoods: Falsehoods = {}): Promise<FalseProvider> {
  const server = createServer((request, response) => {
    const path = request.url?.split('?', 1)[0] ?? '';
    if (!falsehoods.hangs?.includes(path)) answers[path]?.(response);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const settings = readOpenId({ GREFFE_OIDC_ISSUER: issuer, GREFFE_OIDC_CLIENT_ID: 'wiki' });
  if (!settings) throw new Error('The provider has settings.');
  const made: FalseProvider = { settings, nonce: '' };
  const answers: Record<string, (response: ServerResponse) => void> = {
    '/.well-known/openid-configuration': (response) =>
      send(response, falsehoods.discovery, {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/userinfo`,
        jwks_uri: `${issuer}/keys`,
        id_token_signing_alg_values_supported: ['RS256'],
      }),
    '/keys': (response) =>
      send(response, undefined, {
        keys: [{ ...key.publicKey.export({ format: 'jwk' }), kid: 'a', use: 'sig', alg: 'RS256' }],
      }),
    '/token': (response) => {
      if (falsehoods.token) return response.writeHead(falsehoods.token.status).end(falsehoods.token.body);
      return send(response, undefined, {
        access_token: 'a-token',
        token_type: 'Bearer',
        id_token: idToken(falsehoods, { issuer, nonce: made.nonce }),
      });
    },
    '/userinfo': (response) =>
      send(response, falsehoods.userinfo, { sub: 'ada', email: 'ada@example.org', email_verified: true }),
  };
  return made;
}

function idToken(
  { idToken: changed = {}, header = {}, signsWithOther = false }: Falsehoods,
  { issuer, nonce }: { readonly issuer: string; readonly nonce: string },
): string {
  const { exp = 300, iat = 0, nbf, ...claims } = changed;
  const now = Math.floor(Date.now() / 1000);
  const at = (seconds: unknown) => now + Number(seconds);
  const payload = {
    ...{ iss: issuer, sub: 'ada', aud: 'wiki', nonce, exp: at(exp), iat: at(iat) },
    ...(nbf !== undefined && { nbf: at(nbf) }),
    ...claims,
  };
  return jwt({ alg: 'RS256', kid: 'a', ...header }, payload, (signsWithOther ? otherKey : key).privateKey);
}

function jwt(header: Fields, payload: Fields, privateKey: KeyObject): string {
  const part = (fields: Fields) => Buffer.from(JSON.stringify(fields)).toString('base64url');
  const signed = `${part(header)}.${part(payload)}`;
  const signature =
    header.alg === 'none' ? '' : sign('sha256', Buffer.from(signed), privateKey).toString('base64url');
  return `${signed}.${signature}`;
}

function send(response: ServerResponse, changed: Fields | string | undefined, usual: Fields): void {
  if (typeof changed === 'string') {
    response.writeHead(200, { 'content-type': 'text/html' }).end(changed);
    return;
  }
  response
    .writeHead(200, { 'content-type': 'application/json' })
    .end(JSON.stringify({ ...usual, ...changed }));
}
