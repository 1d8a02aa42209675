import { describe, expect, test } from 'vitest';
import { onEachEngine } from '../../test/support/engines.ts';
import { submodule, symlink } from '../../test/support/git.ts';
import { indexed } from '../../test/support/wiki.ts';

const settings = { 'greffe.yml': 'languages: [fr, en]\n' };

describe('what is at an address', () => {
  test('the name of a file is its address', async () => {
    const wiki = await indexed({ ...settings, 'index.md': '', 'guides.md': '', 'pocos/faq.md': '' });
    expect(await wiki.find('/')).toBe('page index.md for fr');
    expect(await wiki.find('/guides')).toBe('page guides.md for fr');
    expect(await wiki.find('/pocos/faq')).toBe('page pocos/faq.md for fr');
    expect(await wiki.find('/nothing')).toBe('missing');
  });

  test('a suffix puts the page under the address of its language', async () => {
    const wiki = await indexed({ ...settings, 'faq.md': '', 'faq.en.md': '', 'only.fr.md': '' });
    expect(await wiki.find('/en/faq')).toBe('page faq.en.md for en');
    expect(await wiki.find('/faq')).toBe('page faq.md for fr');
    expect(await wiki.find('/only')).toBe('page only.fr.md for fr');
  });

  test('a folder named as a language is that language', async () => {
    const wiki = await indexed({ ...settings, 'faq.md': '', 'en/faq.md': '', 'en/index.md': '' });
    expect(await wiki.find('/en/faq')).toBe('page en/faq.md for en');
    expect(await wiki.find('/en/')).toBe('page en/index.md for en');
    expect(await wiki.find('/en')).toBe('moved to /en/');
  });

  test('an index stands for its folder, a README where there is none', async () => {
    const wiki = await indexed({ ...settings, 'a/README.md': '', 'b/README.md': '', 'b/index.md': '' });
    expect(await wiki.find('/a/')).toBe('page a/README.md for fr');
    expect(await wiki.find('/b/')).toBe('page b/index.md for fr');
    expect(await wiki.find('/b/README')).toBe('page b/README.md for fr');
  });

  test('a README gives its folder up when an index appears, in whatever way it names its language', async () => {
    const wiki = await indexed({ ...settings, 'a/README.md': '' });
    await wiki.repository.commit('Index', { 'a/index.fr.md': '' });
    await wiki.update();
    expect(await wiki.find('/a/')).toBe('page a/index.fr.md for fr');
    expect(await wiki.find('/a/README')).toBe('page a/README.md for fr');
    await wiki.repository.remove('a/index.fr.md');
    await wiki.update();
    expect(await wiki.find('/a/')).toBe('page a/README.md for fr');
  });

  test('a README in one language and an index in another both stand for the folder', async () => {
    const wiki = await indexed({ ...settings, 'a/README.md': '', 'a/index.en.md': '' });
    expect(await wiki.find('/a/')).toBe('page a/README.md for fr');
    expect(await wiki.find('/en/a/')).toBe('page a/index.en.md for en');
  });

  test('a file is at its own path, the source of a page leads to the page', async () => {
    const wiki = await indexed({ ...settings, 'faq.en.md': '', 'docs/x.pdf': 'pdf', LICENSE: 'x' });
    expect(await wiki.find('/docs/x.pdf')).toBe('file docs/x.pdf');
    expect(await wiki.find('/LICENSE')).toBe('file LICENSE');
    expect(await wiki.find('/faq.en.md')).toBe('moved to /en/faq');
  });

  test('a file is the same one in every language', async () => {
    const wiki = await indexed({ ...settings, 'docs/x.pdf': 'pdf' });
    expect(await wiki.find('/en/docs/x.pdf')).toBe('moved to /docs/x.pdf');
  });

  test('symbolic links and submodules are files, whatever their name', async () => {
    const wiki = await indexed([
      ['greffe.yml', 'languages: [fr]'],
      ['link.md', symlink('../secret.md')],
      ['module', submodule()],
    ]);
    expect(await wiki.find('/link.md')).toBe('file link.md');
    expect(await wiki.find('/link')).toBe('missing');
    expect(await wiki.find('/module')).toBe('file module');
  });

  test('a folder without a page lists what it holds, for the reader of each language', async () => {
    const wiki = await indexed({ ...settings, 'docs/sub/x.pdf': 'pdf' });
    expect(await wiki.find('/')).toBe('folder . for fr');
    expect(await wiki.find('/docs/')).toBe('folder docs for fr');
    expect(await wiki.find('/docs')).toBe('moved to /docs/');
    expect(await wiki.find('/en/docs/sub/')).toBe('folder docs/sub for en');
    expect(await wiki.find('/en/docs')).toBe('moved to /en/docs/');
  });

  test('a page and a folder of one name are both there', async () => {
    const wiki = await indexed({ ...settings, 'a.md': '', 'a/index.md': '', 'b.md': '', 'b/c.md': '' });
    expect(await wiki.find('/a')).toBe('page a.md for fr');
    expect(await wiki.find('/a/')).toBe('page a/index.md for fr');
    expect(await wiki.find('/b')).toBe('page b.md for fr');
    expect(await wiki.find('/b/')).toBe('folder b for fr');
  });

  test('a path that leads out of the wiki is nobody’s', async () => {
    const wiki = await indexed({ ...settings, 'index.md': '' });
    const blob = await wiki.repository.blob('# Hostile');
    const inner = await wiki.repository.tree([{ mode: '100644', name: 'x.md', id: blob }]);
    await wiki.repository.commitTree(
      'Hostile',
      await wiki.repository.tree([
        { mode: '40000', name: '..', id: inner },
        { mode: '100644', name: 'index.md', id: blob },
        { mode: '100644', name: '/evil.example', id: blob },
      ]),
    );
    await wiki.update();
    expect(await wiki.find('/../x')).toBe('missing');
    expect(await wiki.find('//evil.example')).toBe('missing');
    expect(await wiki.find('/')).toBe('page index.md for en');
  });
});

describe('an address nearly right', () => {
  test('a final slash too many or too few is mended', async () => {
    const wiki = await indexed({
      ...settings,
      'guides.md': '',
      'pocos/index.md': '',
      'pocos/index.en.md': '',
    });
    expect(await wiki.find('/guides/')).toBe('moved to /guides');
    expect(await wiki.find('/pocos')).toBe('moved to /pocos/');
    expect(await wiki.find('/en/pocos')).toBe('moved to /en/pocos/');
  });

  test('so it is in a language the page is not written in', async () => {
    const wiki = await indexed({ ...settings, 'guides.md': '', 'pocos/index.md': '' });
    expect(await wiki.find('/en/pocos')).toBe('moved to /en/pocos/');
    expect(await wiki.find('/en/guides/')).toBe('moved to /en/guides');
  });

  test('the extension may be written', async () => {
    const wiki = await indexed({
      ...settings,
      'faq.md': '',
      'faq.en.md': '',
      'old.markdown': '',
      'a/index.md': '',
    });
    expect(await wiki.find('/faq.md')).toBe('moved to /faq');
    expect(await wiki.find('/faq.en')).toBe('moved to /en/faq');
    expect(await wiki.find('/old.markdown')).toBe('moved to /old');
    expect(await wiki.find('/a/index.md')).toBe('moved to /a/');
    expect(await wiki.find('/a/index')).toBe('moved to /a/');
    expect(await wiki.find('/en/faq.md')).toBe('moved to /en/faq');
  });

  test('the default language may be named', async () => {
    const wiki = await indexed({ ...settings, 'index.md': '', 'faq.md': '' });
    expect(await wiki.find('/fr/faq')).toBe('moved to /faq');
    expect(await wiki.find('/fr/')).toBe('moved to /');
    expect(await wiki.find('/fr')).toBe('moved to /');
  });

  test('slashes too many are taken out, and lead to no other site', async () => {
    const wiki = await indexed({ ...settings, 'index.md': '', 'docs/x.pdf': '' });
    expect(await wiki.find('//docs//x.pdf')).toBe('moved to /docs/x.pdf');
    expect(await wiki.find('//')).toBe('moved to /');
    expect(await wiki.find('//docs')).toBe('moved to /docs/');
    expect(await wiki.find('/fr//evil.example')).toBe('missing');
    expect(await wiki.find('/fr//docs/x.pdf')).toBe('moved to /docs/x.pdf');
  });

  test('case does not matter, but for names that differ by nothing else', async () => {
    const wiki = await indexed({
      ...settings,
      'Guides.md': '',
      'Docs/X.PDF': '',
      'FAQ.md': '1',
      'faq.md': '2',
    });
    expect(await wiki.find('/guides')).toBe('moved to /Guides');
    expect(await wiki.find('/GUIDES/')).toBe('moved to /Guides');
    expect(await wiki.find('/guides.md')).toBe('moved to /Guides');
    expect(await wiki.find('/docs/x.pdf')).toBe('moved to /Docs/X.PDF');
    expect(await wiki.find('/FAQ')).toBe('page FAQ.md for fr');
    expect(await wiki.find('/faq')).toBe('page faq.md for fr');
    expect(await wiki.find('/Faq')).toBe('missing');
  });

  test('an accent in one Unicode form leads to the name in the other', async () => {
    const composed = 'été.md'.normalize('NFC');
    const decomposed = 'mémoire.md'.normalize('NFD');
    const wiki = await indexed({ ...settings, [composed]: '', [decomposed]: '' });
    expect(await wiki.find('/été'.normalize('NFC'))).toBe(`page ${composed} for fr`);
    expect(await wiki.find('/été'.normalize('NFD'))).toBe('moved to /%C3%A9t%C3%A9');
    expect(await wiki.find('/mémoire'.normalize('NFD'))).toBe(`page ${decomposed} for fr`);
    expect(await wiki.find('/mémoire'.normalize('NFC'))).toBe('moved to /me%CC%81moire');
  });
});

describe('a page that is not in the reader’s language', () => {
  test('is offered in the other, and the reader keeps theirs', async () => {
    const wiki = await indexed({
      ...settings,
      'index.md': '',
      'guides.md': '',
      'pocos/index.md': '',
      'only.en.md': '',
    });
    expect(await wiki.find('/en/')).toBe('page index.md for en');
    expect(await wiki.find('/en/guides')).toBe('page guides.md for en');
    expect(await wiki.find('/en/pocos/')).toBe('page pocos/index.md for en');
    expect(await wiki.find('/only')).toBe('page only.en.md for fr');
  });

  test('leads to its translation when that has another name', async () => {
    const wiki = await indexed({
      ...settings,
      'pourquoi.md': '',
      'why.md': '---\nlang: en\ntranslation_of: pourquoi.md\n---\n',
      'pocos/index.md': '---\ntranslation_of: /accueil.md\n---\n',
      'accueil.md': '',
    });
    expect(await wiki.find('/en/pourquoi')).toBe('moved to /why');
    expect(await wiki.find('/en/why')).toBe('moved to /why');
    expect(await wiki.find('/en/pocos/')).toBe('page pocos/index.md for en');
  });
});

const hard = [
  'a::b.md',
  'with space.md',
  '100%.md',
  '%41.md',
  'a#b.md',
  'a?b=c.md',
  '-dash.md',
  'plus+&=.md',
  'guil«le»met’s.md',
  'line\nbreak.md',
];

onEachEngine('a name', (engine) => {
  test('of any characters is found under its own address', async () => {
    const latin1 = Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x2e, 0x6d, 0x64]);
    const wiki = await indexed([...hard.map((name) => [name, name] as const), [latin1, 'x']], {
      place: await engine.place(),
      overrides: { languages: ['fr'] },
    });
    for (const name of hard) {
      expect(await wiki.find(`/${name.slice(0, -3)}`)).toBe(`page ${name} for fr`);
    }
    expect(await wiki.find('/caf\uefe9')).toBe('page caf\uefe9.md for fr');
    expect(await wiki.find('/caf\uefe9.md')).toBe('moved to /caf%E9');
  });

  test('that cannot be one is missing', async () => {
    const wiki = await indexed({ 'index.md': '' }, { place: await engine.place() });
    expect(await wiki.find('/a\0b')).toBe('missing');
    expect(await wiki.find('/a\ud800b')).toBe('missing');
    expect(await wiki.find(`/${'x/'.repeat(500)}`)).toBe('missing');
  });
});
