import { expect, test } from 'vitest';
import { type Falsehoods, falseProvider } from '../../../test/support/false-provider.ts';
import type { Identity } from '../sessions.ts';
import { beginOpenId } from './begin.ts';
import type { OpenIdFault } from './fault.ts';
import { finishOpenId } from './finish.ts';
import { OpenIdProvider } from './provider.ts';

const CALLBACK = 'https://wiki.example/-/sign-in/openid/callback';

/** Signs in at a provider that says something false; gives who that is, or what is wrong. */
async function signInAt(falsehoods: Falsehoods, acrValues?: string): Promise<Identity | OpenIdFault> {
  const told = await falseProvider(falsehoods);
  const provider = new OpenIdProvider({ ...told.settings, acrValues }, { timeoutSeconds: 1 });
  const begun = await beginOpenId(provider, { redirectUri: CALLBACK, language: 'fr', returnTo: undefined });
  if ('fault' in begun) return begun;
  told.nonce = begun.expected.nonce;
  const { state } = begun.expected;
  return await finishOpenId(provider, new URL(`${CALLBACK}?code=a-code&state=${state}`), begun.expected);
}

test('one that says what is right is believed', async () => {
  expect(await signInAt({})).toMatchObject({ folded: 'ada@example.org', way: 'openid' });
});

test.each<[string, Falsehoods]>([
  ['ended 30 seconds ago', { idToken: { exp: -30 } }],
  ['begins in 30 seconds', { idToken: { nbf: 30, iat: 30 } }],
])('a clock that differs by less than a minute is forgiven: its token %s', async (_, falsehoods) => {
  expect(await signInAt(falsehoods)).toMatchObject({ folded: 'ada@example.org' });
});

test.each<[string, Falsehoods]>([
  ['a token that ended 5 minutes ago', { idToken: { exp: -300, iat: -900 } }],
  ['a token that begins in 5 minutes', { idToken: { nbf: 300 } }],
  ['a token for another site', { idToken: { aud: 'another-site' } }],
  ['a token of another issuer', { idToken: { iss: 'https://evil.example' } }],
  ['a token for another attempt', { idToken: { nonce: 'another' } }],
  ['a token without nonce', { idToken: { nonce: undefined } }],
  ['a token about nobody', { idToken: { sub: '' } }],
  ['a token that it did not sign', { signsWithOther: true }],
  ['a token that nobody signed', { header: { alg: 'none' } }],
  ['a token signed with what everybody knows', { header: { alg: 'HS256' } }],
  ['somebody else by its userinfo', { userinfo: { sub: 'eve' } }],
  ['a page as its userinfo', { userinfo: '<h1>Maintenance</h1>' }],
  ['a page as its configuration', { discovery: '<h1>Maintenance</h1>' }],
  ['the configuration of another one', { discovery: { issuer: 'https://evil.example' } }],
  ['no address for codes', { discovery: { token_endpoint: undefined } }],
  ['an address of a file', { discovery: { token_endpoint: 'file:///etc/passwd' } }],
  ['a configuration without end', { discovery: 'x'.repeat(2_000_000) }],
  ['nonsense for a token', { token: { status: 200, body: '{' } }],
  ['that it does not know this site', { token: { status: 401, body: '{"error":"invalid_client"}' } }],
])('%s signs nobody in', async (_, falsehoods) => {
  expect(await signInAt(falsehoods)).toMatchObject({ fault: 'wrong' });
});

test.each<[string, Falsehoods]>([
  ['does not answer', { hangs: ['/.well-known/openid-configuration'] }],
  ['stops in the middle', { hangs: ['/token'] }],
  ['fails', { token: { status: 503, body: '' } }],
])('one that %s is away', async (_, falsehoods) => {
  expect(await signInAt(falsehoods)).toMatchObject({ fault: 'away' });
});

test.each<[string, Falsehoods, string]>([
  ['a lesser level', { idToken: { acr: 'eidas1' } }, 'eidas2 eidas3'],
  ['no level', {}, 'eidas1'],
  ['a level that begins as one that was asked for', { idToken: { acr: 'eidas' } }, 'eidas1'],
  ['a level by its userinfo alone', { userinfo: { sub: 'ada', acr: 'eidas1' } }, 'eidas1'],
  ['several levels', { idToken: { acr: ['eidas1'] } }, 'eidas1'],
])('one that says %s where a level is asked for signs nobody in', async (_, falsehoods, asked) => {
  expect(await signInAt(falsehoods, asked)).toMatchObject({ fault: expect.stringMatching(/level|wrong/) });
});

test('one of the levels that are asked for is enough', async () => {
  expect(await signInAt({ idToken: { acr: 'eidas3' } }, 'eidas2 eidas3')).toMatchObject({ way: 'openid' });
});

test('an attempt that began at another provider is not ended at this one', async () => {
  const [one, other] = [await falseProvider(), await falseProvider()];
  const options = { redirectUri: CALLBACK, language: 'fr', returnTo: undefined };
  const begun = await beginOpenId(new OpenIdProvider(one.settings), options);
  if ('fault' in begun) throw new Error('It begins.');
  other.nonce = begun.expected.nonce;
  const callback = new URL(`${CALLBACK}?code=a-code&state=${begun.expected.state}`);
  expect(await finishOpenId(new OpenIdProvider(other.settings), callback, begun.expected)).toEqual({
    fault: 'stale',
  });
});

test('one that was away is asked again, and one that is known goes on while it is', async () => {
  const falsehoods = { hangs: ['/.well-known/openid-configuration'] };
  const told = await falseProvider(falsehoods);
  const provider = new OpenIdProvider(told.settings, { timeoutSeconds: 1 });
  await expect(provider.configuration()).rejects.toThrow();
  falsehoods.hangs = [];
  const known = await provider.configuration();
  falsehoods.hangs = ['/.well-known/openid-configuration'];
  expect(await provider.configuration()).toBe(known);
});
