import { expect, test } from 'vitest';
import { withoutPrivateLinks, withoutTokens } from './request-log.ts';

const TOKEN = 'abcdefghijklmnopqrstuvwx27';

test.each([
  [`/-/sign-in/${TOKEN}`, '/-/sign-in/…'],
  [`/-/sign-in/${TOKEN.toUpperCase()}?return=%2Fguides%2F`, '/-/sign-in/…?return=%2Fguides%2F'],
  ['/-/sign-in/openid/callback?code=secret&state=other', '/-/sign-in/openid/callback?…'],
  [`/-/contribution/${TOKEN}/edit/guides/faq.md`, '/-/contribution/…/edit/guides/faq.md'],
  [`/-/proposals/12/decide/${TOKEN}?lang=en`, '/-/proposals/12/decide/…?lang=en'],
  [`/-/sign-in?return=%2F-%2Fcontribution%2F${TOKEN}`, '/-/sign-in?return=%2F-%2Fcontribution%2F…'],
  [`/-/confirm/${TOKEN}`, '/-/confirm/…'],
  [`/-/lists/contributions/held/${TOKEN}`, '/-/lists/contributions/held/…'],
  [`/-/follow/stop/abcdefghij-${TOKEN}`, '/-/follow/stop/abcdefghij-…'],
])('of %s the log has %s', (target, kept) => {
  expect(withoutTokens(target)).toBe(kept);
});

test.each([
  '/guides/anticonstitutionnellement',
  `/-/lists/contributions/${TOKEN}@office.example/`,
  `/-/lists/contributions/${TOKEN}%40office.example/raw`,
  '/-/commit/4b825dc642cb6eb9a060e54bf8d69288fbee4904',
  '/-/sign-in/openid',
])('%s is written as it is', (target) => {
  expect(withoutTokens(target)).toBe(target);
});

test('what failed is told without the token of its address, and a log of no requests stays one', () => {
  const told: unknown[] = [];
  const log = withoutPrivateLinks({ failed: (_, request) => told.push(request) });
  log.failed(new Error('x'), { id: 'a', path: `/-/contribution/${TOKEN}` });
  log.failed(new Error('y'));
  expect(told).toEqual([{ id: 'a', path: '/-/contribution/…' }, undefined]);
  expect(log.answered).toBeUndefined();
});
