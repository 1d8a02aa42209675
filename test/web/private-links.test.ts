import { expect, test } from 'vitest';
import { ADA, CONTRIBUTING_FILES, type Contributing, contributing } from '../support/contributing.ts';
import { mailsOf } from '../support/held.ts';
import { newSignInLink } from '../support/members.ts';

const EDIT = '/-/edit/guides/faq.md';
const MENDED = CONTRIBUTING_FILES['guides/faq.md'].replace('20 jours', '30 jours');

/** The address in the last mail to somebody that has such a path. */
async function mailed(site: Contributing, recipient: string, path: RegExp): Promise<string> {
  const mails = (await mailsOf(site.wiki.database)).filter((mail) => mail.recipient === recipient);
  return mails.flatMap(({ text }) => path.exec(text)?.[1] ?? []).at(-1) ?? '';
}

test('a link of somebody alone is kept nowhere, told to no other site, framed by none, in no search and in no log', async () => {
  const logged: string[] = [];
  await using site = await contributing({}, { answered: ({ target }) => logged.push(target) });
  await site.press(EDIT, { do: 'send', base: await site.base(EDIT), text: MENDED, ...ADA });
  const contribution = await site.link(ADA.address);
  await site.press(contribution, { do: 'send' });
  await site.deliver();
  await site.press('/-/lists/contributions/subscribe', { address: 'bob@example.org', mode: 'each' });
  const links = [
    contribution,
    await mailed(site, 'camille@office.example', /wiki\.example(\/-\/proposals\/1\/decide\/\w+)/),
    await mailed(site, 'bob@example.org', /wiki\.example(\/-\/confirm\/\w+)/),
    await newSignInLink(site, ADA.address),
  ];
  for (const link of links) {
    expect(link).toMatch(/\/[a-z2-7]{26}$/);
    const { status, headers } = await site.get(link);
    expect(status, link).toBe(200);
    expect(headers['referrer-policy'], link).toBe('no-referrer');
    expect(headers['cache-control'], link).toBe('no-store');
    expect(headers['x-robots-tag'], link).toBe('noindex');
    expect(headers['content-security-policy'], link).toContain("frame-ancestors 'none'");
  }
  for (const link of links) expect(logged.join('\n')).not.toContain(link.split('/').at(-1));
});
