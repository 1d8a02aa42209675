import { type ListSettings, localized } from '../../config/settings.ts';
import { listsOf } from '../../mail/list.ts';
import type { Lists } from '../../mail/lists.ts';
import type { Site } from '../../wiki/site.ts';
import type { Context } from '../context.ts';

/** A list that anyone may read, as a reader of `language` is shown it. */
export interface ListPlace {
  readonly name: string;
  readonly settings: ListSettings;
  readonly title: string;
  readonly description: string | undefined;
  readonly language: string;
  /** Where its messages are read. */
  readonly archives: Lists;
}

/** The lists whose archives are public, in the order of the settings. */
export function publicLists({ site, lists }: Pick<Context, 'site' | 'lists'>, language: string): ListPlace[] {
  if (!lists) return [];
  return listsOf(site.settings).flatMap(({ name, settings }) => {
    if (settings.read !== 'everyone') return [];
    const { title, description } = settings;
    return {
      name,
      settings,
      language,
      archives: lists,
      title: title === undefined ? name : localized(title, language),
      description: description === undefined ? undefined : localized(description, language),
    };
  });
}

export function findList(
  context: Pick<Context, 'site' | 'lists'>,
  name: string,
  language: string,
): ListPlace | undefined {
  return publicLists(context, language).find((list) => list.name === name);
}

export function hasPublicLists({ settings }: Pick<Site, 'settings'>): boolean {
  return Object.values(settings.lists).some(({ read }) => read === 'everyone');
}
