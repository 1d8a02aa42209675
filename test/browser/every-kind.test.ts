import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityFaults } from '../support/axe.ts';
import { desktop, hasChromium, narrow, withChromium } from '../support/chromium.ts';
import { type ServedKinds, servedKinds } from '../support/kinds.ts';
import { complaintsOf, overflow } from '../support/page-faults.ts';

/** Each language is walked on both, at the same time. */
const screens = {
  fr: [
    { name: 'light, desktop', colorScheme: 'light', viewport: desktop },
    { name: 'dark, narrow', colorScheme: 'dark', viewport: narrow },
  ],
  en: [
    { name: 'dark, desktop', colorScheme: 'dark', viewport: desktop },
    { name: 'light, narrow', colorScheme: 'light', viewport: narrow },
  ],
} as const;

describe.skipIf(!hasChromium)('every kind of page', () => {
  const open = withChromium();
  let kinds: ServedKinds;
  beforeAll(async () => {
    kinds = await servedKinds();
  });
  afterAll(() => kinds[Symbol.asyncDispose]());

  test.each(['fr', 'en'] as const)(
    'in %s, light and dark, wide and narrow: has no accessibility fault, fits its screen, and the browser complains of nothing',
    async (language) => {
      const walk = async ({ name: screen, ...options }: (typeof screens)[typeof language][number]) => {
        const page = await open({ locale: language, ...options });
        const complaints = complaintsOf(page);
        for (const { name, url } of kinds.addresses(language)) {
          const where = `${name} (${screen})`;
          await page.goto(url, { waitUntil: 'load' });
          expect.soft(await accessibilityFaults(page), where).toEqual([]);
          expect.soft(await overflow(page), where).toEqual([]);
          expect.soft(complaints.splice(0), where).toEqual([]);
          expect.soft(await page.getAttribute('html', 'lang'), where).toBe(language);
        }
      };
      await Promise.all(screens[language].map(walk));
    },
    600_000,
  );
});
