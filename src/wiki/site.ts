import { localized, type Settings, type SettingsProblem } from '../config/settings.ts';

/** What the index knows of the wiki as a whole: its settings, and what was deduced where they are silent. */
export interface Site {
  readonly settings: Settings;
  readonly settingsProblems: readonly SettingsProblem[];
  readonly defaultLanguage: string;
  /** Those it is written in, the default one first: they have a home page, or the settings name them. */
  readonly languages: readonly string[];
  /** The codes that count as a language at the end of a file's name. */
  readonly suffixes: readonly string[];
  /** Those that a page whose name says nothing may be in. */
  readonly candidates: readonly string[];
  /** What told the default language; `pages` when it took more than the home page. */
  readonly deducedFrom: 'settings' | 'home' | 'pages';
  /** The title of the home page by language, for want of one in the settings. */
  readonly homeTitles: Readonly<Record<string, string>>;
  /** The repository's name, for want of any title. */
  readonly name: string;
}

export function siteTitle({ settings, homeTitles, defaultLanguage, name }: Site, language: string): string {
  if (settings.title !== undefined) return localized(settings.title, language);
  return homeTitles[language] ?? homeTitles[defaultLanguage] ?? name;
}
