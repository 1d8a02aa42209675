import { tokensSought } from '../../register/found-by.ts';
import { languagesOf } from '../../register/register-context.ts';
import type { CodeRequest } from '../../store/code-request.ts';
import { Analyser } from '../../wiki/search/analyse.ts';
import type { Context } from '../context.ts';
import type { AskedCode } from './asked-code.ts';

/** What is asked of the index for a search and its filters. */
export function codeRequest(
  { site }: Pick<Context, 'site'>,
  { text, filters }: Pick<AskedCode, 'text' | 'filters'>,
): CodeRequest {
  const tokens =
    text === ''
      ? []
      : tokensSought(
          text,
          languagesOf(site).map((code) => new Analyser(code)),
        );
  return { tokens, filters };
}
