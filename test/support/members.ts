import { readSettings } from '../../src/config/settings.ts';
import { listsOf } from '../../src/mail/list.ts';
import { grantAccess, makeAccessToken } from '../../src/members/access.ts';
import { keptScope, type Scope, WHOLE_WIKI } from '../../src/members/scope.ts';
import type { TokenScope } from '../../src/members/token-scopes.ts';
import type { Role } from '../../src/store/member-tables.ts';
import { grantsOf } from '../../src/store/members.ts';
import { CONTRIBUTING_FILES, type Contributing } from './contributing.ts';
import { mailsOf } from './held.ts';
import type { Reply } from './served.ts';

/** The link to sign in of the newest mail to somebody. */
export async function signInLink(site: Contributing, address: string): Promise<string> {
  return (await signInLinks(site, address)).at(-1) ?? '';
}

async function signInLinks(site: Contributing, address: string): Promise<readonly string[]> {
  const mails = (await mailsOf(site.wiki.database)).filter(({ recipient }) => recipient === address);
  return mails.flatMap(({ text }) => /https?:\/\/[^/\s]+(\/-\/sign-in\/\w+)/.exec(text)?.[1] ?? []);
}

/** Has a link to sign in mailed to somebody; gives it, whatever else was mailed in the same second. */
export async function newSignInLink(site: Contributing, address: string): Promise<string> {
  const before = await signInLinks(site, address);
  await site.press('/-/sign-in', { address });
  return (await signInLinks(site, address)).find((link) => !before.includes(link)) ?? '';
}

/** Signs somebody in by a link, in a browser that may have a cookie; gives its cookie. */
export async function signInCookie(site: Contributing, address: string, cookie = ''): Promise<string> {
  return cookieIn(await sendForm(site, await newSignInLink(site, address), {}, cookie));
}

/** Gives somebody a role. */
export async function grantRole(site: Contributing, address: string, role: Role): Promise<void> {
  const [list] = listsOf(readSettings(CONTRIBUTING_FILES['greffe.yml']).settings);
  if (!list) throw new Error('There is a list.');
  const place = { list, origin: 'https://wiki.example', language: 'fr', now: Math.floor(Date.now() / 1000) };
  const grant = { address, name: 'Ada Exemple', role, until: null, by: 'op', because: '' };
  await site.wiki.database.write((writer) => grantAccess(writer, grant, place));
}

/** Sends a form in the name of who has a cookie. */
export function sendForm(
  site: Contributing,
  path: string,
  fields: Readonly<Record<string, string>>,
  cookie = '',
): Promise<Reply> {
  return site.ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
    body: new URLSearchParams(fields).toString(),
  });
}

/** The cookie that an answer gives, as it is sent back. */
export function cookieIn({ headers }: Reply): string {
  return String(headers['set-cookie']).split(';', 1)[0] ?? '';
}

/** Signs somebody in, with a role where one is named; gives what sends forms in their name. */
export async function signIn(
  site: Contributing,
  address: string,
  role?: Role,
): Promise<(path: string, fields: Readonly<Record<string, string>>) => Promise<Reply>> {
  if (role) await grantRole(site, address, role);
  const cookie = await signInCookie(site, address);
  return (path, fields) => sendForm(site, path, fields, cookie);
}

const LIST_PLACE = () => {
  const [list] = listsOf(readSettings(CONTRIBUTING_FILES['greffe.yml']).settings);
  if (!list) throw new Error('There is a list.');
  return { list, origin: 'https://wiki.example', language: 'fr', now: Math.floor(Date.now() / 1000) };
};

/** Gives somebody a role in a part of the wiki; gives its name. */
export async function grantIn(
  site: Contributing,
  address: string,
  role: Role,
  scope: Partial<Scope> = {},
): Promise<string> {
  const grant = { address, name: 'Ada Exemple', role, until: null, by: 'op', because: '' };
  await site.wiki.database.write((writer) =>
    grantAccess(writer, { ...grant, scope: { ...WHOLE_WIKI, ...scope } }, LIST_PLACE()),
  );
  const kept = keptScope({ ...WHOLE_WIKI, ...scope });
  const grants = await grantsOf(site.wiki.database.reader, address, 0);
  return grants.find(({ paths, lists }) => paths === kept.paths && lists === kept.lists)?.id ?? '';
}

export async function tokenOf(
  site: Contributing,
  address: string,
  scopes: readonly TokenScope[] = ['push'],
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return await site.wiki.database.write((writer) =>
    makeAccessToken(writer, { folded: address, label: 'test', scopes, now }),
  );
}

/** Signs somebody in; gives what asks for pages and sends forms in their name. */
export async function signedIn(site: Contributing, address: string) {
  await site.press('/-/sign-in', { address });
  const { headers } = await site.press(await signInLink(site, address), {});
  const cookie = String(headers['set-cookie']).split(';', 1)[0] ?? '';
  const post = (path: string, fields: Readonly<Record<string, string>>, more = {}) =>
    site.ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie, ...more },
      body: new URLSearchParams(fields).toString(),
    });
  return { get: (path: string) => site.get(path, { cookie }), post };
}

/** The name of the role of somebody who has one. */
export async function grantOf(site: Contributing, address: string): Promise<string> {
  return (await grantsOf(site.wiki.database.reader, address, 0))[0]?.id ?? '';
}
