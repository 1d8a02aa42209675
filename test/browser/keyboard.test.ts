import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, narrow, phone, withChromium } from '../support/chromium.ts';
import { example } from '../support/example.ts';
import { type Served, served } from '../support/served.ts';

const guide = '/guides/ecrire-dans-ce-wiki';

describe.skipIf(!hasChromium)('with the keyboard alone', () => {
  const openMoving = withChromium();
  /** Without motion, what is focused is in view at once. */
  const open = (options: BrowserContextOptions = {}) => openMoving({ reducedMotion: 'reduce', ...options });
  let site: Served;
  beforeAll(async () => {
    site = await served(await example());
  });
  afterAll(() => site[Symbol.asyncDispose]());

  test('the first key leads past the header, to the text', async () => {
    const page = await open();
    await page.goto(site.origin + guide);
    await page.keyboard.press('Tab');
    const skip = page.locator(':focus');
    expect(await skip.textContent()).toBe('Aller au contenu');
    expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  });

  test.each([
    ['a page of text', guide, {}],
    ['a page of text on a phone', guide, { viewport: phone }],
    ['results of a search', '/-/search?q=logiciel', {}],
    ['results of a search on a phone', '/-/search?q=logiciel', { viewport: phone }],
    ['a history', '/-/history/guides/publier-son-code.md', {}],
    ['a difference side by side', '/-/diff/guides/choisir-une-licence.md?view=split', { viewport: phone }],
    ['the checks', '/-/checks', {}],
    ['the API', '/-/api', {}],
  ])('in %s every control is reached, with a focus that shows', async (_, address, options) => {
    const page = await open(options);
    await page.goto(site.origin + address);
    const controls = await markControls(page);
    const hidden: string[] = [];
    for (let pressed = 0; pressed <= controls; pressed++) {
      await page.keyboard.press('Tab');
      const focus = await focusOf(page);
      if (!focus || focus.again) break;
      if (!focus.shows) hidden.push(focus.html);
    }
    expect(hidden).toEqual([]);
    expect(await missedControls(page)).toEqual([]);
  });

  test('a link of the contents moves to its section, and the next key is in it', async () => {
    const page = await open();
    await page.goto(site.origin + guide);
    const link = page.locator('.contents-list a').nth(6);
    const slug = decodeURIComponent((await link.getAttribute('href'))?.slice(1) ?? '');
    await link.focus();
    await page.keyboard.press('Enter');
    const top = await page.evaluate(
      (id) => document.getElementById(id)?.getBoundingClientRect().top ?? -1,
      slug,
    );
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(450);
    await page.keyboard.press('Tab');
    const after = await page.evaluate(
      (id) => document.getElementById(id)?.compareDocumentPosition(document.activeElement as Element) ?? 0,
      slug,
    );
    expect(after & 4 || after & 16).toBeTruthy();
  });

  test('on a phone the menu and the contents open and close', async () => {
    const page = await open({ viewport: phone });
    await page.goto(site.origin + guide);
    for (const fold of ['.site-navigation', '.contents']) {
      const link = page.locator(`${fold} a`).first();
      expect(await link.isVisible()).toBe(false);
      await page.locator(`${fold} summary`).focus();
      await page.keyboard.press('Enter');
      expect(await link.isVisible()).toBe(true);
      await page.keyboard.press('Enter');
      expect(await link.isVisible()).toBe(false);
    }
  });

  test('a table is reached when it overflows, and only then', async () => {
    const wide = `| ${'colonne | '.repeat(6)}\n| ${'--- | '.repeat(6)}\n| ${'une valeur | '.repeat(6)}\n`;
    await using own = await served({ 'index.md': `# Tables\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n${wide}` });
    const page = await open({ viewport: narrow });
    await page.goto(own.origin);
    const reachable = () =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.table-scroll')].map((box) => [
          box.tabIndex,
          box.getAttribute('role'),
          Boolean(box.getAttribute('aria-label')),
        ]),
      );
    await expect.poll(reachable).toEqual([
      [-1, null, false],
      [0, 'group', true],
    ]);
    await page.locator('.table-scroll').nth(1).focus();
    await page.keyboard.press('ArrowRight');
    await expect
      .poll(() => page.evaluate(() => document.querySelectorAll('.table-scroll')[1]?.scrollLeft))
      .toBeGreaterThan(0);
    await page.setViewportSize({ width: 2000, height: 900 });
    await expect.poll(reachable).toEqual([
      [-1, null, false],
      [-1, null, false],
    ]);
  });
});

const CONTROLS =
  'a[href], button, summary, input:not([disabled], [type="hidden"]), select, textarea, [tabindex="0"]';

/** Marks what the keyboard must reach, one of each group of radio buttons; gives how many there are. */
function markControls(page: Page): Promise<number> {
  return page.evaluate((selector) => {
    const groups = new Set<string>();
    const controls = [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => {
      if (!element.checkVisibility({ visibilityProperty: true })) return false;
      if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
      const isGroup = !groups.has(element.name);
      groups.add(element.name);
      return isGroup;
    });
    for (const control of controls) control.setAttribute('data-awaited', '');
    return controls.length;
  }, CONTROLS);
}

function missedControls(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[data-awaited]')].map((element) => element.outerHTML.slice(0, 150)),
  );
}

/** What has the focus, whether it had it before, and whether one sees it: it is outlined, and on the screen. */
function focusOf(page: Page): Promise<{ html: string; shows: boolean; again: boolean } | undefined> {
  return page.evaluate(() => {
    const focused = document.activeElement as HTMLElement | null;
    if (!focused || focused === document.body) return undefined;
    const again = focused.hasAttribute('data-reached');
    focused.setAttribute('data-reached', '');
    const group = focused instanceof HTMLInputElement && focused.type === 'radio' ? focused.name : undefined;
    const awaited = group === undefined ? [focused] : document.getElementsByName(group);
    for (const element of awaited) element.removeAttribute('data-awaited');
    const { outlineStyle, outlineWidth } = getComputedStyle(focused);
    const box = focused.getBoundingClientRect();
    const within = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    return {
      html: focused.outerHTML.slice(0, 150),
      again,
      shows: within && box.width > 0 && outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
    };
  });
}
