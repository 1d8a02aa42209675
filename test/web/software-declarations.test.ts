import { expect, test } from 'vitest';
import { contributing, WIKI_URL } from '../support/contributing.ts';
import { LIST_FILES } from '../support/mail.ts';
import { signedIn } from '../support/members.ts';
import { catalogue, SOFTWARE_FILES } from '../support/software.ts';

const ADA = 'ada@example.org';
const DECLARE = '/-/software/1/declare';

async function office() {
  const site = await contributing({
    ...SOFTWARE_FILES,
    'greffe.yml': `url: ${WIKI_URL}\n${LIST_FILES['greffe.yml'].replace(/^languages:.*\n/m, '')}${SOFTWARE_FILES['greffe.yml']}`,
  });
  await catalogue(site.wiki);
  await site.wiki.update();
  return site;
}

test('an agent says that they use a software, chooses what is public, and takes it back', async () => {
  await using site = await office();
  expect((await site.get(DECLARE)).headers.location).toContain('/-/sign-in');
  const ada = await signedIn(site, ADA);
  const form = await ada.get(DECLARE);
  expect(form.headers['cache-control']).toBe('no-store');
  const declared = await ada.post(DECLARE, {
    kind: 'user',
    name: 'Ada <b>',
    organisation: 'Service des cartes',
    purpose: 'Forge interne',
    shows_organisation: 'yes',
    do: 'declare',
  });
  expect(declared.text).toContain('Votre déclaration est enregistrée');
  await site.wiki.update();
  const page = await site.get('/-/software/1');
  expect(page.text).toContain('1\u00a0agent l’utilise');
  expect(page.text).toContain('Service des cartes, Forge interne');
  for (const secret of ['Ada', ADA]) expect(page.text).not.toContain(secret);
  await ada.post(DECLARE, {
    kind: 'user',
    name: 'Ada <b>',
    shows_name: 'yes',
    shows_address: 'yes',
    do: 'declare',
  });
  await ada.post(DECLARE, { kind: 'referent', do: 'declare' });
  await site.wiki.update();
  const shown = (await site.get('/-/software/1')).text;
  expect(shown).toContain(`<a href="mailto:${ADA}" rel="external nofollow">Ada &lt;b&gt;</a>`);
  expect(shown).toContain('1\u00a0agent l’utilise, 1\u00a0agent peut aider');
  await ada.post(DECLARE, { kind: 'user', do: 'withdraw' });
  await ada.post(DECLARE, { kind: 'referent', do: 'withdraw' });
  await site.wiki.update();
  expect((await site.get('/-/software/1')).text).toContain('Personne ne s’est encore déclaré');
});

test('what somebody declared is in the data that they take away, and is erased with it', async () => {
  await using site = await office();
  const ada = await signedIn(site, ADA);
  await ada.post(DECLARE, { kind: 'user', name: 'Ada', shows_name: 'yes', do: 'declare' });
  const data = JSON.parse((await ada.get('/-/account/data.json')).text);
  expect(data.softwareDeclarations).toMatchObject([{ software: '1', kind: 'user', name: 'Ada' }]);
  await ada.post('/-/account/data', { do: 'erase', confirm: ADA });
  await site.wiki.update();
  expect((await site.get('/-/software/1')).text).toContain('Personne ne s’est encore déclaré');
});

test('what makes no sense, or comes from another site, declares nothing', async () => {
  await using site = await office();
  const ada = await signedIn(site, ADA);
  expect((await ada.post(DECLARE, { kind: 'owner', do: 'declare' })).status).toBe(400);
  const elsewhere = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
  expect((await ada.post(DECLARE, { kind: 'user', do: 'declare' }, elsewhere)).status).toBe(403);
  expect((await ada.get('/-/software/none/declare')).status).toBe(404);
  await site.wiki.update();
  expect((await site.get('/-/software/1')).text).toContain('Personne ne s’est encore déclaré');
});
