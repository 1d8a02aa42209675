import axe from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * What axe finds in a page (WCAG and its own good practices), in a line each. It runs in the page itself and keeps the
 * faults only: several times faster than to report all that it looked at.
 */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, html }) => `${id}: ${target} ${html}`.slice(0, 250)),
    );
  });
}
