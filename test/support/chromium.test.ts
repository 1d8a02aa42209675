import { describe, expect, test } from 'vitest';
import { hasChromium, phone, withChromium } from './chromium.ts';

describe.skipIf(!hasChromium)('a page', () => {
  const open = withChromium();

  test('opens as asked, with scripts or without', async () => {
    const html = 'data:text/html,<p>plain</p><script>document.body.textContent = innerWidth</script>';
    const scripted = await open({ viewport: phone });
    await scripted.goto(html);
    expect(await scripted.textContent('body')).toBe('360');
    const plain = await open({ javaScriptEnabled: false });
    await plain.goto(html);
    expect(await plain.textContent('p')).toBe('plain');
  });
});
