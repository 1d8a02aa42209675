import { describe, expect, test } from 'vitest';
import { mailsOf } from '../support/held.ts';
import { hidden, proposedByAda, signedIn } from '../support/reviewing.ts';

const MONA = 'mona@example.org';
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
    const [mail = ''] = await site.deliver();
    expect(mail).toContain('From: "Mona Relit (contributions)" <contributions@office.example>');
    expect(mail).toMatch(/^Cc: Ada Exemple <ada@example\.org>, Mona Relit <mona@example\.org>/m);
    expect(mail).toMatch(/^Subject: Re: \[PATCH\]/m);
    expect(mail).toMatch(/^In-Reply-To: <\S+@office\.example>$/m);
    expect(mail).toContain('> +++ b/guides/faq.md\n> @@ -3,1 +3,1 @@\n');
    expect(mail).not.toContain('suggestion');
    const copies = (await mailsOf(site.wiki.database)).filter(({ text }) => text.includes('Depuis quand'));
    expect(copies.map(({ recipient }) => recipient).sort()).toEqual(['ada@example.org', MONA]);
    const shown = (await site.get('/-/proposals/1?view=source')).text;
    expect(shown).toMatch(/line-below[\s\S]*Depuis quand \?[\s\S]*line-note-by">Mona Relit, /);
    expect((await mona.get(LINE)).text).toContain('value="Mona Relit"');
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
    const [mail = ''] = await site.deliver();
    expect(mail).toContain('Merci beaucoup.');
    expect(mail).not.toMatch(/^> /m);
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
    const [mail = ''] = await site.deliver();
    expect(mail).toContain('\n```suggestion\nLe delai est de trente jours.\n\nOn peut ecrire.\n```\n');
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

  test('puts no other field in a message by what they call themselves', async () => {
    const { site } = await proposedByAda();
    await using _ = site;
    const mona = await signedIn(site, MONA);
    const name = 'Mona"\r\nBcc: x@example.org\r\n <y@example.org>';
    await mona.press('/-/proposals/1/review/comment', { seen: '', name, comment: 'Hum.' });
    const [mail = ''] = await site.deliver();
    expect(mail).not.toMatch(/^Bcc:/m);
    expect(mail.match(/^From:.*(?:\n .*)*/m)?.[0]).toContain('<contributions@office.example>');
  });
});

test('somebody who is not signed in is led to sign in, and may answer by mail', async () => {
  const { site } = await proposedByAda();
  await using _ = site;
  expect((await site.get(LINE)).headers.location).toBe('/-/sign-in');
  const posted = await site.press('/-/proposals/1/review/comment', { name: 'X', comment: 'Y' });
  expect(posted.headers.location).toBe('/-/sign-in');
  expect(await site.deliver()).toEqual([]);
  const page = (await site.get('/-/proposals/1')).text;
  expect(page).toContain('Se connecter pour commenter ou décider');
  expect(page).toContain('href="mailto:contributions@office.example?In-Reply-To=');
});
