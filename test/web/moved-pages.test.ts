import { describe, expect, test } from 'vitest';
import { ADA, CONTRIBUTING_FILES, type Contributing, contributing } from '../support/contributing.ts';
import { signIn } from '../support/members.ts';

const FAQ = '/-/edit/guides/faq.md';
/** Enough of a page to be known again after its links have changed. */
const TEXT = '\nUn texte assez long pour que l’on reconnaisse la page.\n'.repeat(5);

const FILES = {
  'guides/faq.md': `# Questions\n\n[Accueil](../index.md), [autre](autre.md#ici), [soi](faq.md).\n${TEXT}`,
  'guides/faq.en.md': '# Questions in English\n\n[Other](/guides/autre)\n',
  'guides/autre.md':
    '# Autre\n\n[faq](faq.md), [faq](./faq?x=1#la), [en](faq.en.md)\n\n```\n[faq](faq.md)\n```\n\n[réf]: faq.md "Titre"\n\n[réf] <a href="faq">x</a>\n',
  'index.md': '# Accueil\n\n[faq](/guides/faq) et [dehors](https://a.example/guides/faq)\n',
};

async function move(site: Contributing, to: string, text: string = FILES['guides/faq.md']) {
  return await site.press(FAQ, { do: 'move', base: await site.base(FAQ), text, to });
}

describe('a page that is moved', () => {
  test('takes its translations with it, and the links of all pages lead where they led', async () => {
    await using site = await contributing(FILES);
    const press = await signIn(site, 'ada@example.org', 'committer');
    const moved = await move(site, 'aide/questions');
    expect(moved.status).toBe(303);
    await press(moved.headers.location ?? '', { do: 'publish', ...ADA });
    const read = async (path: string) => (await site.get(`/-/raw/${path}`)).text;
    expect(await read('aide/questions.md')).toBe(
      `# Questions\n\n[Accueil](../index.md), [autre](../guides/autre.md#ici), [soi](questions.md).\n${TEXT}`,
    );
    expect(await read('aide/questions.en.md')).toContain('(/guides/autre)');
    expect(await read('guides/autre.md')).toBe(
      '# Autre\n\n[faq](../aide/questions.md), [faq](../aide/questions?x=1#la), [en](../aide/questions.en.md)\n\n```\n[faq](faq.md)\n```\n\n[réf]: ../aide/questions.md "Titre"\n\n[réf] <a href="../aide/questions">x</a>\n',
    );
    expect(await read('index.md')).toContain('(/aide/questions) et [dehors](https://a.example/guides/faq)');
    expect((await site.get('/guides/faq')).headers.location).toBe('/aide/questions');
  });

  test('keeps what was typed in it, and is seen whole before anything is sent', async () => {
    await using site = await contributing(FILES);
    const moved = await move(site, '/guides/questions.md', '# Tout autre\n');
    const page = (await site.get(moved.headers.location ?? '')).text;
    expect(page).toContain('guides/questions.md');
    expect(page).toContain('# Tout autre');
    expect(page).toContain('guides/autre.md');
  });

  test.each([
    ['to where it is', 'guides/faq', 'une autre adresse'],
    ['out of the wiki', '../../x', 'une autre adresse'],
    ['among the files of Git', '.git/x', 'une autre adresse'],
    ['to nowhere', '', 'une autre adresse'],
    ['onto another page', 'guides/autre', 'déjà cette adresse'],
  ])('is not moved %s', async (_, to, why) => {
    await using site = await contributing({ ...CONTRIBUTING_FILES, ...FILES });
    const refused = await move(site, to);
    expect(refused.status).toBe(400);
    expect(refused.text).toContain(why);
  });
});
