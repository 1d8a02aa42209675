import { escapeXml } from '../escape-xml.ts';

/** A page that leads to another address where no server can say so (HTML, "http-equiv refresh"). */
export function redirectPage(to: string, canonical: string, language: string, sentence: string): string {
  const href = escapeXml(to);
  return `<!DOCTYPE html>
<html lang="${escapeXml(language)}"><head><meta charset="utf-8"/>
<title>${escapeXml(sentence)}</title>
<meta name="robots" content="noindex"/>
<meta http-equiv="refresh" content="0; url=${href}"/>
<link rel="canonical" href="${escapeXml(canonical)}"/>
</head><body><p><a href="${href}">${escapeXml(sentence)}</a></p></body></html>
`;
}
