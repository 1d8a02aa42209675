import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';

/** Where Debian and others put Chromium. */
const executablePath = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path && existsSync(path));

/** Whether there is a browser to test with; for `describe.skipIf(!hasChromium)`. */
export const hasChromium = executablePath !== undefined;

const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * One Chromium for the tests of a file, closed after them; what is given opens a page in a context of its own
 * (a phone, a theme, no JavaScript: Playwright's context options), closed after the test.
 *
 * @example
 * const open = withChromium();
 * test('…', async () => {
 *   const page = await open({ javaScriptEnabled: false, colorScheme: 'dark', viewport: phone });
 *   await page.goto(address);
 * });
 */
export function withChromium(): (options?: BrowserContextOptions) => Promise<Page> {
  let browser: Browser | undefined;
  beforeAll(async () => {
    if (!executablePath) return;
    // Chromium's own sandbox refuses to run as root
    const chromiumSandbox = process.getuid?.() !== 0;
    browser = await chromium.launch({ executablePath, args: flags, chromiumSandbox });
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    await Promise.all(browser?.contexts().map((context) => context.close()) ?? []);
  });
  return async (options = {}) => {
    if (!browser) throw new Error('There is no Chromium: install the package chromium');
    const context = await browser.newContext({ viewport: desktop, ...options });
    return context.newPage();
  };
}

export const desktop = { width: 1280, height: 900 };
export const phone = { width: 360, height: 740 };
/** The narrowest screen pages must fit (WCAG 2.2, success criterion 1.4.10). */
export const narrow = { width: 320, height: 640 };
