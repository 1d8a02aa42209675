import type { Token } from 'markdown-it';
import type { AlertKind } from './alerts.ts';
import { fenceLanguage } from './code-language.ts';
import { escapeHtml } from './entities.ts';
import { soleImage } from './figure.ts';
import type { FootnoteMeta } from './footnotes.ts';
import { attribute, type Page } from './page.ts';
import type { Writer } from './writer.ts';

/** What blocks become; those not named here are written as their element. */
export const blockWriters: Readonly<Record<string, Writer>> = {
  heading_open: (token, page) => headingStart(token, page),
  heading_close: (_, page, tokens, index) => headingEnd(tokens[index - 2], page),
  paragraph_open: ({ hidden }, _, tokens, index) => {
    if (hidden) return '';
    return soleImage(tokens[index + 1]?.children) ? '<figure>' : '<p>';
  },
  paragraph_close: ({ hidden }, _, tokens, index) => {
    if (hidden) return '\n';
    const image = soleImage(tokens[index - 1]?.children);
    return image
      ? `<figcaption>${escapeHtml(String(image.attrGet('title')))}</figcaption></figure>\n`
      : '</p>\n';
  },
  ordered_list_open: (token) => {
    const start = token.attrGet('start');
    return start === null ? '<ol>' : `<ol start="${Number(start)}">`;
  },
  list_item_open: ({ meta }, page) => {
    if (typeof meta?.done !== 'boolean') return '<li>';
    const { taskDone, taskToDo } = page.options.labels;
    const label = attribute('aria-label', meta.done ? taskDone : taskToDo);
    return `<li class="task"><input type="checkbox"${meta.done ? ' checked' : ''} disabled${label}> `;
  },
  alert_open: ({ info }, page) => {
    const title = escapeHtml(page.options.labels.alerts[info as AlertKind]);
    return `<div class="alert alert-${info}" role="note"><p class="alert-title">${title}</p>\n`;
  },
  alert_close: () => '</div>\n',
  table_open: () => '<div class="table-scroll"><table>\n',
  table_close: () => '</table></div>\n',
  th_open: (token, _, tokens, index) => {
    const [tag, scope] = tokens[index + 1]?.content === '' ? ['td', ''] : ['th', ' scope="col"'];
    return `<${tag}${scope}${alignment(token)}>`;
  },
  th_close: (_, __, tokens, index) => (tokens[index - 1]?.content === '' ? '</td>' : '</th>'),
  td_open: (token) => `<td${alignment(token)}>`,
  td_close: () => '</td>',
  code_block: ({ content }) => codeBlock(escapeHtml(content)),
  fence: (token, page) => fence(token, page),
  math_block: ({ content }, page) => `<p class="math">${page.options.formula(content, true)}</p>\n`,
  html_block: ({ content }, page) => page.raw.write(content),
  footnote_block_open: (_, page) =>
    `<div class="footnotes"><ol${attribute('aria-label', page.options.labels.footnotes)}>\n`,
  footnote_block_close: () => '</ol></div>\n',
  footnote_open: ({ meta }) => `<li id="fn:${(meta as unknown as FootnoteMeta).id + 1}">`,
  footnote_close: () => '</li>\n',
};

/** The link to a section stands beside its heading, so that it is not read as part of it. */
function headingStart(token: Token, page: Page): string {
  const heading = page.options.headings.get(token);
  if (!heading) return '';
  return `<div class="heading"><h${heading.level}${attribute('id', heading.slug)}>`;
}

function headingEnd(open: Token | undefined, page: Page): string {
  const heading = open && page.options.headings.get(open);
  if (!heading) return '';
  const href = attribute('href', `#${heading.slug}`);
  const label = attribute('aria-label', page.options.labels.headingLink(heading.text));
  return `</h${heading.level}><a class="heading-link"${href}${label}>#</a></div>\n`;
}

function alignment(token: Token): string {
  const align = /^text-align:(left|center|right)$/.exec(String(token.attrGet('style') ?? ''))?.[1];
  return align ? ` class="align-${align}"` : '';
}

function fence(token: Token, page: Page): string {
  const directive = page.options.directives.get(token);
  const shown = directive && page.options.directive?.(directive);
  if (shown !== undefined) return shown;
  const language = fenceLanguage(token);
  if (language === 'math') return `<p class="math">${page.options.formula(token.content.trim(), true)}</p>\n`;
  if (language !== 'mermaid') {
    return codeBlock(page.options.coloured.get(token) ?? escapeHtml(token.content), language);
  }
  const source = codeBlock(escapeHtml(token.content)).trimEnd();
  return `<figure class="diagram" data-diagram="mermaid">${source}</figure>\n`;
}

/** Focusable, since a long line is scrolled to with the keyboard also where browsers do not see to it themselves. */
function codeBlock(html: string, language = ''): string {
  const name = /^[\w+#.-]{1,40}$/.test(language) ? attribute('class', `language-${language}`) : '';
  return `<pre tabindex="0"><code${name}>${html}</code></pre>\n`;
}
