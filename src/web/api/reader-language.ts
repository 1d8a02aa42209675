import type { Context } from '../context.ts';
import { BadQuery } from './bad-query.ts';

/** The language asked for, or the wiki's own; throws {@link BadQuery} for one that the wiki is not in. */
export function readerLanguage({ site }: Pick<Context, 'site'>, asked: string | undefined): string {
  if (asked === undefined) return site.defaultLanguage;
  if (site.languages.includes(asked)) return asked;
  throw new BadQuery([
    {
      parameter: 'language',
      detail: `the wiki is not in “${asked}”`,
      expected: `one of: ${site.languages.join(', ')}`,
    },
  ]);
}
