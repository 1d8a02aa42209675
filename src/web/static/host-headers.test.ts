import { expect, test } from 'vitest';
import { hostHeaders } from './host-headers.ts';

test('every file is sent as the server sends it, below the path of the site', () => {
  const headers = hostHeaders('https://host.example/wiki', [], false);
  expect(headers).toMatch(/^\/wiki\/\*\n {2}X-Content-Type-Options: nosniff\n/);
  expect(headers).toContain("  Content-Security-Policy: default-src 'none'; script-src 'self'; style-src");
  expect(headers).toContain('/wiki/-/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n');
});

test('only a site with a search runs WebAssembly', () => {
  expect(hostHeaders('https://host.example', [], false)).not.toContain('wasm');
  expect(hostHeaders('https://host.example', [], true)).toContain("'wasm-unsafe-eval'");
});

test('what anyone may have written runs nothing', () => {
  const headers = hostHeaders('https://host.example', ['été/x.html', 'a.pdf', 'b*.svg'], true);
  expect(headers).toMatch(/\n\/%C3%A9t%C3%A9\/x\.html\n {2}Content-Security-Policy: [^\n]*; sandbox\n$/);
  expect(headers).not.toMatch(/a\.pdf|b\*\.svg/);
});
