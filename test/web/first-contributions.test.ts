import { expect, test } from 'vitest';
import { letGo } from '../../src/mail/moderation/first-contribution.ts';
import { expireHeld } from '../../src/store/held.ts';
import { ADA, CONTRIBUTING_FILES, type Contributing, contributing } from '../support/contributing.ts';
import { mailsOf } from '../support/held.ts';

const EDIT = '/-/edit/guides/faq.md';
const MENDED = CONTRIBUTING_FILES['guides/faq.md'].replace('20 jours', '30 jours');
const HELD = {
  'greffe.yml': CONTRIBUTING_FILES['greffe.yml'].replace(
    /( {4}address: contributions@\S+\n)/,
    '$1    contributions: { first: held }\n',
  ),
};

/** Sends a change, and confirms it; gives its link. */
async function send(site: Contributing, text = MENDED, address = ADA.address): Promise<string> {
  await site.press(EDIT, { do: 'send', base: await site.base(EDIT), text, ...ADA, address });
  const link = await site.link(address);
  await site.press(link, { do: 'send' });
  return link;
}

/** The pages of what waits, as moderators are told of them. */
async function waiting(site: Contributing): Promise<string[]> {
  const mails = await mailsOf(site.wiki.database);
  const told = mails.filter(({ recipient }) => recipient === 'camille@office.example');
  return told.flatMap(({ text }) => /wiki\.example(\/-\/lists\/\w+\/held\/\w+)/.exec(text)?.[1] ?? []);
}

test('the first change of an address waits until a moderator lets it through; the next does not', async () => {
  await using site = await contributing(HELD);
  await send(site);
  expect(await site.deliver()).toEqual([]);
  const [page = ''] = await waiting(site);
  const { text } = await site.get(page);
  expect(text).toContain('première modification de cette adresse');
  expect(text).toContain('+Le délai est de 30 jours.');
  expect(text).toContain(ADA.address);
  await site.press(page, { decision: 'approve' });
  const [mail = ''] = await site.deliver();
  expect(mail).toContain('+Le délai est de 30 jours.');
  expect((await site.get('/-/proposals/1')).text).toContain(ADA.name);
  await site.press(EDIT, {
    do: 'send',
    base: await site.base(EDIT),
    text: MENDED.replace('30', '40'),
    ...ADA,
  });
  const mails = await mailsOf(site.wiki.database);
  const links = mails.flatMap(({ text }) => /wiki\.example(\/-\/contribution\/\w+)/.exec(text)?.[1] ?? []);
  for (const link of links) await site.press(link, { do: 'send' });
  expect(await site.deliver()).toHaveLength(1);
  await send(site, MENDED.replace('30', '50'), 'eve@example.org');
  expect(await site.deliver()).toEqual([]);
});

test('one that is refused is nowhere, its author is told why, and it is withdrawn', async () => {
  await using site = await contributing(HELD);
  const link = await send(site);
  const [page = ''] = await waiting(site);
  await site.press(page, { decision: 'refuse', because: 'Hors sujet.' });
  expect(await site.deliver()).toEqual([]);
  const mails = await mailsOf(site.wiki.database);
  expect(
    mails.filter(({ recipient, text }) => recipient === ADA.address && /Hors sujet/.test(text)),
  ).toHaveLength(1);
  expect((await site.get(link)).text).not.toContain('L’envoyer');
});

test('one that is withdrawn, or sent again otherwise, waits no more', async () => {
  await using site = await contributing(HELD);
  const link = await send(site);
  await site.press(link, { do: 'withdraw' });
  const [page = ''] = await waiting(site);
  expect((await site.get(page)).status).toBe(404);
  const other = await send(site, MENDED.replace('30', '40'), 'eve@example.org');
  const base = await site.base(`${other}/edit`);
  await site.press(`${other}/edit`, { do: 'send', base, text: MENDED.replace('30', '50'), reason: 'Mieux' });
  const pages = await Promise.all((await waiting(site)).map((one) => site.get(one)));
  const left = pages.filter(({ status }) => status === 200);
  expect(left.map(({ text }) => /\d0 jours\./.exec(text.split('+Le délai')[1] ?? '')?.[0])).toEqual([
    '50 jours.',
  ]);
  expect(pages).toHaveLength(3);
});

test('is not held where the settings do not ask for it', async () => {
  await using site = await contributing();
  await send(site);
  expect(await site.deliver()).toHaveLength(1);
});

test('one that nobody looks at is forgotten in time: its page says so, and sends it again', async () => {
  await using site = await contributing(HELD);
  const link = await send(site);
  expect((await site.get(link)).text).toContain('un responsable du wiki la regarde avant');
  const { database } = site.wiki;
  const later = Math.floor(Date.now() / 1000) + 60;
  await database.write(async (writer) => {
    for (const held of await expireHeld(writer, later)) await letGo(writer, held);
  });
  const forgotten = (await site.get(link)).text;
  expect(forgotten).toContain('Personne ne l’a regardée à temps');
  expect(forgotten).not.toContain('Les responsables du wiki la regardent');
  await site.press(link, { do: 'send' });
  expect((await site.get(link)).text).toContain('un responsable du wiki la regarde avant');
  const [, page = ''] = await waiting(site);
  await site.press(page, { decision: 'approve' });
  expect(await site.deliver()).toHaveLength(1);
  expect((await site.get(link)).text).toContain('La voir, proposition 1');
});
