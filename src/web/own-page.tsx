import type { Child } from 'hono/jsx';
import { type Answer, htmlAnswer } from './answer.ts';
import { chrome, ownLanguageLinks } from './chrome.ts';
import type { Context } from './context.ts';
import { renderDocument } from './views/document.ts';
import type { Alternate } from './views/head.tsx';
import { Layout } from './views/layout.tsx';
import type { Link } from './views/link.ts';

/** A page of Greffe's own, under `/-/`, as against a page of the wiki. */
export interface OwnPage {
  /** Of its reader: what `askedLanguage` gives. */
  readonly language: string;
  readonly title: string;
  /** Where it stands among the wiki's folders; the root by default. */
  readonly folder?: string;
  /** From that folder to it: the pages of Greffe's own that it is under. */
  readonly parents?: readonly Link[];
  /** Its address, where navigation or the breadcrumb may hold it. */
  readonly href?: string;
  readonly status?: number;
  /** Feeds, and other forms of the same page. */
  readonly alternates?: readonly Alternate[];
  /** Its absolute address; only a page that has one is offered to search engines. */
  readonly canonical?: string;
  /** Whether it has the field of the search, which the header then does without. */
  readonly searches?: boolean;
  readonly content: Child;
}

/** The answer with such a page, inside the frame of the site, in each of the wiki's languages. */
export async function ownPage(context: Context, page: OwnPage): Promise<Answer> {
  const {
    language,
    title,
    folder = '',
    parents = [],
    href = '',
    status = 200,
    alternates,
    canonical,
    searches,
    content,
  } = page;
  const frame = await chrome(context, { language, folder, href });
  const { search: _, ...site } = frame.site;
  const html = renderDocument(
    <Layout
      {...frame}
      ancestors={[...(frame.ancestors ?? []), ...parents]}
      site={searches ? site : frame.site}
      languages={ownLanguageLinks(context, language)}
      title={title}
      unlisted={canonical === undefined}
      {...(alternates && { alternates })}
      {...(canonical !== undefined && { canonical })}
    >
      {content}
    </Layout>,
  );
  return htmlAnswer(status, html, { 'content-language': language });
}
