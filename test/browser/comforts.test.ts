import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, withChromium } from '../support/chromium.ts';
import { example } from '../support/example.ts';
import { repository } from '../support/git.ts';
import { type Served, served } from '../support/served.ts';

const guide = '/guides/ecrire-dans-ce-wiki';

describe.skipIf(!hasChromium)('in a browser', () => {
  const open = withChromium();
  let site: Served;
  beforeAll(async () => {
    site = await served(await example());
  });
  afterAll(() => site[Symbol.asyncDispose]());

  test('the contents mark the section that is read', async () => {
    const page = await open();
    await page.goto(site.origin + guide);
    const marked = () => page.locator('.contents [aria-current="location"]').allTextContents();
    await expect.poll(marked).toEqual([await page.locator('.contents-list a').first().textContent()]);
    await page.evaluate(() => document.getElementById('les-tableaux')?.scrollIntoView());
    await expect.poll(marked).toEqual(['Les tableaux']);
    await page.evaluate(() => scrollTo(0, 0));
    await expect.poll(marked).toEqual([await page.locator('.contents-list a').first().textContent()]);
  });

  test.each([
    ['light', 'dark'],
    ['dark', 'light'],
  ] as const)(
    'a diagram is drawn as an image, in %s then in %s, and its source stays',
    async (theme, other) => {
      const page = await open({ colorScheme: theme });
      await page.goto(site.origin + guide);
      const figure = page.locator('figure.diagram').first();
      await figure.scrollIntoViewIfNeeded();
      const image = figure.locator('img');
      await image.waitFor({ timeout: 15_000 });
      expect(await image.getAttribute('alt')).toBe('Schéma, dont la source suit');
      expect(await image.evaluate((drawn: HTMLImageElement) => drawn.naturalWidth)).toBeGreaterThan(50);
      await figure.locator('summary').click();
      expect(await figure.locator('pre').textContent()).toMatch(/graph|flowchart|sequenceDiagram/);
      const drawn = await image.getAttribute('src');
      await page.emulateMedia({ colorScheme: other });
      await expect.poll(() => image.getAttribute('src'), { timeout: 10_000 }).not.toBe(drawn);
    },
  );

  test('what is wrong in a diagram leaves its text', async () => {
    await using own = await served({
      'index.md': '# A\n\n```mermaid\nnot a diagram at all\n```\n\n```mermaid\ngraph TD; A-->B\n```\n',
    });
    const page = await open();
    await page.goto(own.origin);
    await page.locator('figure.diagram img').waitFor({ timeout: 15_000 });
    expect(await page.locator('figure.diagram').first().textContent()).toContain('not a diagram at all');
  });

  test('a diagram cannot run anything in the page', async () => {
    await using own = await served({
      'index.md':
        '# A\n\n```mermaid\ngraph TD; A["<img src=x onerror=\'parent.document.title=1\'>"]-->B\n  click B "javascript:alert(1)"\n```\n',
    });
    const page = await open();
    page.on('dialog', () => expect.unreachable('something ran'));
    await page.goto(own.origin);
    await page.locator('figure.diagram img').waitFor({ timeout: 15_000 });
    expect(await page.title()).toBe('A');
  });

  test('a page without a diagram loads no Mermaid', async () => {
    const page = await open();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${site.origin}/politique/faq`, { waitUntil: 'networkidle' });
    expect(asked.filter((path) => path.includes('diagram/'))).toEqual([]);
    expect(asked.length).toBeLessThan(15);
  });

  test('a block of code is copied by its button', async () => {
    const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto(site.origin + guide);
    const frame = page.locator('.code-frame').first();
    const code = await frame.locator('code').textContent();
    await frame.locator('button').click();
    await expect.poll(() => frame.locator('button').textContent()).toBe('Copié');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code);
  });

  test('on paper there is the text, and nothing to press', async () => {
    const page = await open();
    await page.goto(site.origin + guide);
    await page.locator('.copy').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    for (const selector of [
      '.site-navigation',
      '.contents',
      '.languages',
      '.skip-link',
      '.breadcrumb',
      '.copy',
    ]) {
      const shown = page.locator(selector).filter({ visible: true });
      expect.soft(await shown.count(), selector).toBe(0);
    }
    expect(await page.locator('h1').isVisible()).toBe(true);
    expect(await page.locator('.prose').isVisible()).toBe(true);
  });

  test('who wants no motion sees none', async () => {
    const page = await open({ reducedMotion: 'reduce' });
    await page.goto(site.origin + guide);
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => {
          const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(element);
          const seconds = [transitionDuration, animationDuration]
            .flatMap((value) => value.split(','))
            .map(Number.parseFloat);
          return seconds.some((duration) => duration > 0.01) || scrollBehavior === 'smooth';
        })
        .map((element) => element.tagName),
    );
    expect(moving).toEqual([]);
  });

  test('an image keeps its place while it loads', async () => {
    const page = await open();
    await page.goto(`${site.origin}/2026/rapport-mars`);
    const images = await page
      .locator('.prose img')
      .evaluateAll((all) =>
        all.map((image) => [
          image.getAttribute('width'),
          image.getAttribute('height'),
          image.getAttribute('loading'),
        ]),
      );
    expect(images.length).toBeGreaterThan(0);
    for (const [width, height, loading] of images) {
      expect(Number(width)).toBeGreaterThan(0);
      expect(Number(height)).toBeGreaterThan(0);
      expect(loading).toBe('lazy');
    }
  });

  test('a PDF opens in the browser', async () => {
    const page = await open();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    const answer = await page
      .goto(`${site.origin}/docs/charte-du-logiciel-libre.pdf`)
      .catch((error) => error);
    // A browser without a viewer downloads it
    if (!(answer instanceof Error)) expect(answer.status()).toBe(200);
    expect(complaints).toEqual([]);
  });

  test('an SVG opened alone runs nothing', async () => {
    await using own = await served(
      await repository({
        'x.svg':
          '<svg xmlns="http://www.w3.org/2000/svg" onload="document.title=1"><title>A</title><script>alert(1)</script></svg>',
      }),
    );
    const page = await open();
    page.on('dialog', () => expect.unreachable('something ran'));
    await page.goto(`${own.origin}/x.svg`);
    expect(await page.evaluate(() => document.title)).toBe('A');
  });

  test('a wiki that is being prepared shows its pages as soon as it is', async () => {
    await using own = await served({ 'index.md': '# Bienvenue' }, { indexed: false });
    const page = await open();
    await page.goto(own.origin);
    expect(await page.locator('h1').textContent()).toBe('The wiki is getting ready');
    await own.wiki.update();
    await expect.poll(() => page.locator('h1').textContent(), { timeout: 8_000 }).toBe('Bienvenue');
  });
});
