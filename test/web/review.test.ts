import { describe, expect, test } from 'vitest';
import { addBlock } from '../../src/members/block.ts';
import { mailsOf } from '../support/held.ts';
import { mail } from '../support/mail.ts';
import { hidden, proposedByAda, signedIn } from '../support/reviewing.ts';

const MONA = 'mona@example.org';
const PAUL = { name: 'Paul Écrit', address: 'paul@example.org', reason: 'faq : une bonne réponse' };
const LINE = '/-/proposals/1/review/comment?file=guides%2Ffaq.md&side=new&from=3';

describe('somebody who is signed in', () => {
  test('comments on a line: a message on the list that quotes it, sent to the author, shown beside it', async () => {
    const { site } = await proposedByAda();
    await using _ = site;
    const mona = await signedIn(site, MONA);
    const source = await mona.get('/-/proposals/1/review?view=source');
    expect(source.text).toContain(
      `href="${LINE.replaceAll('&', '&amp;')}" aria-label="Commenter la ligne 3"`,
    );
    const form = await mona.get(LINE);
    expect(form.text).toContain('<ins>+Le délai est de 30 jours.');
    const { status, headers } = await mona.press('/-/proposals/1/review/comment', {
      ...hidden(form.text),
      name: 'Mona Relit',
      comment: 'Depuis quand ?',
      wording: 'Le délai est de 30 jours.',
    });
    expect([status, headers.location]).toEqual([303, '/-/proposals/1/review?said=1']);
    expect((await mona.get(String(headers.location))).text).toContain('part vers la liste');
    const [posted = ''] = await site.deliver();
    expect(posted).toContain('From: "Mona Relit (contributions)" <contributions@office.example>');
    expect(posted).toMatch(/^Cc: Ada Exemple <ada@example\.org>, Mona Relit <mona@example\.org>/m);
    expect(posted).toMatch(/^Subject: Re: \[PATCH\]/m);
    expect(posted).toMatch(/^In-Reply-To: <\S+@office\.example>$/m);
    expect(posted).toContain('> +++ b/guides/faq.md\n> @@ -3,1 +3,1 @@\n');
    expect(posted).not.toContain('suggestion');
    const copies = (await mailsOf(site.wiki.database)).filter(({ text }) => text.includes('Depuis quand'));
    expect(copies.map(({ recipient }) => recipient).sort()).toEqual(['ada@example.org', MONA]);
    const shown = (await site.get('/-/proposals/1?view=source')).text;
    expect(shown).toMatch(/line-below[\s\S]*Depuis quand \?[\s\S]*line-note-by">Mona Relit, /);
    expect((await mona.get(LINE)).text).toContain('value="Mona Relit"');
  });

  test('comments on a passage of the page as it is read, which is quoted by its lines', async () => {
    const front = '---\ntitle: Questions\n---\n';
    const { site } = await proposedByAda({
      'guides/faq.md': `${front}# Questions\n\nUne\nréponse.\n\n1.\n\n2.\n\n3.\n`,
    });
    await using _ = site;
    const base = await site.base('/-/edit/guides/faq.md');
    const text = `${front}# Questions\n\nUne bonne\nréponse.\n\n1.\n\n2.\n\n3.\n`;
    await site.press('/-/edit/guides/faq.md', { ...PAUL, base, text, do: 'send' });
    await site.press(await site.link(PAUL.address), { do: 'send' });
    await site.deliver();
    const mona = await signedIn(site, MONA);
    const read = (await mona.get('/-/proposals/2/review')).text;
    const links = [...read.matchAll(/class="block-link"[^>]*><a href="([^"]*)">([^<]*)</g)];
    expect(links.map(([, , label]) => label)).toEqual(['Commenter ce passage (ligne 6)']);
    const form = (await mona.get((links[0]?.[1] ?? '').replaceAll('&amp;', '&'))).text;
    expect(form).toContain('Commenter guides/faq.md, lignes 6 à 7');
    expect(form).toMatch(/<del>-Une\n<\/del><ins>\+Une bonne\n<\/ins> réponse\./);
    const said = { ...hidden(form), name: 'Mona', comment: 'Laquelle ?' };
    await mona.press('/-/proposals/2/review/comment', said);
    await site.deliver();
    expect((await site.get('/-/proposals/2?view=source')).text).toMatch(
      /réponse\.<[\s\S]*line-below[\s\S]*Laquelle \?/,
    );
    expect((await site.get('/-/proposals/2')).text).not.toContain('data-lines');
  });

  test('comments on a line that goes', async () => {
    const { site } = await proposedByAda();
    await using _ = site;
    const mona = await signedIn(site, MONA);
    const form = await mona.get(LINE.replace('new', 'old'));
    expect(form.text).toContain('<del>-Le délai est de 20 jours.');
    expect(form.text).not.toContain('name="wording"');
    const said = { ...hidden(form.text), name: 'Mona', comment: 'Garder 20 jours.' };
    await mona.press('/-/proposals/1/review/comment', said);
    await site.deliver();
    expect((await site.get('/-/proposals/1?view=source')).text).toMatch(
      /<del lang="fr">Le délai[\s\S]*line-below[\s\S]*Garder 20 jours\.[\s\S]*<ins/,
    );
  });

  test('comments on the whole: a message that quotes nothing', async () => {
    const { site } = await proposedByAda();
    await using _ = site;
    const mona = await signedIn(site, MONA);
    await mona.press('/-/proposals/1/review/comment', { seen: '', name: 'Mona', comment: 'Merci beaucoup.' });
    const [posted = ''] = await site.deliver();
    expect(posted).toContain('Merci beaucoup.');
    expect(posted).not.toMatch(/^> /m);
  });

  test('suggests another wording of some lines, in a block that people read', async () => {
    const { site } = await proposedByAda();
    await using _ = site;
    const mona = await signedIn(site, MONA);
    const form = await mona.get(`${LINE}&to=5`);
    expect(form.text).toContain('Commenter guides/faq.md, lignes 3 à 5');
    const wording = 'Le delai est de trente jours.\r\n\r\nOn peut ecrire.\r\n';
    await mona.press('/-/proposals/1/review/comment', {
      ...hidden(form.text),
      name: 'Mona',
      comment: '',
      wording,
    });
    const [posted = ''] = await site.deliver();
    expect(posted).toContain('\n```suggestion\nLe delai est de trente jours.\n\nOn peut ecrire.\n```\n');
    const shown = (await site.get('/-/proposals/1')).text;
    expect(shown).toMatch(/Formulation proposée[\s\S]*Le delai est de trente jours\.\n\nOn peut ecrire\.</);
  });

  test('is kept from what only maintainers do', async () => {
    const { site } = await proposedByAda();
    await using _ = site;
    const mona = await signedIn(site, MONA);
    expect((await mona.get('/-/proposals/1/review')).text).not.toContain('name="decision"');
    await mona.press('/-/proposals/1/review', { decision: 'reject' });
    expect((await site.get('/-/proposals/1')).text).toContain('proposal-proposed');
  });

  test.each([
    ['nothing', { comment: '' }, 400, 'Écrivez un commentaire'],
    ['no name', { name: ' ' }, 400, 'Donnez votre nom'],
    ['a comment without end', { comment: 'x'.repeat(10_001) }, 400, 'C’est trop long'],
    ['lines of a version that is no more', { seen: 'f'.repeat(40) }, 409, 'a changé depuis'],
    ['lines that are not there', { from: '70', to: '71' }, 400, 'n’a pas ces lignes'],
    ['lines of a file that does not change', { file: 'index.md' }, 400, 'n’a pas ces lignes'],
    ['lines of a path that escapes', { file: '../../etc/passwd' }, 400, 'n’a pas ces lignes'],
  ])('who says %s is told what to do, and nothing is posted', async (_, fields, status, sentence) => {
    const { site } = await proposedByAda();
    await using __ = site;
    const mona = await signedIn(site, MONA);
    const said = { ...hidden((await mona.get(LINE)).text), name: 'Mona', comment: 'Hum.', ...fields };
    const answer = await mona.press('/-/proposals/1/review/comment', said);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(sentence);
    if (said.comment === 'Hum.') expect(answer.text).toContain('Hum.</textarea>');
    expect(await site.deliver()).toEqual([]);
  });

  test('may not write by this way on a list that takes no message of theirs', async () => {
    const settings = `url: https://wiki.example
languages: [fr, en]
lists:
  contributions:
    address: contributions@office.example
    reply: moderators
    moderators: [camille@office.example]
`;
    const { site } = await proposedByAda({ 'greffe.yml': settings });
    await using _ = site;
    const mona = await signedIn(site, MONA);
    expect((await mona.get(LINE)).status).toBe(403);
    const camille = await signedIn(site, 'camille@office.example');
    expect((await camille.get(LINE)).status).toBe(200);
  });

  test('whose words are blocked is told so, and nothing is posted', async () => {
    const { site } = await proposedByAda();
    await using _ = site;
    const mona = await signedIn(site, MONA);
    const block = { kind: 'text', typed: 'casino', reason: '', until: null } as const;
    const place = { lists: {}, by: 'op', now: Math.floor(Date.now() / 1000) };
    await site.wiki.database.write((writer) => addBlock(writer, block, place));
    const said = { seen: '', name: 'Mona', comment: 'Un casino !' };
    expect((await mona.press('/-/proposals/1/review/comment', said)).status).toBe(403);
    expect(await site.deliver()).toEqual([]);
  });

  test('puts no other field in a message by what they call themselves', async () => {
    const { site } = await proposedByAda();
    await using _ = site;
    const mona = await signedIn(site, MONA);
    const name = 'Mona"\r\nBcc: x@example.org\r\n <y@example.org>';
    await mona.press('/-/proposals/1/review/comment', { seen: '', name, comment: 'Hum.' });
    const [posted = ''] = await site.deliver();
    expect(posted).not.toMatch(/^Bcc:/m);
    expect(posted.match(/^From:.*(?:\n .*)*/m)?.[0]).toContain('<contributions@office.example>');
  });
});

describe('the author of a change', () => {
  /** A change of Ada's, of which Mona would word line 3 otherwise. */
  async function suggested() {
    const { site, link } = await proposedByAda();
    const mona = await signedIn(site, MONA);
    const form = await mona.get(LINE);
    await mona.press('/-/proposals/1/review/comment', {
      ...hidden(form.text),
      name: 'Mona Relit',
      comment: 'En toutes lettres.',
      wording: 'Le délai est de trente jours.',
    });
    await site.deliver();
    const page = (await site.get(link)).text;
    const fields = page
      .slice(page.indexOf('class="suggestion"'))
      .matchAll(/name="(message|place)" value="([^"]*)"/g);
    const accept = {
      do: 'accept',
      ...Object.fromEntries([...fields].map(([, name, value]) => [name, value])),
    };
    return { site, link, accept };
  }

  test('accepts a wording with one press: it is the next version, which credits who suggested it', async () => {
    const { site, link, accept } = await suggested();
    await using _ = site;
    expect((await site.get(link)).text).toMatch(
      /Formulations proposées[\s\S]*Par Mona Relit[\s\S]*L’accepter/,
    );
    const accepted = await site.press(link, accept);
    expect(accepted.text).toContain('en route vers la liste');
    const [posted = ''] = await site.deliver();
    expect(posted).toMatch(/^Subject: \[PATCH v2\] faq : 30 jours$/m);
    expect(posted).toContain('\nSuggested-by: Mona Relit <mona@example.org>\n');
    expect((await site.get(link)).text).toContain('Vous l’avez acceptée.');
    expect((await site.get('/-/proposals/1')).text).toContain('version 2');
    expect((await site.get('/-/proposals/1/preview/guides/faq.md')).text).toContain('trente jours');
    expect((await site.get('/-/proposals/2')).status).toBe(404);
  });

  test('accepts it once, however often the button is pressed', async () => {
    const { site, link, accept } = await suggested();
    await using _ = site;
    await site.press(link, accept);
    await site.press(link, accept);
    expect(await site.deliver()).toHaveLength(1);
    expect((await site.press(link, accept)).status).toBe(409);
    expect(await site.deliver()).toEqual([]);
  });

  test('is told that a wording is for lines that have changed since, and loses nothing', async () => {
    const { site, link, accept } = await suggested();
    await using _ = site;
    const base = await site.base(`${link}/edit`);
    const text = '# Questions\n\nLe délai est d’un mois.\n\nOn peut écrire ici.\n\nEt là.\n';
    await site.press(`${link}/edit`, { base, text, reason: 'faq : 30 jours', do: 'send' });
    await site.deliver();
    const page = (await site.get(link)).text;
    expect(page).toContain('Votre texte a changé à cet endroit depuis');
    expect(page).not.toContain('L’accepter');
    const late = await site.press(link, accept);
    expect(late.status).toBe(409);
    expect(late.text).toContain('rien n’est perdu');
    expect(late.text).toContain('d’un mois');
    expect(await site.deliver()).toEqual([]);
  });

  test('accepts a wording that came by mail, too', async () => {
    const { site, link } = await proposedByAda();
    await using _ = site;
    const series = JSON.parse((await site.get('/-/api/v1/lists/contributions/series')).text);
    const raw = mail({
      from: 'Paul Relit <paul@example.org>',
      subject: 'Re: [PATCH] faq : 30 jours',
      references: [series.items[0].messageIds[0]],
      body: '> +Le délai est de 30 jours.\n\n```suggestion\nLe délai est de 31 jours.\n```\n',
    });
    await site.receive('contributions', [raw]);
    expect((await site.get(link)).text).toContain('Par Paul Relit');
  });
});

test('somebody who is not signed in is led to sign in, and may answer by mail', async () => {
  const { site } = await proposedByAda();
  await using _ = site;
  const back = `/-/sign-in?${new URLSearchParams({ return: LINE })}`;
  expect((await site.get(LINE)).headers.location).toBe(back);
  const led = await site.press('/-/proposals/1/review/comment', { name: 'X', comment: 'Y' });
  expect(led.headers.location).toBe('/-/sign-in');
  expect(await site.deliver()).toEqual([]);
  const page = (await site.get('/-/proposals/1')).text;
  expect(page).toContain('Se connecter pour commenter ou décider');
  expect(page).toContain('href="mailto:contributions@office.example?In-Reply-To=');
});
