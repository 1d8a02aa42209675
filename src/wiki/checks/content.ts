import type { Finding } from './finding.ts';
import type { PageContent } from './page-content.ts';
import { frontMatterFindings } from './rules/front-matter.ts';
import { headingFindings } from './rules/headings.ts';
import { imageFindings } from './rules/images.ts';
import { malformedLinks } from './rules/malformed-links.ts';
import { sourceLines } from './source-place.ts';

/** What is wrong in a page by itself. */
export function contentFindings(page: PageContent): readonly Finding[] {
  const lines = sourceLines(page.source);
  return [
    ...frontMatterFindings(page, lines),
    ...malformedLinks(page, lines),
    ...imageFindings(page, lines),
    ...headingFindings(page, lines),
  ];
}
