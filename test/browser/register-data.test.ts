import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityFaults } from '../support/axe.ts';
import { desktop, hasChromium, narrow, withChromium } from '../support/chromium.ts';
import { said } from '../support/register.ts';
import { type ServedRegister, servedRegister } from '../support/served-register.ts';

const REPOSITORY = '/-/code/repository/gitlab.example/ville-exemple/carte';

describe.skipIf(!hasChromium)('the register as open data, in a browser', () => {
  const open = withChromium();
  let it: ServedRegister;
  beforeAll(async () => {
    it = await servedRegister({
      'index.md': '# Accueil',
      'index.en.md': '# Home',
      'greffe.yml': `title: Bureau\nlanguages: [fr, en]\nlicence: etalab-2.0\nregister: { remarkable: awesome.yml }\n`,
      'awesome.yml': 'https://gitlab.example/ville-exemple/carte:\n',
    });
    await it.record([
      said('carte', {
        description: 'Une carte',
        has_publiccode: true,
        publiccode_findings: { errors: 2, warnings: 0, notes: 0, list: [] },
      }),
    ]);
  });
  afterAll(() => it[Symbol.asyncDispose]());

  test.each([
    ['fr', 'light', desktop],
    ['fr', 'dark', narrow],
    ['en', 'dark', desktop],
    ['en', 'light', narrow],
  ] as const)(
    'its pages have no accessibility fault and fit their screen: %s, %s',
    async (language, colorScheme, viewport) => {
      const page = await open({ locale: language, colorScheme, viewport });
      for (const path of ['/-/code/data', '/-/code?language=Go', '/-/code', REPOSITORY]) {
        const query = language === 'fr' ? '' : `${path.includes('?') ? '&' : '?'}lang=en`;
        await page.goto(`${it.site.origin}${path}${query}`, { waitUntil: 'load' });
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true;
        });
        expect.soft(await accessibilityFaults(page), path).toEqual([]);
        const [wide, visible] = await page.evaluate(() => [
          document.documentElement.scrollWidth,
          document.documentElement.clientWidth,
        ]);
        expect.soft(wide, path).toBeLessThanOrEqual(visible as number);
        const folder = process.env.GREFFE_SCREENSHOTS;
        if (folder) {
          const name = `${path.replaceAll(/[^a-z]+/g, '-')}-${language}-${colorScheme}-${viewport.width}`;
          await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
        }
      }
    },
    60_000,
  );

  test('the badge is a picture that says what it shows', async () => {
    const page = await open({ viewport: desktop });
    await page.goto(it.site.origin + REPOSITORY, { waitUntil: 'load' });
    await page.locator('.code-badge summary').click();
    const badge = page.getByRole('img', { name: 'publiccode.yml: 2 erreurs' });
    expect(await badge.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(100);
  });
});
