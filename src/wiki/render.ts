import { type Directive, type MarkdownDocument, parseMarkdown } from '../markdown/document.ts';
import {
  type ImageTarget,
  type LinkTarget,
  type MarkdownLabels,
  type RenderedMarkdown,
  renderMarkdown,
} from '../markdown/render.ts';
import { decodeText } from './decode.ts';
import { withoutFrontMatter } from './front-matter.ts';
import { type Destination, followLinks } from './links.ts';
import { MAX_PAGE_BYTES } from './page.ts';
import type { LinkingPage } from './places.ts';
import type { Site } from './site.ts';
import type { Ask } from './trace.ts';

/** A page that asks for more shows the rest as code. */
const MAX_DIRECTIVES = 50;

/** A page to render: its bytes, and who reads it. */
export interface Rendering {
  readonly page: LinkingPage;
  readonly bytes: Uint8Array;
  /** What `readPage` made of these bytes, where it did. */
  readonly document?: MarkdownDocument;
  readonly labels: MarkdownLabels;
  /** Its lead heading is shown as its title, above. */
  readonly titled: boolean;
  /** Whether each block says which lines it is from. */
  readonly lines?: boolean;
  /** The HTML of what a directive asks for; undefined to show its block as code. */
  readonly directive?: (directive: Directive) => Promise<string | undefined>;
}

/**
 * Renders a page with its links followed. A link to what does not exist becomes its text: no reader meets a dead link. A
 * page too large to be read is empty.
 */
export async function renderPage(
  ask: Ask,
  { page, bytes, document: parsed, labels, titled, lines, directive }: Rendering,
  site: Site,
): Promise<RenderedMarkdown> {
  const { text } = decodeText(bytes.length > MAX_PAGE_BYTES ? new Uint8Array() : bytes);
  const body = withoutFrontMatter(text);
  const document = parsed ?? parseMarkdown(body);
  const targets = document.references.map(({ target }) => target);
  const destinations = await followLinks(ask, page, targets, site);
  const to = (target: string): Destination => destinations.get(target) ?? { kind: 'external' };
  const shown = new Map<string, string | undefined>();
  for (const asked of document.directives.slice(0, MAX_DIRECTIVES)) {
    shown.set(directiveKey(asked), await directive?.(asked));
  }
  return await renderMarkdown(document, {
    labels,
    directive: (asked) => shown.get(directiveKey(asked)),
    omitLeadHeading: titled,
    ...(lines && { linesAbove: text.slice(0, text.length - body.length).split('\n').length - 1 }),
    link: (target) => linkTarget(to(target), target),
    image: (target) => imageTarget(to(target), target),
  });
}

function directiveKey({ line, name }: Directive): string {
  return `${line} ${name}`;
}

function linkTarget(destination: Destination, target: string): LinkTarget {
  switch (destination.kind) {
    case 'external':
      return { href: target, external: true };
    case 'here':
      return { href: destination.href };
    case 'missing':
      return { href: undefined };
    case 'local':
      return destination.language === undefined
        ? { href: destination.href }
        : { href: destination.href, hreflang: destination.language };
  }
}

function imageTarget(destination: Destination, target: string): ImageTarget {
  // An image that is not there is its alternative text.
  if (destination.kind === 'missing') return { src: '' };
  if (destination.kind !== 'local') return { src: target };
  const { width, height } = destination.file ?? {};
  return width != null && height != null
    ? { src: destination.href, width, height }
    : { src: destination.href };
}
