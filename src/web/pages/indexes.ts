import { localized } from '../../config/settings.ts';
import { allPages } from '../../store/pages.ts';
import { encodeAddress } from '../../wiki/addresses.ts';
import { siteTitle } from '../../wiki/site.ts';
import { type Answer, textAnswer } from '../answer.ts';
import type { Context } from '../context.ts';
import { escapeXml } from '../escape-xml.ts';

/** The protocol's limit of addresses in one file (sitemaps.org). */
const MAX_SITEMAP = 50_000;

/** `/sitemap.xml` (sitemaps.org, with each page's translations). */
export async function sitemap({ ask, origin }: Context): Promise<Answer> {
  const pages = await ask(allPages);
  const families = Map.groupBy(pages, ({ family }) => family);
  const alternate = (page: { language: string; address: string }) =>
    `<xhtml:link rel="alternate" hreflang="${escapeXml(page.language)}" href="${escapeXml(origin + encodeAddress(page.address))}"/>`;
  const urls = pages.slice(0, MAX_SITEMAP).map(({ address, family }) => {
    const relatives = families.get(family) ?? [];
    const alternates = relatives.length < 2 ? '' : relatives.map(alternate).join('');
    return `<url><loc>${escapeXml(origin + encodeAddress(address))}</loc>${alternates}</url>`;
  });
  const namespaces =
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"';
  return textAnswer(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset ${namespaces}>\n${urls.join('\n')}\n</urlset>\n`,
    'application/xml; charset=utf-8',
  );
}

/** `/robots.txt` (RFC 9309): everything but what is around the pages, of which the sources may be read. */
export async function robots({ origin }: Context): Promise<Answer> {
  const rules = [
    'User-agent: *',
    'Disallow: /-/',
    'Allow: /-/assets/',
    'Allow: /-/raw/',
    '',
    `Sitemap: ${origin}/sitemap.xml`,
    '',
  ];
  return textAnswer(rules.join('\n'), 'text/plain; charset=utf-8');
}

/** `/llms.txt` (llmstxt.org): the pages as Markdown, for programs that read. */
export async function llms(context: Context): Promise<Answer> {
  return await listForPrograms(context, ({ path }) => `/-/raw/${path}`);
}

/** The same where pages have no sources. */
export async function llmsOfPages(context: Context): Promise<Answer> {
  return await listForPrograms(context, ({ address }) => address);
}

async function listForPrograms(
  { ask, origin, site }: Context,
  addressOf: (page: { readonly path: string; readonly address: string }) => string,
): Promise<Answer> {
  const pages = await ask(allPages);
  const { description } = site.settings;
  const lines = [`# ${siteTitle(site, site.defaultLanguage)}`, ''];
  if (description !== undefined) lines.push(`> ${localized(description, site.defaultLanguage)}`, '');
  for (const [language, group] of Map.groupBy(pages, (page) => page.language)) {
    lines.push(`## ${language}`, '');
    for (const page of group) {
      const summary = page.description === '' ? '' : `: ${page.description}`;
      lines.push(
        `- [${page.title.replace(/[[\]]/g, '\\$&')}](${origin}${encodeAddress(addressOf(page))})${summary}`,
      );
    }
    lines.push('');
  }
  return textAnswer(lines.join('\n'), 'text/markdown; charset=utf-8');
}
