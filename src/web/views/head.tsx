import { raw } from 'hono/html';

/** Another address of the same page: a `hreflang` (BCP 47 or `x-default`) or a feed. */
export interface Alternate {
  readonly href: string;
  readonly hreflang?: string;
  /** Media type, as `application/atom+xml` or `text/markdown`. */
  readonly type?: string;
  readonly title?: string;
}

/** What the Open Graph protocol (ogp.me) says of the page; addresses are absolute. */
export interface OpenGraph {
  readonly type: 'article' | 'website';
  readonly url: string;
  readonly image?: string;
  /** ISO 8601. */
  readonly modified?: string;
}

export interface Assets {
  readonly stylesheets: readonly string[];
  /** The client script, a module. */
  readonly script: string;
  readonly icon?: string;
}

export interface HeadProps {
  readonly assets: Assets;
  /** The page's own title; left out on the home page, whose title is the site's. */
  readonly title?: string;
  readonly siteTitle: string;
  readonly contentLanguage: string;
  readonly description?: string;
  /** Absolute address. */
  readonly canonical?: string;
  readonly alternates?: readonly Alternate[];
  readonly openGraph?: OpenGraph;
  /** A JSON-LD value (schema.org). */
  readonly structuredData?: unknown;
  /** Keep the page out of search engines: histories, errors, drafts. */
  readonly unlisted?: boolean;
  /** Where no script runs, load the page again after that many seconds. */
  readonly refreshSeconds?: number;
}

/** The `<head>` of every page. */
export function Head(props: HeadProps) {
  const { assets, siteTitle, openGraph, description } = props;
  const title = props.title === undefined ? siteTitle : `${props.title} – ${siteTitle}`;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title lang={props.contentLanguage}>{title}</title>
      {description && <meta name="description" content={description} />}
      {props.unlisted && <meta name="robots" content="noindex" />}
      {props.refreshSeconds !== undefined && (
        <noscript>
          <meta http-equiv="refresh" content={`${props.refreshSeconds}`} />
        </noscript>
      )}
      <meta name="color-scheme" content="light dark" />
      {assets.stylesheets.map((href) => (
        <link rel="stylesheet" href={href} />
      ))}
      <script type="module" src={assets.script} />
      {assets.icon && <link rel="icon" href={assets.icon} />}
      {props.canonical && <link rel="canonical" href={props.canonical} />}
      {props.alternates?.map(({ href, hreflang, type, title }) => (
        <link rel="alternate" hreflang={hreflang} type={type} title={title} href={href} />
      ))}
      {openGraph && (
        <>
          <meta property="og:title" content={props.title ?? siteTitle} />
          <meta property="og:site_name" content={siteTitle} />
          <meta property="og:type" content={openGraph.type} />
          <meta property="og:url" content={openGraph.url} />
          <meta property="og:locale" content={props.contentLanguage.replace('-', '_')} />
          {description && <meta property="og:description" content={description} />}
          {openGraph.image && <meta property="og:image" content={openGraph.image} />}
          {openGraph.modified && <meta property="article:modified_time" content={openGraph.modified} />}
        </>
      )}
      {props.structuredData !== undefined && (
        <script type="application/ld+json">{raw(scriptSafeJson(props.structuredData))}</script>
      )}
    </head>
  );
}

/** JSON that cannot end the `<script>` it stands in, whatever its strings hold (HTML, "Restrictions for contents of script elements"). */
export function scriptSafeJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}
