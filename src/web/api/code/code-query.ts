import { z } from 'zod';
import { CODE_FILTERS, CODE_FLAGS, type CodeFilterName } from '../../../store/code-facets.ts';
import type { CodeRequest } from '../../../store/code-request.ts';
import type { Context } from '../../context.ts';
import { type AskedCode, askedCode, codeAddressOf } from '../../register/asked-code.ts';
import { codeRequest } from '../../register/code-request.ts';
import { text } from '../parameters.ts';

/** What chooses a value of a facet. */
type Filter = z.ZodOptional<z.ZodType<string>>;

const filters = Object.fromEntries(
  CODE_FILTERS.map((name): [string, Filter] => [
    name,
    (CODE_FLAGS.includes(name) ? z.enum(['yes', 'no']) : text(500)).optional(),
  ]),
) as Readonly<Record<CodeFilterName, Filter>>;

/** What a search of the register asks, under the names of the addresses of its page. */
export const codeSearch = { q: text(300).optional(), ...filters };

export interface CodeSearch {
  readonly asked: AskedCode;
  readonly request: CodeRequest;
  /** The page where people read what it finds. */
  readonly url: string;
}

/** A search as its page understands it. */
export function codeSearchOf(
  { site, origin }: Pick<Context, 'site' | 'origin'>,
  query: Readonly<Record<string, unknown>>,
): CodeSearch {
  const names: readonly string[] = ['q', 'sort', ...CODE_FILTERS];
  const given = Object.entries(query).filter(
    (entry): entry is [string, string] => names.includes(entry[0]) && typeof entry[1] === 'string',
  );
  const asked = askedCode(new URLSearchParams(given));
  return {
    asked,
    request: codeRequest({ site }, asked),
    url: origin + codeAddressOf(site, site.defaultLanguage, asked),
  };
}
