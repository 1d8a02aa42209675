import { readSettings } from '../../src/config/settings.ts';
import { listsOf } from '../../src/mail/list.ts';
import { grantAccess } from '../../src/members/access.ts';
import type { Role } from '../../src/store/member-tables.ts';
import { ADA, CONTRIBUTING_FILES, type Contributing, contributing } from './contributing.ts';
import type { Content } from './git.ts';
import { signInLink } from './members.ts';
import type { Reply } from './served.ts';

/** Somebody who is signed in. */
export interface SignedIn {
  readonly cookie: string;
  get(path: string): Promise<Reply>;
  press(path: string, fields: Readonly<Record<string, string>>): Promise<Reply>;
}

export async function signedIn(site: Contributing, address: string, role?: Role): Promise<SignedIn> {
  const [list] = listsOf(readSettings(CONTRIBUTING_FILES['greffe.yml']).settings);
  if (!list) throw new Error('There is a list.');
  const place = { list, origin: 'https://wiki.example', language: 'fr', now: Math.floor(Date.now() / 1000) };
  if (role) {
    const grant = { address, name: '', role, until: null, by: 'op', because: '' };
    await site.wiki.database.write((writer) => grantAccess(writer, grant, place));
  }
  await site.press('/-/sign-in', { address });
  const { headers } = await site.press(await signInLink(site, address), {});
  const cookie = String(headers['set-cookie']).split(';', 1)[0] ?? '';
  return {
    cookie,
    get: (path) => site.get(path, { cookie }),
    press: (path, fields) =>
      site.ask(path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
        body: new URLSearchParams(fields).toString(),
      }),
  };
}

export const FAQ = '# Questions\n\nLe délai est de 30 jours.\n\nOn peut écrire ici.\n\nEt là.\n';

/** A site with a proposal that Ada made in the browser, and the path of her link to it. */
export async function proposedByAda(
  files: Readonly<Record<string, Content>> = {},
): Promise<{ readonly site: Contributing; readonly link: string }> {
  const site = await contributing(files);
  const base = await site.base('/-/edit/guides/faq.md');
  await site.press('/-/edit/guides/faq.md', { ...ADA, base, text: FAQ, do: 'send' });
  const link = await site.link(ADA.address);
  await site.press(link, { do: 'send' });
  await site.deliver();
  return { site, link };
}

/** What the form of a comment holds besides what is typed. */
export function hidden(page: string): Record<string, string> {
  const form = page.slice(page.indexOf('review-form'));
  const fields = form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g);
  return Object.fromEntries([...fields].map(([, name = '', value = '']) => [name, value]));
}
