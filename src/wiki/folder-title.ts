import { localized } from '../config/settings.ts';
import { humanName } from './page.ts';
import { nameOf, resolvePath } from './paths.ts';
import type { Site } from './site.ts';

/** What to call a folder that has no page of its own: as the navigation of the settings does, else by its name. */
export function folderTitle(folder: string, language: string, { settings }: Site): string {
  for (const entry of settings.navigation ?? []) {
    if (typeof entry === 'string' || !('path' in entry) || entry.title === undefined) continue;
    if (resolvePath('', entry.path) === folder) return localized(entry.title, language);
  }
  return humanName(nameOf(folder));
}
