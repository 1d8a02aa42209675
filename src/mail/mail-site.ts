import { type Site, siteTitle } from '../wiki/site.ts';

/** What mails say of the site they come from. */
export interface MailSite {
  readonly title: (language: string) => string;
  /**
   * Its public address, without a final slash; undefined when the settings name none. Never that of a request: whoever
   * asks could have a mail lead elsewhere.
   */
  readonly origin: string | undefined;
  readonly defaultLanguage: string;
  readonly timezone: string;
}

export function mailSite(site: Site): MailSite {
  return {
    title: (language) => siteTitle(site, language),
    origin: site.settings.url?.replace(/\/$/, ''),
    defaultLanguage: site.defaultLanguage,
    timezone: site.settings.timezone,
  };
}
