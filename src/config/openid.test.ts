import { expect, test } from 'vitest';
import { readOpenId } from './openid.ts';

const CLIENT = { GREFFE_OIDC_ISSUER: 'https://login.example/realm', GREFFE_OIDC_CLIENT_ID: 'wiki' };

test('nobody signs in by a provider that is not named', () => {
  expect(readOpenId({ GREFFE_OIDC_ISSUER: '', GREFFE_OIDC_CLIENT_ID: 'wiki' })).toBeUndefined();
});

test('a provider and a client are enough', () => {
  expect(readOpenId(CLIENT)).toEqual({
    issuer: 'https://login.example/realm',
    clientId: 'wiki',
    clientSecret: undefined,
    clientAuth: 'post',
    name: 'login.example',
    scope: 'openid email profile',
    acrValues: undefined,
    emailClaim: 'email',
    nameClaims: ['name'],
    trustsEmail: false,
  });
});

test.each([
  'login.example',
  'http://login.example',
  'ftp://localhost',
  'https://u:secret@login.example',
  'https://login.example?x=1',
])('%s is no provider, and no password is repeated', (GREFFE_OIDC_ISSUER) => {
  expect(() => readOpenId({ ...CLIENT, GREFFE_OIDC_ISSUER })).toThrow(
    'GREFFE_OIDC_ISSUER is not the address of an OpenID provider.',
  );
});

test.each([
  [{ GREFFE_OIDC_CLIENT_ID: '' }, 'GREFFE_OIDC_CLIENT_ID is not'],
  [{ GREFFE_OIDC_SCOPE: 'email' }, 'GREFFE_OIDC_SCOPE has no "openid"'],
  [{ GREFFE_OIDC_EMAIL_VERIFIED: 'no' }, 'GREFFE_OIDC_EMAIL_VERIFIED is "no"'],
  [{ GREFFE_OIDC_CLIENT_AUTH: 'jwt' }, 'GREFFE_OIDC_CLIENT_AUTH is "jwt"'],
  [{ GREFFE_OIDC_ISSUER: 'https://a.example/.well-known/openid-configuration' }, 'of a configuration'],
])('%j is told', (changed, message) => {
  expect(() => readOpenId({ ...CLIENT, ...changed })).toThrow(message);
});

test('a provider on this machine may do without encryption', () => {
  expect(readOpenId({ ...CLIENT, GREFFE_OIDC_ISSUER: 'http://127.0.0.1:4000' })).toMatchObject({
    name: '127.0.0.1:4000',
  });
});
