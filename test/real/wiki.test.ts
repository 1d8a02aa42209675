import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityFaults } from '../support/axe.ts';
import { hasChromium, narrow, withChromium } from '../support/chromium.ts';
import { git } from '../support/git.ts';
import { hasRealWiki, realLegacy, realWiki } from '../support/real-wiki.ts';
import { type Served, served } from '../support/served.ts';

describe.skipIf(!hasRealWiki)('the real wiki', () => {
  let folder: string;
  let site: Served;
  let files: string[];
  beforeAll(async () => {
    folder = await realWiki();
    site = await served(folder, { overrides: { legacy: [realLegacy] } });
    files = (await git(folder, ['ls-files', '-z'])).split('\0').filter((path) => path !== '');
  });
  afterAll(() => site?.[Symbol.asyncDispose]());

  const title = async (path: string) =>
    decode(/<h1[^>]*>(.*?)<\/h1>/s.exec((await site.get(path)).text)?.[1] ?? '');

  test('shows each of its 38 files: a page at its address, any other as it is', async () => {
    expect(files).toHaveLength(38);
    for (const file of files) {
      const first = await site.get(`/${file}`);
      if (!/\.md$/.test(file)) {
        expect.soft(first.status, file).toBe(200);
        expect.soft(first.text, file).toBe(`${await git(folder, ['show', `HEAD:${file}`])}\n`);
        continue;
      }
      expect.soft(first.status, file).toBe(301);
      const { status, text } = await site.get(first.headers.location ?? '');
      expect.soft(status, file).toBe(200);
      expect.soft(text.match(/<h1/g)?.length, file).toBe(1);
      expect.soft(text, file).not.toMatch(/<h1[^>]*>\s*<\/h1>/);
    }
  });

  test('gives each page an address of its own', async () => {
    const addresses = await Promise.all(
      files
        .filter((file) => file.endsWith('.md'))
        .map(async (file) => (await site.get(`/${file}`)).headers.location),
    );
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  test('shows no dead link and no dead image to a reader', async () => {
    const seen = new Map<string, { status: number; text: string; from: string }>();
    const dead: string[] = [];
    const queue: (readonly [string, string])[] = [['/', '']];
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [path, from] = next;
      if (seen.has(path)) continue;
      const { status, headers, text } = await site.get(path);
      seen.set(path, { status, text, from });
      if (status !== 200) dead.push(`${from} -> ${path}: ${status}`);
      // What is around the pages leads to every version of every file: each is asked, and not followed further.
      if (path.startsWith('/-/') || !headers['content-type']?.startsWith('text/html')) continue;
      for (const { href } of linksOf(text)) {
        if (!href.startsWith('#')) queue.push([href.split('#', 1)[0] as string, path]);
      }
    }
    expect(dead).toEqual([]);
    expect(seen.size).toBeGreaterThan(80);
    const lost: string[] = [];
    for (const [path, { text }] of seen) {
      for (const { href } of linksOf(text)) {
        const [target, fragment] = href.split('#', 2) as [string, string?];
        const id = decodeURIComponent(fragment ?? '');
        const there = target === '' ? text : seen.get(target)?.text;
        if (id !== '' && there?.includes('<html') && !there.includes(` id="${encode(id)}"`))
          lost.push(`${path} -> ${href}`);
      }
    }
    // A slip of its author: no heading was ever called so
    const slip = '/en/pocos/ouverture#assign-contributions-to-individuals';
    expect(lost.filter((link) => !link.endsWith(slip))).toEqual([]);
  });

  test('keeps a title with colons, which is not valid YAML', async () => {
    expect(await title('/guides')).toBe('Guides logiciels libres : utiliser, publier, contribuer');
  });

  test('calls itself as its home page does', async () => {
    expect((await site.get('/')).text).toMatch(/<a class="site-title" href="\/">[^<]+<\/a>/);
    expect(await title('/')).not.toBe('');
  });

  test.each([
    ['/pourquoi-sourcehut', ['en', 'fr']],
    ['/why-sourcehut', ['en', 'fr']],
    ['/glossary', ['en', 'fr']],
    ['/en/glossary', ['en', 'fr']],
    ['/plan-action-logiciels-libres-communs-numeriques', ['en', 'fr', 'it']],
    ['/it/plan-action-logiciels-libres-communs-numeriques', ['en', 'fr', 'it']],
    ['/pocos/faq', ['en', 'fr']],
    ['/', ['en', 'fr']],
  ])('%s has a switch to each of its languages', async (path, languages) => {
    const first = await site.get(path);
    const { text } = first.status === 301 ? await site.get(first.headers.location ?? '') : first;
    const nav = /<nav class="languages".*?<\/nav>/s.exec(text)?.[0] ?? '';
    const links = [...nav.matchAll(/<a href="([^"]+)" lang="(\w+)"/g)];
    expect(links.map(([, , language]) => language as string).sort()).toEqual(languages);
    for (const [, href, language] of links) {
      const { status, headers } = await site.get(href as string);
      expect([status, headers['content-language']]).toEqual([200, language]);
    }
  });

  test('shows the list of software as a table of its 497 rows', async () => {
    const { text } = await site.get('/marches-logiciels-libres-liste-logiciels');
    const rows = [...text.matchAll(/<tbody>(.*?)<\/tbody>/gs)].map(
      ([, body]) => body?.match(/<tr/g)?.length ?? 0,
    );
    expect(Math.max(...rows)).toBe(497);
    expect(text).not.toContain('|---');
  });

  test('keeps the comments of its pages to their authors', async () => {
    for (const file of files.filter((name) => name.endsWith('.md'))) {
      const { location } = (await site.get(`/${file}`)).headers;
      expect.soft((await site.get(location ?? '')).text, file).not.toMatch(/<!--|--&gt;|&lt;!--/);
    }
  });

  test('leaves no Markdown unread but the links that their authors broke, which stay readable', async () => {
    const unread = new Map<string, number>();
    for (const file of files.filter((name) => name.endsWith('.md'))) {
      const { location } = (await site.get(`/${file}`)).headers;
      const { text } = await site.get(location ?? '');
      const prose = text.replace(/^.*<main[^>]*>|<\/main>.*$/gs, '').replace(/<(pre|code)\b.*?<\/\1>/gs, '');
      const left = decode(prose).match(/\*\*|\]\(|^#{2,} |^\|.*\||\[\^|^[-=]{4,}$/gm) ?? [];
      if (left.length > 0) unread.set(file, left.length);
    }
    expect(Object.fromEntries(unread)).toEqual({
      'index.en.md': 1,
      'pocos/faq.en.md': 2,
      'pocos/pratique.en.md': 2,
    });
  });

  test('says that a page it had is gone, when and why, with its last version', async () => {
    const { status, text } = await site.get('/README.org');
    expect(status).toBe(410);
    expect(text).toMatch(/<time datetime="20\d\d-/);
  });

  test('keeps at home the links to where it was shown before', async () => {
    const sources = await git(folder, ['grep', '-l', '-F', realLegacy, 'HEAD', '--', '*.md']);
    for (const file of sources.split('\n').map((line) => line.replace('HEAD:', ''))) {
      const { location } = (await site.get(`/${file}`)).headers;
      expect.soft((await site.get(location ?? '')).text, file).not.toContain(realLegacy);
    }
  });

  describe.skipIf(!hasChromium)('in a browser', () => {
    const open = withChromium();

    test('has no accessibility fault on a sample of its pages, and fits a narrow screen', async () => {
      const page = await open({ viewport: narrow });
      const paths = ['/', '/guides', '/pocos/', '/en/pocos/faq', '/why-sourcehut', '/sill', '/README.org'];
      for (const path of [...paths, '/marches-logiciels-libres', '/2022/']) {
        await page.goto(site.origin + path);
        expect.soft(await accessibilityFaults(page), path).toEqual([]);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect.soft(width, path).toBeLessThanOrEqual(narrow.width);
      }
    }, 60_000);
  });
});

/** The links and images of a page that lead into the wiki. */
function linksOf(html: string): { href: string }[] {
  const body = html.replace(/^.*<body/s, '');
  return [...body.matchAll(/ (?:href|src)="([^"]+)"/g)]
    .map(([, href]) => ({ href: decode(href as string) }))
    .filter(({ href }) => /^(?:\/(?!\/)|#)/.test(href));
}

function decode(html: string): string {
  return html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&nbsp;', '\u00a0')
    .replaceAll('&amp;', '&');
}

function encode(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
