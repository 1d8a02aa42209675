import { readSettings } from '../../src/config/settings.ts';
import { listsOf } from '../../src/mail/list.ts';
import { grantAccess } from '../../src/members/access.ts';
import type { Role } from '../../src/store/member-tables.ts';
import { CONTRIBUTING_FILES, type Contributing } from './contributing.ts';
import { mailsOf } from './held.ts';
import type { Reply } from './served.ts';

/** The link to sign in of the newest mail to somebody. */
export async function signInLink(site: Contributing, address: string): Promise<string> {
  const mails = (await mailsOf(site.wiki.database)).filter(({ recipient }) => recipient === address);
  return mails.flatMap(({ text }) => /wiki\.example(\/-\/sign-in\/\w+)/.exec(text)?.[1] ?? []).at(-1) ?? '';
}

/** Signs somebody in, with a role where one is named; gives what sends forms in their name. */
export async function signIn(
  site: Contributing,
  address: string,
  role?: Role,
): Promise<(path: string, fields: Readonly<Record<string, string>>) => Promise<Reply>> {
  const [list] = listsOf(readSettings(CONTRIBUTING_FILES['greffe.yml']).settings);
  if (!list) throw new Error('There is a list.');
  const place = { list, origin: 'https://wiki.example', language: 'fr', now: Math.floor(Date.now() / 1000) };
  if (role) {
    const grant = { address, name: 'Ada Exemple', role, until: null, by: 'op', because: '' };
    await site.wiki.database.write((writer) => grantAccess(writer, grant, place));
  }
  await site.press('/-/sign-in', { address });
  const { headers } = await site.press(await signInLink(site, address), {});
  const cookie = String(headers['set-cookie']).split(';', 1)[0] ?? '';
  return (path, fields) =>
    site.ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
      body: new URLSearchParams(fields).toString(),
    });
}
