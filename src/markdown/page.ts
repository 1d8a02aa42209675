import type { Token } from 'markdown-it';
import { safeHref, safeSource } from './addresses.ts';
import type { Directive } from './directives.ts';
import { escapeHtml } from './entities.ts';
import type { Formula } from './formula.ts';
import type { Heading } from './heading.ts';
import { RawHtml } from './raw-html.ts';
import type { RenderOptions } from './render-options.ts';

/** What rendering one page needs beside its tokens. */
export interface PageOptions extends RenderOptions {
  /** The headings to show, by the token that opens them. */
  readonly headings: ReadonlyMap<Token, Heading>;
  /** The lead heading, when it is left out. */
  readonly omitted: Token | undefined;
  /** How many levels headings move down. */
  readonly shift: 0 | 1;
  /** The coloured HTML of blocks of code. */
  readonly coloured: ReadonlyMap<Token, string>;
  readonly formula: Formula;
  readonly directives: ReadonlyMap<Token, Directive>;
}

/** One page being written: the decisions that Markdown and raw HTML have in common, and what is open at this point. */
export class Page {
  readonly options: PageOptions;
  readonly raw: RawHtml;
  readonly #ids: Set<string>;
  /** Whether each Markdown link now open was written as a link. */
  readonly #links: boolean[] = [];

  constructor(options: PageOptions) {
    this.options = options;
    this.#ids = new Set([...options.headings.values()].map(({ slug }) => slug));
    this.raw = new RawHtml({
      link: (attributes, allowed) => this.#rawLink(attributes, allowed),
      image: (attributes) => this.#rawImage(attributes),
      heading: (name) => `h${Math.min(Math.max(Number(name.slice(1)) + options.shift, 2), 6)}`,
      claimId: (id) => this.#claimId(id),
    });
  }

  openLink(target: string, title: string | null): string {
    const tag = this.isInLink() ? undefined : this.#linkTag(target, title ? attribute('title', title) : '');
    this.#links.push(tag !== undefined);
    return tag ?? '';
  }

  closeLink(): string {
    return this.#links.pop() ? '</a>' : '';
  }

  /** HTML has no link inside a link. */
  isInLink(): boolean {
    return this.#links.includes(true) || this.raw.isInside('a');
  }

  /** An image, or its alternative where its address may not be loaded. */
  image(target: string, alt: string, attributes = ''): string {
    const { src, width, height } = this.options.image(target);
    const address = safeSource(src);
    if (address === undefined || address === '') return escapeHtml(alt);
    const size =
      width && height && !/ (?:width|height)=/.test(attributes)
        ? attribute('width', `${width}`) + attribute('height', `${height}`)
        : '';
    const start = `<img${attribute('src', address)}${attribute('alt', alt)}`;
    return `${start}${attributes}${size} loading="lazy" decoding="async">`;
  }

  #linkTag(target: string, attributes: string): string | undefined {
    // What may not be followed is not even asked about.
    if (safeHref(target) === undefined) return undefined;
    const { href, hreflang, external } = this.options.link(target);
    const address = href === undefined ? undefined : safeHref(href);
    if (address === undefined) return undefined;
    const language = hreflang ? attribute('hreflang', hreflang) : '';
    return `<a${attribute('href', address)}${language}${external ? ' rel="external"' : ''}${attributes}>`;
  }

  #rawLink(attributes: ReadonlyMap<string, string>, allowed: string): string | undefined {
    if (this.isInLink()) return undefined;
    const name = attributes.get('name') ?? '';
    const anchor = !attributes.has('id') && /^[^\s:]{1,200}$/.test(name) && this.#claimId(name);
    const common = allowed + (anchor ? attribute('id', name) : '');
    const target = attributes.get('href');
    const link = target === undefined ? undefined : this.#linkTag(target, common);
    return link ?? (common === '' ? undefined : `<a${common}>`);
  }

  #rawImage(attributes: ReadonlyMap<string, string>): string {
    const sizes = ['width', 'height'].filter((name) => /^\d{1,4}$/.test(attributes.get(name) ?? ''));
    const kept = sizes.map((name) => attribute(name, attributes.get(name) ?? '')).join('');
    const title = attributes.get('title');
    const target = attributes.get('src');
    if (target === undefined) return '';
    return this.image(target, attributes.get('alt') ?? '', kept + (title ? attribute('title', title) : ''));
  }

  #claimId(id: string): boolean {
    if (this.#ids.has(id)) return false;
    this.#ids.add(id);
    return true;
  }
}

/** ` name="value"`, escaped. */
export function attribute(name: string, value: string): string {
  return ` ${name}="${escapeHtml(value)}"`;
}
