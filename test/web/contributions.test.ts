import { describe, expect, test } from 'vitest';
import { eraseContribution } from '../../src/store/contributions.ts';
import { ADA, CONTRIBUTING_FILES, type Contributing, contributing } from '../support/contributing.ts';
import { git, symlink } from '../support/git.ts';
import { mailsOf } from '../support/held.ts';

const EDIT = '/-/edit/guides/faq.md';
const MENDED = CONTRIBUTING_FILES['guides/faq.md'].replace('20 jours', '30 jours');

/** Sends a change of the page, as far as the mail that asks to confirm it; gives its link. */
async function send(site: Contributing, fields: Readonly<Record<string, string>> = {}): Promise<string> {
  const base = await site.base(EDIT);
  const sent = await site.press(EDIT, { do: 'send', base, text: MENDED, ...ADA, ...fields });
  expect(sent.status).toBe(200);
  return await site.link(fields.address ?? ADA.address);
}

/** A change that is on the list, as proposal 1. */
async function sent(site: Contributing): Promise<string> {
  const link = await send(site);
  await site.press(link, { do: 'send' });
  await site.deliver();
  return link;
}

describe('a page', () => {
  test('leads to the form with its text', async () => {
    await using site = await contributing();
    expect((await site.get('/guides/faq')).text).toContain(`href="${EDIT}"`);
    const { status, text, headers } = await site.get(EDIT);
    expect(status).toBe(200);
    expect(text).toContain('\n# Questions\n\nLe délai est de 20 jours.');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['referrer-policy']).toBe('no-referrer');
  });

  test.each([
    ['table', '/-/table/liste.csv', 'liste.csv', 'nom\nGreffe\n'],
    [
      'calendar',
      '/-/calendar/dates.ics',
      'dates.ics',
      'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n',
    ],
  ])('of a %s leads to the form with its file', async (_, address, path, text) => {
    await using site = await contributing({ [path]: text });
    expect((await site.get(address)).text).toContain(`href="/-/edit/${path}"`);
    expect((await site.get(`/-/edit/${path}`)).status).toBe(200);
  });

  test('is shown as it would be, with what changed and what the checks find, before anything is sent', async () => {
    await using site = await contributing();
    const text = `${MENDED}\n### Trop bas\n`;
    const { text: page } = await site.press(EDIT, {
      do: 'preview',
      base: await site.base(EDIT),
      text,
      reason: 'a < b',
    });
    expect(page).toContain('Le délai est de 30 jours.</p>');
    expect(page).toMatch(/<ins[^>]*>Le délai est de <mark>30<\/mark>/);
    expect(page).toContain('value="a &lt; b"');
    expect(page).toMatch(/<h2>À regarder<\/h2>/);
    expect(await mailsOf(site.wiki.database)).toEqual([]);
  });

  test('whose text closes the field is typed in it whole', async () => {
    await using site = await contributing();
    const text = '# Titre\n\n</textarea><script>alert(1)</script>\n';
    const { text: page } = await site.press(EDIT, { do: 'preview', base: await site.base(EDIT), text });
    expect(page).toContain('&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).not.toContain('<script>alert(1)');
  });

  test('that is not there yet is made', async () => {
    await using site = await contributing();
    const path = '/-/edit/guides/neuf.md';
    const base = await site.base(path);
    await site.press(path, { do: 'send', base, text: '# Neuf', ...ADA });
    await site.press(await site.link(ADA.address), { do: 'send' });
    const [mail = ''] = await site.deliver();
    expect(mail).toContain('create mode 100644 guides/neuf.md');
    expect(mail).toContain('+# Neuf\n');
    expect(mail).not.toContain('No newline');
  });

  test('is proposed to be deleted', async () => {
    await using site = await contributing();
    const base = await site.base(EDIT);
    await site.press(EDIT, { do: 'remove', base, text: '', ...ADA });
    await site.press(await site.link(ADA.address), { do: 'send' });
    expect(await site.deliver()).toEqual([expect.stringContaining('delete mode 100644 guides/faq.md')]);
    expect((await site.get('/-/proposals/1')).text).toContain('guides/faq.md');
  });

  test('whose lines end with CRLF, after a mark, keeps them', async () => {
    await using site = await contributing({ 'guides/dos.md': '\ufeff# Titre\r\n\r\nUn.\r\n' });
    const path = '/-/edit/guides/dos.md';
    const text = '# Titre\r\n\r\nDeux.\r\n';
    await site.press(path, { do: 'send', base: await site.base(path), text, ...ADA });
    await site.press(await site.link(ADA.address), { do: 'send' });
    await site.deliver();
    const { tip } = await site.wiki.database.reader
      .selectFrom('revision')
      .select('tip')
      .executeTakeFirstOrThrow();
    const workshop = (await site.proposals?.workshop()) ?? '';
    expect(await git(workshop, ['show', '--no-textconv', `${tip}:guides/dos.md`])).toBe(
      '\ufeff# Titre\r\n\r\nDeux.\r',
    );
  });
});

describe('a change', () => {
  test('is posted as a patch in the name of its author, once they confirm their address', async () => {
    await using site = await contributing();
    const link = await send(site);
    expect((await site.get('/-/proposals/1')).status).toBe(404);
    expect((await site.get(link)).text).toContain('L’envoyer');
    expect((await site.press(link, { do: 'send' })).text).toContain('Merci, elle est envoyée');
    const [mail = ''] = await site.deliver();
    expect(mail).toMatch(/^From: .*<contributions@office\.example>$/m);
    expect(mail).toMatch(/^Cc: .*<ada@example\.org>$/m);
    expect(mail).toMatch(/^\nFrom: Ada Exemple <ada@example\.org>$/m);
    expect(mail).toMatch(/^base-commit: [0-9a-f]{40}$/m);
    const proposal = (await site.get('/-/proposals/1')).text;
    expect(proposal).toContain('faq : 30 jours');
    expect(proposal).toMatch(/<dt>Envoyée par<\/dt><dd>Ada Exemple<\/dd>/);
    expect((await site.get(link)).text).toContain('href="/-/proposals/1"');
    const told = (await mailsOf(site.wiki.database)).filter(({ recipient }) => recipient === ADA.address);
    expect(told.some(({ text }) => text.includes('proposition 1'))).toBe(true);
  });

  test('is in the history under the name of its author when it is applied', async () => {
    await using site = await contributing();
    await sent(site);
    const notice = (await mailsOf(site.wiki.database)).find(
      ({ recipient }) => recipient === 'camille@office.example',
    );
    const decide = /wiki\.example(\/-\/proposals\/1\/decide\/\w+)/.exec(notice?.text ?? '')?.[1] ?? '';
    const seen = /name="seen" value="([0-9a-f]+)"/.exec((await site.get(decide)).text)?.[1] ?? '';
    await site.press(decide, { decision: 'apply', seen });
    const log = await git(site.repository.path, ['log', '-1', '--format=%an <%ae> %cn %s']);
    expect(log).toBe('Ada Exemple <ada@example.org> camille faq : 30 jours');
    expect(await git(site.repository.path, ['show', 'HEAD:guides/faq.md'])).toBe(MENDED.trimEnd());
  });

  test('is improved by its link: the next version of the same proposal', async () => {
    await using site = await contributing();
    const link = await sent(site);
    const form = await site.get(`${link}/edit`);
    expect(form.text).toContain('Le délai est de 30 jours.');
    expect(form.text).not.toContain('name="address"');
    const base = /name="base" value="([0-9a-f]+)"/.exec(form.text)?.[1] ?? '';
    const text = MENDED.replace('30 jours', '31 jours');
    await site.press(`${link}/edit`, { do: 'send', base, text, reason: ADA.reason });
    const [mail] = await site.deliver();
    expect(mail).toMatch(/^Subject: \[PATCH v2\]/m);
    expect((await site.get('/-/proposals/1')).text).toContain('version 2');
    expect((await site.get('/-/proposals/2')).status).toBe(404);
  });

  test('is withdrawn by its link', async () => {
    await using site = await contributing();
    const link = await sent(site);
    expect((await site.press(link, { do: 'withdraw' })).text).toContain('retirée');
    expect((await site.get('/-/proposals/1')).text).toContain('Rejetée');
    expect((await site.press(`${link}/edit`, { do: 'send', text: 'x' })).status).toBe(404);
  });

  test('that is confirmed twice is posted once', async () => {
    await using site = await contributing();
    const link = await send(site);
    await Promise.all([site.press(link, { do: 'send' }), site.press(link, { do: 'send' })]);
    expect(await site.deliver()).toHaveLength(1);
  });

  test('that was withdrawn before it was confirmed is never sent', async () => {
    await using site = await contributing();
    const link = await send(site);
    await site.press(link, { do: 'withdraw' });
    await site.press(link, { do: 'send' });
    expect(await site.deliver()).toEqual([]);
  });
});

test('a list that only its moderators write to gets no changes', async () => {
  const yml = CONTRIBUTING_FILES['greffe.yml'].replace(
    '    title: { fr: Contributions,',
    '    post: moderators\n    title: { fr: Contributions,',
  );
  await using site = await contributing({ 'greffe.yml': yml });
  expect((await site.get(EDIT)).status).toBe(404);
  expect((await site.get('/-/contribute')).status).toBe(404);
});

test('what an erased message was made from is kept nowhere', async () => {
  await using site = await contributing();
  const link = await sent(site);
  const { database } = site.wiki;
  const { reader } = database;
  const { message_id } = await reader.selectFrom('contributed_patch').selectAll().executeTakeFirstOrThrow();
  await database.write((writer) => eraseContribution(writer, 'contributions', message_id));
  expect(await reader.selectFrom('contributed_patch').selectAll().execute()).toEqual([]);
  expect((await site.get(link)).status).toBe(404);
});

describe('when somebody else changes the page meanwhile', () => {
  const elsewhere = async (text: string) => {
    const site = await contributing();
    const base = await site.base(EDIT);
    await site.repository.commit('Entre-temps', { 'guides/faq.md': text });
    await site.wiki.update();
    const reply = await site.press(EDIT, { do: 'send', base, text: MENDED, ...ADA });
    return { site, reply };
  };

  test('elsewhere in it, both changes are put together, to be looked at', async () => {
    const { site, reply } = await elsewhere(CONTRIBUTING_FILES['guides/faq.md'].replace('Et là.', 'Ou là.'));
    await using _ = site;
    expect(reply.status).toBe(409);
    expect(reply.text).toContain('30 jours.\n\nOn peut écrire ici.\n\nOu là.');
    expect(await mailsOf(site.wiki.database)).toEqual([]);
    const base = /name="base" value="([0-9a-f]+)"/.exec(reply.text)?.[1] ?? '';
    const text = MENDED.replace('Et là.', 'Ou là.');
    expect((await site.press(EDIT, { do: 'send', base, text, ...ADA })).status).toBe(200);
  });

  test('at the same line, nobody’s text is lost', async () => {
    const { site, reply } = await elsewhere(
      CONTRIBUTING_FILES['guides/faq.md'].replace('20 jours', '25 jours'),
    );
    await using _ = site;
    expect(reply.status).toBe(409);
    expect(reply.text).toContain('\n# Questions\n\nLe délai est de 30 jours.');
    expect(reply.text).toMatch(/<del[^>]*>Le délai est de <mark>25<\/mark>/);
  });
});

describe('what cannot be sent', () => {
  test.each([
    ['no name', { name: '' }, 'Donnez votre nom'],
    ['no address', { address: 'ada' }, 'Donnez une adresse'],
    ['an address with a second one', { address: 'ada@example.org, bob@example.org' }, 'Donnez une adresse'],
    ['no reason', { reason: ' \n ' }, 'Dites en une ligne'],
    ['no change', { text: CONTRIBUTING_FILES['guides/faq.md'] }, 'Rien n’est modifié'],
  ])('%s is asked for, and what was typed is there', async (_, fields, said) => {
    await using site = await contributing();
    const base = await site.base(EDIT);
    const reply = await site.press(EDIT, { do: 'send', base, text: MENDED, ...ADA, ...fields });
    expect(reply.status).toBe(400);
    expect(reply.text).toContain(said);
    expect(reply.text).toContain('jours.');
    expect(await mailsOf(site.wiki.database)).toEqual([]);
  });

  test.each([
    '/-/edit/.gitattributes',
    '/-/edit/.git/config',
    '/-/edit/guides/.git/hooks.md',
    '/-/edit/guides/..%2f..%2fpasswd.md',
    '/-/edit/image.png',
    '/-/edit/guides',
    '/-/edit/latin.md',
    '/-/edit/lien.md',
  ])('%s is not edited', async (path) => {
    const files = { 'latin.md': Buffer.from('# \xe9t\xe9\n', 'latin1') };
    await using site = await contributing(files);
    await site.repository.commit('Un lien', { 'lien.md': symlink('index.md') });
    await site.wiki.update();
    expect((await site.get(path)).status).toBe(404);
    const sent = await site.press(path, { do: 'send', base: '', text: 'x', ...ADA });
    expect(sent.status).toBe(404);
    expect(await mailsOf(site.wiki.database)).toEqual([]);
  });

  test('a text of more than 256 kB is refused, a form of more than one megabyte too', async () => {
    await using site = await contributing();
    const base = await site.base(EDIT);
    const large = await site.press(EDIT, { do: 'send', base, text: 'x'.repeat(300_000), ...ADA });
    expect(large.text).toContain('trop long');
    expect((await site.press(EDIT, { text: 'x'.repeat(1_100_000) })).status).toBe(400);
  });

  test('a form of another site is refused', async () => {
    await using site = await contributing();
    const reply = await site.ask(EDIT, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'https://evil.example',
        'sec-fetch-site': 'cross-site',
      },
      body: new URLSearchParams({ do: 'send', text: MENDED, ...ADA }).toString(),
    });
    expect(reply.status).toBe(403);
    expect(await mailsOf(site.wiki.database)).toEqual([]);
  });

  test('a program that fills in what nobody sees is told the same, and nobody is written to', async () => {
    await using site = await contributing();
    const base = await site.base(EDIT);
    const reply = await site.press(EDIT, { do: 'send', base, text: MENDED, ...ADA, website: 'x' });
    expect(reply.text).toContain('Regardez vos messages');
    expect(await mailsOf(site.wiki.database)).toEqual([]);
  });

  test('nobody is flooded: an address gets five such mails at most', async () => {
    await using site = await contributing();
    for (let number = 0; number < 7; number++) await send(site, { reason: `essai ${number}` });
    expect(await mailsOf(site.wiki.database)).toHaveLength(5);
  });

  test('a wrong link shows nothing', async () => {
    await using site = await contributing();
    await send(site);
    expect((await site.get('/-/contribution/aaaaaaaaaaaaaaaaaaaaaaaaaa')).status).toBe(404);
    expect((await site.press('/-/contribution/aaaaaaaaaaaaaaaaaaaaaaaaaa', { do: 'send' })).status).toBe(404);
  });

  test('what names somebody else in its reason or its name stays one line of a mail', async () => {
    await using site = await contributing();
    const link = await send(site, {
      name: 'Ada" <x@evil.example>, "Bob',
      reason: 'Un\r\nBcc: victime@example.org\n\nFrom: Mona <mona@example.org>',
    });
    await site.press(link, { do: 'send' });
    const [mail = ''] = await site.deliver();
    expect(mail).not.toMatch(/^Bcc:/im);
    const [head = ''] = mail.split('\n\n', 1);
    expect(head.match(/<[^>]*@[^>]*>/g)?.filter((one) => one.includes('evil'))).toEqual([]);
    expect((await site.get('/-/proposals/1')).text).not.toContain('Mona</dd>');
  });
});
