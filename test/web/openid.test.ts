import { describe, expect, test } from 'vitest';
import { auditTrail } from '../../src/store/members.ts';
import { type Contributing, contributing } from '../support/contributing.ts';
import { cookieIn, sendForm } from '../support/members.ts';
import { type LoopbackProvider, loopbackProvider, type ProviderOptions } from '../support/openid.ts';
import type { Reply } from '../support/served.ts';

const ADA = 'ada@example.org';

interface Begun {
  /** What the browser keeps meanwhile. */
  readonly attempt: string;
  /** Where the provider sends it back. */
  readonly callback: string;
}

async function setUp(options?: ProviderOptions) {
  const provider = await loopbackProvider(options);
  const site = await contributing({}, { openId: provider.settings });
  return {
    provider,
    site,
    async [Symbol.asyncDispose]() {
      await site[Symbol.asyncDispose]();
      await provider[Symbol.asyncDispose]();
    },
  };
}

const press = (site: Contributing, fields: Record<string, string> = {}) =>
  sendForm(site, '/-/sign-in/openid', fields);

/** Where a page leads by itself. */
const leadsTo = ({ headers }: Reply) => String(headers.refresh).replace(/^0; url=/, '');

/** Goes to the provider and comes back to the door. */
async function begin(
  site: Contributing,
  provider: LoopbackProvider,
  fields?: Record<string, string>,
): Promise<Begun> {
  const reply = await press(site, fields);
  const { pathname, search } = await provider.visit(leadsTo(reply));
  return { attempt: cookieIn(reply), callback: `${pathname}${search}` };
}

const comeBack = (site: Contributing, { attempt, callback }: Begun) =>
  site.get(callback, { cookie: attempt });

const isSignedIn = ({ headers }: Reply) => /greffe=\w{26};/.test(String(headers['set-cookie']));

describe('signing in by an OpenID provider', () => {
  test('signs in whom it vouches for, and notes it', async () => {
    await using it = await setUp();
    const { site, provider } = it;
    expect((await site.get('/-/sign-in')).text).toContain('Se connecter avec Annuaire');
    const reply = await comeBack(site, await begin(site, provider));
    expect(reply.status).toBe(303);
    expect(reply.headers.location).toBe('/-/account');
    const account = await site.get('/-/account', { cookie: cookieIn(reply) });
    expect(account.text).toContain(ADA);
    expect(account.text).toContain('value="Ada Exemple"');
    const [entry] = await auditTrail(site.wiki.database.reader, { limit: 1 });
    expect(entry).toMatchObject({ who: ADA, what: 'sign-in', detail: 'openid' });
  });

  test('asks with a code, PKCE, a state and a nonce, and has the browser remember for ten minutes', async () => {
    await using it = await setUp({ env: { GREFFE_OIDC_ACR_VALUES: 'eidas1' } });
    const reply = await press(it.site);
    expect(reply.status).toBe(200);
    expect(String(reply.headers['set-cookie'])).toMatch(
      /^__Host-greffe-attempt=\w{26}; Path=\/; Max-Age=600; HttpOnly; SameSite=Lax; Secure$/,
    );
    const asked = Object.fromEntries(new URL(leadsTo(reply)).searchParams);
    expect(asked).toMatchObject({
      response_type: 'code',
      scope: 'openid email profile',
      code_challenge_method: 'S256',
      acr_values: 'eidas1',
      redirect_uri: 'https://wiki.example/-/sign-in/openid/callback',
    });
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(asked[name]?.length).toBeGreaterThanOrEqual(32);
    expect((await it.site.get('/-/sign-in')).headers['set-cookie']).toBeUndefined();
  });

  test('asks the provider nothing before somebody presses, and of itself once', async () => {
    await using it = await setUp();
    await it.site.get('/-/sign-in');
    expect([...it.provider.asked]).toEqual([]);
    await Promise.all([press(it.site), press(it.site), press(it.site)]);
    await press(it.site);
    expect(it.provider.asked.get('/.well-known/openid-configuration')).toBe(1);
  });

  test('leads back to where one was, on this site alone', async () => {
    await using it = await setUp();
    const { site, provider } = it;
    const page = await site.get('/-/sign-in?return=/-/edit/guides/faq.md');
    expect(page.text).toContain('name="return" value="/-/edit/guides/faq.md"');
    const here = await comeBack(site, await begin(site, provider, { return: '/-/edit/guides/faq.md' }));
    expect(here.headers.location).toBe('/-/edit/guides/faq.md');
    for (const elsewhere of ['//evil.example', 'https://evil.example/', '/\\evil.example'])
      expect(
        (await comeBack(site, await begin(site, provider, { return: elsewhere }))).headers.location,
      ).toBe('/-/account');
  });

  test('is the only way where the wiki has no list, and roles are asked for and granted all the same', async () => {
    await using provider = await loopbackProvider();
    await using site = await contributing(
      { 'greffe.yml': 'url: https://wiki.example\n' },
      { openId: provider.settings },
    );
    expect((await site.get('/')).text).toContain('href="/-/sign-in"');
    const page = await site.get('/-/sign-in');
    expect(page.status).toBe(200);
    expect(page.text).toContain('Se connecter avec Annuaire');
    expect(page.text).not.toContain('name="address"');
    expect((await sendForm(site, '/-/sign-in', { address: ADA })).text).not.toContain('name="address"');
    const cookie = cookieIn(await comeBack(site, await begin(site, provider)));
    await sendForm(site, '/-/account', { do: 'request', name: 'Ada', reason: 'J’écris.' }, cookie);
    expect((await site.get('/-/account', { cookie })).text).toContain('Vous avez demandé');
  });

  test('takes the secret in the Authorization too', async () => {
    await using it = await setUp({
      client: { token_endpoint_auth_method: 'client_secret_basic' },
      env: { GREFFE_OIDC_CLIENT_AUTH: 'basic' },
    });
    expect(isSignedIn(await comeBack(it.site, await begin(it.site, it.provider)))).toBe(true);
  });
});

describe('a callback', () => {
  test('of another browser signs nobody in', async () => {
    await using it = await setUp();
    const { callback } = await begin(it.site, it.provider);
    const reply = await it.site.get(callback);
    expect(reply.status).toBe(400);
    expect(reply.text).toContain('Cette connexion n’est plus valable');
    expect(isSignedIn(reply)).toBe(false);
    const other = await press(it.site);
    expect(isSignedIn(await it.site.get(callback, { cookie: cookieIn(other) }))).toBe(false);
  });

  test('with a wrong state signs nobody in, and does not use the attempt up', async () => {
    await using it = await setUp();
    const begun = await begin(it.site, it.provider);
    const callback = begun.callback.replace(/state=[^&]+/, `state=${'x'.repeat(43)}`);
    expect((await comeBack(it.site, { ...begun, callback })).status).toBe(400);
    expect(isSignedIn(await comeBack(it.site, begun))).toBe(true);
  });

  test('that comes twice signs in once', async () => {
    await using it = await setUp();
    const begun = await begin(it.site, it.provider);
    const replies = await Promise.all([comeBack(it.site, begun), comeBack(it.site, begun)]);
    expect(replies.filter(isSignedIn)).toHaveLength(1);
    expect((await comeBack(it.site, begun)).status).toBe(400);
  });

  test('with a code that was used already signs nobody in', async () => {
    await using it = await setUp();
    const [used, other] = [await begin(it.site, it.provider), await begin(it.site, it.provider)];
    await comeBack(it.site, used);
    const code = /code=([^&]+)/.exec(used.callback)?.[1];
    const callback = other.callback.replace(/code=[^&]+/, `code=${code}`);
    const reply = await comeBack(it.site, { ...other, callback });
    expect(reply.status).toBe(400);
    expect(isSignedIn(reply)).toBe(false);
  });

  test('in the name of another issuer signs nobody in (RFC 9207)', async () => {
    await using it = await setUp();
    const begun = await begin(it.site, it.provider);
    expect(begun.callback).toContain('iss=');
    const callback = begun.callback.replace(/iss=[^&]+/, `iss=${encodeURIComponent('https://evil.example')}`);
    const reply = await comeBack(it.site, { ...begun, callback });
    expect(reply.status).toBe(502);
    expect(isSignedIn(reply)).toBe(false);
    const silent = await begin(it.site, it.provider);
    const without = silent.callback.replace(/&iss=[^&]+/, '');
    expect((await comeBack(it.site, { ...silent, callback: without })).status).toBe(502);
  });

  test('of who gave up says so', async () => {
    await using it = await setUp({ refuses: true });
    const reply = await comeBack(it.site, await begin(it.site, it.provider));
    expect(reply.status).toBe(403);
    expect(reply.text).toContain('Annuaire n’a pas permis la connexion');
  });

  test('ends the session that the browser had', async () => {
    await using it = await setUp();
    const first = cookieIn(await comeBack(it.site, await begin(it.site, it.provider)));
    const { attempt, callback } = await begin(it.site, it.provider);
    const reply = await it.site.get(callback, { cookie: `${attempt}; ${first}` });
    expect(cookieIn(reply)).not.toBe(first);
    expect((await it.site.get('/-/account', { cookie: first })).status).toBe(303);
  });
});

describe('an address', () => {
  test.each([
    ['that is not verified', { email: ADA, email_verified: false }],
    ['of which nothing is said', { email: ADA }],
    ['that is none', { email: 'nobody', email_verified: true }],
    ['that is missing', { email_verified: true }],
  ])('%s signs nobody in', async (_, claims) => {
    await using it = await setUp({ claims });
    const reply = await comeBack(it.site, await begin(it.site, it.provider));
    expect(reply.status).toBe(403);
    expect(reply.text).toContain('Annuaire ne se porte pas garant de votre adresse');
    expect(isSignedIn(reply)).toBe(false);
  });

  test('of which nothing is said is believed where the operator says so, one that is refused is not', async () => {
    const env = { GREFFE_OIDC_EMAIL_VERIFIED: 'assumed' };
    await using silent = await setUp({ env, claims: { email: ADA } });
    expect(isSignedIn(await comeBack(silent.site, await begin(silent.site, silent.provider)))).toBe(true);
    await using frank = await setUp({ env, claims: { email: ADA, email_verified: false } });
    expect(isSignedIn(await comeBack(frank.site, await begin(frank.site, frank.provider)))).toBe(false);
  });
});

test('what ProConnect does: a signed userinfo, names of its own, nothing said of the address', async () => {
  await using it = await setUp({
    claims: { email: ADA, given_name: 'Ada', usual_name: 'Exemple', siret: '00000000000000' },
    client: { userinfo_signed_response_alg: 'RS256' },
    configuration: {
      features: { jwtUserinfo: { enabled: true } },
      acrValues: ['eidas1'],
      scopes: ['openid', 'given_name', 'usual_name', 'email'],
      claims: { openid: ['sub'], email: ['email'], given_name: ['given_name'], usual_name: ['usual_name'] },
    },
    env: {
      GREFFE_OIDC_SCOPE: 'openid given_name usual_name email',
      GREFFE_OIDC_ACR_VALUES: 'eidas1',
      GREFFE_OIDC_NAME_CLAIMS: 'given_name usual_name',
      GREFFE_OIDC_EMAIL_VERIFIED: 'assumed',
    },
  });
  const reply = await comeBack(it.site, await begin(it.site, it.provider));
  expect(reply.status).toBe(303);
  const account = await it.site.get('/-/account', { cookie: cookieIn(reply) });
  expect(account.text).toContain('value="Ada Exemple"');
});

describe('a provider that is away', () => {
  test('is told with what to do, and the rest of the site goes on', async () => {
    await using it = await setUp();
    await it.provider.stop();
    const reply = await press(it.site);
    expect(reply.status).toBe(503);
    expect(reply.text).toContain('Annuaire ne répond pas');
    expect(it.site.reports).toHaveLength(1);
    expect((await it.site.get('/')).status).toBe(200);
    expect((await sendForm(it.site, '/-/sign-in', { address: ADA })).status).toBe(200);
  });

  test('when one comes back signs nobody in', async () => {
    await using it = await setUp();
    const begun = await begin(it.site, it.provider);
    await it.provider.stop();
    const reply = await comeBack(it.site, begun);
    expect(reply.status).toBe(503);
    expect(isSignedIn(reply)).toBe(false);
  });
});

describe('signing out', () => {
  test('leads to the provider, which sends back', async () => {
    await using it = await setUp();
    const { site, provider } = it;
    const cookie = cookieIn(await comeBack(site, await begin(site, provider)));
    const reply = await sendForm(site, '/-/account', { do: 'sign-out' }, cookie);
    expect(reply.text).toContain('Me déconnecter aussi chez Annuaire');
    const url = new URL(leadsTo(reply));
    expect(url.pathname).toBe('/session/end');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      post_logout_redirect_uri: 'https://wiki.example/-/signed-out',
      id_token_hint: expect.stringMatching(/^ey/),
    });
    expect((await site.get('/-/signed-out')).text).toContain('Déconnexion faite');
    expect((await site.get('/-/account', { cookie })).status).toBe(303);
  });

  test('ends here all the same where the provider is away', async () => {
    await using it = await setUp();
    const cookie = cookieIn(await comeBack(it.site, await begin(it.site, it.provider)));
    await it.provider.stop();
    expect((await sendForm(it.site, '/-/account', { do: 'sign-out' }, cookie)).status).toBe(200);
    expect((await it.site.get('/-/account', { cookie })).status).toBe(303);
  });
});

test('without a provider there is no such page', async () => {
  await using site = await contributing();
  expect((await site.get('/-/sign-in')).text).not.toContain('/-/sign-in/openid');
  expect((await press(site)).status).toBe(404);
  expect((await site.get('/-/sign-in/openid/callback?code=x')).status).toBe(404);
});
