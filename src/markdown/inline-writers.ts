import { escapeHtml } from './entities.ts';
import { soleImage } from './figure.ts';
import type { FootnoteMeta } from './footnotes.ts';
import { attribute, type Page } from './page.ts';
import { inlineText } from './plain-text.ts';
import type { Writer } from './writer.ts';

/** What marks inside a line become; those not named here are written as their element. */
export const inlineWriters: Readonly<Record<string, Writer>> = {
  text: ({ content }) => escapeHtml(content),
  code_inline: ({ content }) => `<code>${escapeHtml(content)}</code>`,
  softbreak: () => '\n',
  hardbreak: () => '<br>\n',
  html_inline: ({ content }, page) => page.raw.write(content),
  unclosed_comment: () => '',
  link_open: (token, page) => {
    const title = token.attrGet('title');
    return page.openLink(String(token.attrGet('href')), title === null ? null : String(title));
  },
  link_close: (_, page) => page.closeLink(),
  image: (token, page, tokens) => {
    const title = token.attrGet('title');
    const isCaption = token === soleImage(tokens);
    const attributes = title && !isCaption ? attribute('title', `${title}`) : '';
    return page.image(String(token.attrGet('src')), inlineText(token), attributes);
  },
  math_inline: ({ content, meta }, page) => page.options.formula(content, meta?.display === true),
  footnote_ref: ({ meta }, page) => footnoteReference(meta as unknown as FootnoteMeta, page),
  footnote_anchor: ({ meta }, page) => footnoteReturn(meta as unknown as FootnoteMeta, page),
};

/** Ids with a colon are the interface's own: no heading's slug and no raw HTML can have one. */
export function referenceId({ id, subId }: FootnoteMeta): string {
  return subId > 0 ? `fnref:${id + 1}:${subId + 1}` : `fnref:${id + 1}`;
}

function footnoteReference(meta: FootnoteMeta, page: Page): string {
  const n = meta.id + 1;
  const id = attribute('id', referenceId(meta));
  if (page.isInLink()) return `<sup class="footnote-ref"${id}>${n}</sup>`;
  const label = attribute('aria-label', page.options.labels.footnote(n));
  return `<sup class="footnote-ref"><a href="#fn:${n}"${id} role="doc-noteref"${label}>${n}</a></sup>`;
}

function footnoteReturn(meta: FootnoteMeta, page: Page): string {
  const label = attribute('aria-label', page.options.labels.backToReference(meta.id + 1, meta.subId + 1));
  const href = attribute('href', `#${referenceId(meta)}`);
  // U+FE0E: an arrow in the text's own face, not an emoji.
  return ` <a class="footnote-back"${href} role="doc-backlink"${label}>↩\uFE0E</a>`;
}
