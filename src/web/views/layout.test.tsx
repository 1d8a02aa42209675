import { expect, test } from 'vitest';
import { messagesByLocale } from '../messages/locales.ts';
import { renderDocument } from './document.ts';
import { Layout, type LayoutProps } from './layout.tsx';

const site = { title: 'Office', homeHref: '/', navigation: [] };
const page = (props: Partial<LayoutProps> = {}) =>
  renderDocument(
    <Layout
      messages={messagesByLocale.fr}
      assets={{ stylesheets: ['/s.css'], script: '/s.js' }}
      site={site}
      title="Guida"
      contentLanguage="it"
      {...props}
    />,
  );

test('a document begins with its doctype', () => {
  expect(page()).toMatch(/^<!DOCTYPE html>\n<html lang="fr">/);
});

test('a page in a third language keeps its language within the interface of another', () => {
  expect(page()).toContain('<title lang="it">Guida – Office</title>');
});

test('structured data cannot end the element it stands in', () => {
  const html = page({ structuredData: { name: '</script><script>alert(1)</script>' } });
  expect(html).toContain('{"name":"\\u003c/script>\\u003cscript>alert(1)\\u003c/script>"}');
});

test('a title with markup is text', () => {
  expect(page({ title: '<b>' })).toContain('&lt;b&gt; – Office');
});

test('no inline style or script is written, so that the strictest policy holds', () => {
  const html = page({ refreshSeconds: 5, languages: [{ language: 'fr', name: 'Français', href: '/' }] });
  expect(html).not.toMatch(/ style=| on\w+=|<style|<script>/);
});

test('a page in one language shows no language switch', () => {
  const french = { language: 'fr', name: 'Français', href: '/', current: true };
  expect(page({ languages: [french] })).not.toContain('class="languages"');
  expect(page({ languages: [french, { language: 'it', name: 'Italiano', href: '/it/' }] })).toContain(
    '<a href="/it/" lang="it" hreflang="it">Italiano</a>',
  );
});
