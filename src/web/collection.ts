import { localized } from '../config/settings.ts';
import type { CollectionOrder } from '../wiki/collections.ts';
import { folderTitle } from '../wiki/folder-title.ts';
import { resolvePath } from '../wiki/paths.ts';
import type { Context } from './context.ts';

/** A collection that the settings name, as they name it to a reader. */
export interface Collection {
  readonly name: string;
  readonly folder: string;
  readonly title: string;
  readonly order: CollectionOrder;
}

export function findCollection(
  { site }: Pick<Context, 'site'>,
  name: string,
  language: string,
): Collection | undefined {
  const settings = Object.hasOwn(site.settings.collections, name)
    ? site.settings.collections[name]
    : undefined;
  const folder = settings && resolvePath('', settings.path);
  if (!settings || folder === undefined) return undefined;
  const title =
    settings.title === undefined ? folderTitle(folder, language, site) : localized(settings.title, language);
  return { name, folder, title, order: settings.order };
}
