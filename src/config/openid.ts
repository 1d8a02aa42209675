import { Invalid } from './errors.ts';

/** An OpenID provider by which people sign in. */
export interface OpenIdSettings {
  /** Its issuer identifier, from which the rest is discovered (OpenID Connect Discovery 1.0, 4). */
  readonly issuer: string;
  readonly clientId: string;
  /** Undefined of a public client, which has PKCE alone. */
  readonly clientSecret: string | undefined;
  /** Where the secret goes: in the form of the request, or in its `Authorization`. */
  readonly clientAuth: 'post' | 'basic';
  /** How people call it. */
  readonly name: string;
  readonly scope: string;
  /** The levels of assurance that are asked for; undefined for any. */
  readonly acrValues: string | undefined;
  readonly emailClaim: string;
  /** What a name is made of, in this order. */
  readonly nameClaims: readonly string[];
  /** Whether its addresses are believed where it does not say that they are verified; never where it says that they are not. */
  readonly trustsEmail: boolean;
}

/** Reads GREFFE_OIDC_…; undefined when nobody signs in that way. */
export function readOpenId(env: NodeJS.ProcessEnv): OpenIdSettings | undefined {
  if (!env.GREFFE_OIDC_ISSUER) return undefined;
  const url = readIssuer(env.GREFFE_OIDC_ISSUER);
  if (!env.GREFFE_OIDC_CLIENT_ID)
    throw new Invalid(
      'GREFFE_OIDC_ISSUER is set, and GREFFE_OIDC_CLIENT_ID is not.',
      'Set it to the identifier that the provider gave to this site.',
    );
  const scope = env.GREFFE_OIDC_SCOPE || 'openid email profile';
  if (!scope.split(' ').includes('openid'))
    throw new Invalid('GREFFE_OIDC_SCOPE has no "openid".', 'Write it as openid email profile.');
  return {
    issuer: env.GREFFE_OIDC_ISSUER,
    clientId: env.GREFFE_OIDC_CLIENT_ID,
    clientSecret: env.GREFFE_OIDC_CLIENT_SECRET || undefined,
    clientAuth: oneOf(env, 'GREFFE_OIDC_CLIENT_AUTH', ['post', 'basic']),
    name: env.GREFFE_OIDC_NAME || url.host,
    scope,
    acrValues: env.GREFFE_OIDC_ACR_VALUES || undefined,
    emailClaim: env.GREFFE_OIDC_EMAIL_CLAIM || 'email',
    nameClaims: (env.GREFFE_OIDC_NAME_CLAIMS || 'name').split(/\s+/),
    trustsEmail: oneOf(env, 'GREFFE_OIDC_EMAIL_VERIFIED', ['required', 'assumed']) === 'assumed',
  };
}

function readIssuer(text: string): URL {
  const url = URL.parse(text);
  const isHere = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url?.hostname ?? '');
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isHere);
  // The text may hold a password: it is not repeated.
  if (!url || !isSafe || url.username || url.password || url.search || url.hash)
    throw new Invalid(
      'GREFFE_OIDC_ISSUER is not the address of an OpenID provider.',
      'Write https://HOST or https://HOST/PATH, without /.well-known/openid-configuration.',
    );
  if (url.pathname.includes('/.well-known/'))
    throw new Invalid(
      'GREFFE_OIDC_ISSUER is the address of a configuration.',
      'Leave out what begins with /.well-known/.',
    );
  return url;
}

/** One of these words; the first where none is set. */
function oneOf<Word extends string>(
  env: NodeJS.ProcessEnv,
  name: string,
  words: readonly [Word, ...Word[]],
): Word {
  const word = env[name];
  if (!word) return words[0];
  const known = words.find((one) => one === word);
  if (known === undefined)
    throw new Invalid(`${name} is ${JSON.stringify(word)}.`, `Write ${words.join(' or ')}.`);
  return known;
}
