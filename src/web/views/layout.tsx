import type { Child } from 'hono/jsx';
import type { Messages } from '../messages/messages.ts';
import { Breadcrumb } from './breadcrumb.tsx';
import { type Alternate, Head, type HeadProps } from './head.tsx';
import { type LanguageLink, LanguageSwitch } from './language-switch.tsx';
import type { Link } from './link.ts';
import { Navigation, type NavigationItem } from './navigation.tsx';
import { HeaderSearch, type SearchFormProps } from './search-form.tsx';
import { type LastChange, SiteFooter } from './site-footer.tsx';

export type { Alternate, Assets, OpenGraph } from './head.tsx';
export type { LanguageLink } from './language-switch.tsx';
export type { NavigationItem } from './navigation.tsx';
export type { LastChange } from './site-footer.tsx';

/** What is the same on all pages of a site in one language. */
export interface Site {
  readonly title: string;
  /** The home page in this language. */
  readonly homeHref: string;
  readonly navigation: readonly NavigationItem[];
  /** The page being read, where the navigation may hold it. */
  readonly here?: string;
  readonly licence?: { readonly name: string; readonly href?: string };
  /** Where to search; nowhere while there is no index. */
  readonly search?: Omit<SearchFormProps, 'messages' | 'text'>;
  /** Links of the footer. */
  readonly links?: readonly Link[];
  /** The feeds of the whole site. */
  readonly feeds?: readonly Alternate[];
}

export interface LayoutProps extends Omit<HeadProps, 'siteTitle'> {
  /** The interface, in the language that goes with the page's. */
  readonly messages: Messages;
  readonly site: Site;
  /** The page in each of its languages; a single one shows no switch. */
  readonly languages?: readonly LanguageLink[];
  /** From the home page to the page's parent; none on the home page. */
  readonly ancestors?: readonly Link[];
  readonly lastChange?: LastChange;
  readonly sourceHref?: string;
  /** How to follow this very page. */
  readonly followHref?: string;
  /** How to change this very page. */
  readonly improveHref?: string;
  readonly children?: Child;
}

/** The document around every page: head, header, navigation, main, footer. */
export function Layout(props: LayoutProps) {
  const { messages, site, languages = [], ancestors = [], children, ...head } = props;
  const words = messages.layout;
  const { client } = messages;
  return (
    <html lang={messages.locale}>
      <Head {...head} siteTitle={site.title} alternates={alternatesOf(props)} />
      <body
        data-copy={client.copy}
        data-copied={client.copied}
        data-copy-failed={client.copyFailed}
        data-table={client.table}
        data-code={client.code}
        data-diagram={client.diagram}
        data-diagram-source={client.diagramSource}
      >
        <a class="skip-link" href="#page:content">
          {words.skipToContent}
        </a>
        <header class="site-header">
          <div class="site-header-inner">
            <a class="site-title" href={site.homeHref}>
              {site.title}
            </a>
            {site.search && <HeaderSearch messages={messages} {...site.search} />}
            {languages.length > 1 && <LanguageSwitch messages={messages} languages={languages} />}
          </div>
        </header>
        <div class={site.navigation.length > 0 ? 'site-body has-navigation' : 'site-body'}>
          {site.navigation.length > 0 && (
            <Navigation messages={messages} items={site.navigation} here={site.here} />
          )}
          <div class="page">
            {ancestors.length > 0 && <Breadcrumb messages={messages} ancestors={ancestors} />}
            <main id="page:content" tabindex={-1}>
              {children}
            </main>
          </div>
        </div>
        <SiteFooter
          messages={messages}
          siteTitle={site.title}
          lastChange={props.lastChange}
          sourceHref={props.sourceHref}
          followHref={props.followHref}
          improveHref={props.improveHref}
          licence={site.licence}
          links={site.links}
        />
      </body>
    </html>
  );
}

/** Those of the page, then the feeds of the site that it has not named. */
function alternatesOf({ alternates = [], site: { feeds = [] } }: LayoutProps): readonly Alternate[] {
  const own = new Set(alternates.map(({ href }) => href));
  return [...alternates, ...feeds.filter(({ href }) => !own.has(href))];
}
