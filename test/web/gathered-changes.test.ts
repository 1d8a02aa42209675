import { describe, expect, test } from 'vitest';
import { ADA, CONTRIBUTING_FILES, type Contributing, contributing } from '../support/contributing.ts';
import { git } from '../support/git.ts';
import { signIn } from '../support/members.ts';

const FAQ = '/-/edit/guides/faq.md';
const MENDED = CONTRIBUTING_FILES['guides/faq.md'].replace('20 jours', '30 jours');

/** The smallest picture: one dot. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Begins a change of several files with one of them; gives its address. */
async function gather(site: Contributing, path = FAQ, text = MENDED): Promise<string> {
  const kept = await site.press(path, { do: 'keep', base: await site.base(path), text });
  expect(kept.status).toBe(303);
  return kept.headers.location ?? '';
}

/** Sends a form with a file. */
async function upload(site: Contributing, path: string, name: string, bytes: Uint8Array, fields = {}) {
  const form = new FormData();
  for (const [field, value] of Object.entries({ do: 'file', ...fields })) form.set(field, String(value));
  form.set('file', new Blob([new Uint8Array(bytes)]), name);
  const encoded = new Response(form);
  const type = encoded.headers.get('content-type') ?? '';
  const body = Buffer.from(await encoded.arrayBuffer());
  return await site.ask(path, { method: 'POST', headers: { 'content-type': type }, body });
}

describe('a change of several files', () => {
  test('is gathered page by page, sent and confirmed once, and is one patch', async () => {
    await using site = await contributing();
    const change = await gather(site);
    const added = await site.press(`${change}/add`, { do: 'page', page: 'guides/neuf' });
    const form = added.headers.location ?? '';
    expect(form).toBe(`${change}/edit/guides/neuf.md`);
    const text = '# Neuf\n\nVoir la [faq](faq.md).\n';
    expect((await site.press(form, { do: 'keep', base: await site.base(form), text })).headers.location).toBe(
      change,
    );
    const page = (await site.get(change)).text;
    expect(page).toContain('guides/neuf.md');
    expect(page).toContain('<mark>30</mark>');
    expect((await site.press(change, { do: 'send', ...ADA })).text).toContain('Regardez vos messages');
    await site.press(await site.link(ADA.address), { do: 'send' });
    const mails = await site.deliver();
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatch(/2 files changed/);
    const proposal = (await site.get('/-/proposals/1')).text;
    expect(proposal).toContain('guides/neuf.md');
    expect((await site.get(change)).status).toBe(404);
  });

  test('leaves out a file when it is told to, and is forgotten with its last', async () => {
    await using site = await contributing();
    const change = await gather(site);
    expect((await site.press(change, { drop: 'guides/faq.md' })).status).toBe(303);
    expect((await site.get(change)).status).toBe(404);
  });

  test('says what is missing, with what was typed in it', async () => {
    await using site = await contributing();
    const change = await gather(site);
    const wrong = await site.press(change, { do: 'send', ...ADA, address: 'nulle part' });
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('href="#edit-address"');
    expect(wrong.text).toContain('value="Ada Exemple"');
  });

  test('that others changed meanwhile is merged; where they changed the same lines, it is said of which file', async () => {
    await using site = await contributing();
    const merged = await gather(site);
    const conflicting = await gather(site, FAQ, MENDED.replace('30', '40'));
    await site.repository.commit('Meanwhile', {
      'guides/faq.md': CONTRIBUTING_FILES['guides/faq.md'].replace('Et là.', 'Et ici.'),
    });
    await site.wiki.update();
    await site.press(merged, { do: 'send', ...ADA });
    await site.press(await site.link(ADA.address), { do: 'send' });
    const [mail = ''] = await site.deliver();
    expect(mail).toContain('+Le délai est de 30 jours.');
    expect(mail).not.toContain('-Et ici.');
    await site.repository.commit('Meanwhile', { 'guides/faq.md': MENDED.replace('30', '50') });
    await site.wiki.update();
    const told = await site.press(conflicting, { do: 'send', ...ADA });
    expect(told.status).toBe(409);
    expect(told.text).toContain('Modifié entre-temps');
  });

  test('that was sent takes another file in its next version', async () => {
    await using site = await contributing();
    await site.press(FAQ, { do: 'send', base: await site.base(FAQ), text: MENDED, ...ADA });
    const link = await site.link(ADA.address);
    await site.press(link, { do: 'send' });
    await site.deliver();
    const form = `${link}/edit/guides/neuf.md`;
    await site.press(form, { do: 'keep', base: await site.base(form), text: '# Neuf\n' });
    expect(await site.deliver()).toEqual([]);
    expect((await site.press(link, { do: 'send' })).status).toBe(200);
    const [mail = ''] = await site.deliver();
    expect(mail).toContain('v2');
    expect(mail).toMatch(/2 files changed/);
  });
});

describe('a picture or a document', () => {
  test('is added to a change, and is in the wiki when it is applied', async () => {
    await using site = await contributing();
    const change = await gather(site, FAQ, `${MENDED}\n![Un point](../images/un-point.png)\n`);
    const added = await upload(site, `${change}/add`, 'Un Point.PNG', DOT, { folder: 'images' });
    expect(added.status).toBe(303);
    expect((await site.get(change)).text).toContain('![…](/images/un-point.png)');
    await site.press(change, { do: 'send', ...ADA });
    await site.press(await site.link(ADA.address), { do: 'send' });
    const [mail = ''] = await site.deliver();
    expect(mail).toContain('GIT binary patch');
    const { verdict, tip } = await site.wiki.database.reader
      .selectFrom('revision')
      .select(['verdict', 'tip'])
      .executeTakeFirstOrThrow();
    expect(verdict).toBe('applies');
    const workshop = (await site.proposals?.workshop()) ?? '';
    expect(await git(workshop, ['cat-file', '-s', `${tip}:images/un-point.png`])).toBe(String(DOT.length));
  });

  test('gets a name of its own where there is one so called', async () => {
    await using site = await contributing({ 'un-point.png': DOT });
    const change = await gather(site);
    await upload(site, `${change}/add`, 'un-point.png', DOT);
    expect((await site.get(change)).text).toContain('un-point-2.png');
  });

  test.each([
    ['a program', 'jeu.exe', Buffer.from('MZ'), 'Seuls les fichiers'],
    [
      'a picture that is a page',
      'point.png',
      Buffer.from('<html><script>alert(1)</script>'),
      'pas ce que dit',
    ],
    [
      'a picture with something behind',
      'point.png',
      Buffer.concat([DOT, Buffer.from('PK\x03\x04')]),
      'pas ce que dit',
    ],
    ['a drawing with a script', 'a.svg', Buffer.from('<svg><script>alert(1)</script></svg>'), 'un script'],
    ['a drawing that acts', 'a.svg', Buffer.from('<svg onload="alert(1)"></svg>'), 'un script'],
    [
      'a drawing with entities',
      'a.svg',
      Buffer.from('<!DOCTYPE svg [<!ENTITY a "b">]><svg></svg>'),
      'pas ce que dit',
    ],
    ['a document that is a page', 'a.pdf', Buffer.from('<html>%PDF-1.4\n%%EOF'), 'pas ce que dit'],
    [
      'a document that is also a page',
      'a.pdf',
      Buffer.from('%PDF-1.4\n<html><script></script>\n%%EOF'),
      'pas ce que dit',
    ],
    [
      'a document with a script',
      'a.pdf',
      Buffer.from('%PDF-1.4\n1 0 obj <</S /J#61vaScript>>\n%%EOF'),
      'un script',
    ],
    ['a picture that is too large', 'point.png', Buffer.alloc(3 * 1024 * 1024 + 1), 'trop gros'],
  ])('that is %s is refused with a sentence, and is not kept', async (_, name, bytes, why) => {
    await using site = await contributing();
    const change = await gather(site);
    const refused = await upload(site, `${change}/add`, name, bytes);
    expect(refused.status).toBe(400);
    expect(refused.text).toContain(why);
    expect((await site.get(change)).text.match(/name="drop"/g)).toHaveLength(1);
  });

  test('in a folder outside of the wiki, or of Git, is refused', async () => {
    await using site = await contributing();
    const change = await gather(site);
    for (const folder of ['../..', '.git/hooks', 'a\\b'])
      expect((await upload(site, `${change}/add`, 'a.png', DOT, { folder })).status).toBe(400);
  });

  test('that is a drawing, or a document, is taken', async () => {
    await using site = await contributing();
    const change = await gather(site);
    const svg = '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>\n';
    expect((await upload(site, `${change}/add`, 'a.svg', Buffer.from(svg))).status).toBe(303);
    const pdf = '%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n';
    expect((await upload(site, `${change}/add`, 'a.pdf', Buffer.from(pdf))).status).toBe(303);
  });
});

describe('a page that is not in a language', () => {
  test('leads to the form of its translation, with the original beside', async () => {
    await using site = await contributing({ 'index.en.md': '# Home\n\nEnglish.\n' });
    const page = (await site.get('/en/guides/faq')).text;
    const href = /href="(\/-\/edit\/guides\/faq\.en\.md[^"]*)"/.exec(page)?.[1] ?? '';
    expect(href).not.toBe('');
    const form = (await site.get(href.replaceAll('&amp;', '&'))).text;
    expect(form).toMatch(/<pre lang="fr"[^>]*># Questions/);
    expect((await site.get(FAQ)).text).not.toContain('edit-original');
  });
});

describe('who is signed in', () => {
  test('sends without a confirmation', async () => {
    await using site = await contributing();
    const press = await signIn(site, 'ada@example.org');
    const sent = await press(FAQ, { do: 'send', base: await site.base(FAQ), text: MENDED, ...ADA });
    expect(sent.status).toBe(303);
    expect(await site.deliver()).toHaveLength(1);
    expect((await site.get(sent.headers.location ?? '')).text).toContain('Merci, elle est envoyée');
  });

  test('publishes with write access, in their name, and reads the page at once', async () => {
    await using site = await contributing();
    const press = await signIn(site, 'ada@example.org', 'committer');
    const sent = await press(FAQ, { do: 'publish', base: await site.base(FAQ), text: MENDED, ...ADA });
    expect(sent.status).toBe(303);
    expect(sent.headers.location).toBe('/guides/faq');
    expect((await site.get('/guides/faq')).text).toContain('30 jours');
    expect(await git(site.repository.path, ['log', '-1', '--format=%an <%ae> %s'])).toBe(
      'Ada Exemple <ada@example.org> faq : 30 jours',
    );
    expect(await site.deliver()).toEqual([]);
  });

  test('publishes a change of several files as one commit', async () => {
    await using site = await contributing();
    const press = await signIn(site, 'ada@example.org', 'committer');
    const change = await gather(site);
    const form = `${change}/edit/guides/neuf.md`;
    await site.press(form, { do: 'keep', base: await site.base(form), text: '# Neuf\n' });
    expect((await press(change, { do: 'publish', ...ADA })).status).toBe(303);
    expect(await git(site.repository.path, ['show', '--stat', '--format='])).toContain('2 files changed');
    expect((await site.get(change)).status).toBe(404);
  });

  test('cannot publish without write access', async () => {
    await using site = await contributing();
    const before = await git(site.repository.path, ['rev-parse', 'HEAD']);
    const press = await signIn(site, 'ada@example.org');
    await press(FAQ, { do: 'publish', base: await site.base(FAQ), text: MENDED, ...ADA });
    expect(await git(site.repository.path, ['rev-parse', 'HEAD'])).toBe(before);
  });
});
