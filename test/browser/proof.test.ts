import { describe, expect, test } from 'vitest';
import { accessibilityFaults } from '../support/axe.ts';
import { hasChromium, phone, withChromium } from '../support/chromium.ts';
import { type Contributing, contributing } from '../support/contributing.ts';
import { mailsOf } from '../support/held.ts';

const SUBSCRIBE = '/-/lists/contributions/subscribe';

/** As many forms of this machine's network as are sent before a proof is asked for. */
async function flood(site: Contributing) {
  for (let at = 1; at <= 30; at++)
    await site.ask(SUBSCRIBE, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-forwarded-for': `127.0.0.${at + 1}`,
      },
      body: `address=a${at}%40example.org`,
    });
}

const isMailed = async (site: Contributing, address: string) =>
  (await mailsOf(site.wiki.database)).some(({ recipient }) => recipient === address);

describe.skipIf(!hasChromium)('a proof of work', () => {
  const open = withChromium();

  test('is made by a slow phone in a few seconds, and the form goes on by itself', async () => {
    await using site = await contributing();
    await flood(site);
    const page = await open({ viewport: phone });
    const devtools = await page.context().newCDPSession(page);
    await page.goto(site.origin + SUBSCRIBE);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const heard: { readonly text: string; readonly at: number }[] = [];
    await page.exposeFunction('heard', (text: string) => heard.push({ text, at: performance.now() }));
    await page.addInitScript(() => {
      new MutationObserver(() => {
        const text = document.querySelector('[data-proof] [role="status"]')?.textContent;
        if (text) void (globalThis as unknown as { heard(text: string): void }).heard(text);
      }).observe(document, { subtree: true, childList: true, characterData: true });
    });
    await page.getByLabel('Adresse').fill('ada@example.org');
    await page.locator('main form button[type="submit"]').click();
    await page.getByRole('heading', { name: 'Regardez votre boîte' }).waitFor();
    expect(await isMailed(site, 'ada@example.org')).toBe(true);
    const when = (words: RegExp) => heard.find(({ text }) => words.test(text))?.at ?? Number.NaN;
    expect(when(/à moitié/) - when(/en cours/)).toBeLessThan(3_000);
  });

  test.each([true, false])(
    'is not needed where it cannot be made (scripts: %s)',
    async (javaScriptEnabled) => {
      await using site = await contributing();
      await flood(site);
      const page = await open({ viewport: phone, javaScriptEnabled });
      await page.route('**/proof.js', (route) => route.abort());
      await page.goto(site.origin + SUBSCRIBE);
      await page.getByLabel('Adresse').fill('ada@example.org');
      await page.locator('main form button[type="submit"]').click();
      await page.getByRole('heading', { name: 'Un instant' }).waitFor();
      if (javaScriptEnabled) expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByRole('button', { name: 'Envoyer sans calcul' }).press('Enter');
      await page.getByText('ada@example.org').first().waitFor();
      expect(await isMailed(site, 'ada@example.org')).toBe(true);
    },
  );
});
