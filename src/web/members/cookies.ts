import { UNUSED_DAYS } from '../../members/sessions.ts';
import type { Context } from '../context.ts';

/** What browsers keep: their session, or, for ten minutes, the sign-in that they began. Readers are given neither. */
export type CookieName = 'greffe' | 'greffe-attempt';

const MAX_AGES: Readonly<Record<CookieName, number>> = {
  greffe: UNUSED_DAYS * 86_400,
  'greffe-attempt': 600,
};

/** Bound to one host, and over an encrypted connection only, where there is one (RFC 6265bis, 4.1.3). */
const BOUND = '__Host-';

export function cookieOf(header: string | null, name: CookieName): string | undefined {
  for (const full of [`${BOUND}${name}`, name]) {
    const value = new RegExp(`(?:^|; ?)${full}=([a-z2-7]{10,60})(?:;|$)`).exec(header ?? '')?.[1];
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The header that gives a browser a cookie, or takes it back where there is no `value`. */
export function setCookie(
  { origin }: Pick<Context, 'origin'>,
  value: string | undefined,
  name: CookieName = 'greffe',
): string {
  const isSecure = origin.startsWith('https:');
  const age = value === undefined ? 0 : MAX_AGES[name];
  return `${isSecure ? BOUND : ''}${name}=${value ?? ''}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
}
