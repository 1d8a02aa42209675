import type { Search } from '../../register/exports/datasets.ts';
import { tokensSought } from '../../register/found-by.ts';
import { languagesOf } from '../../register/register-context.ts';
import type { CodeRequest } from '../../store/code-request.ts';
import { Analyser } from '../../wiki/search/analyse.ts';
import type { Site } from '../../wiki/site.ts';
import { type AskedCode, askedCode, codeParameters } from './asked-code.ts';

/** What the database is asked for by a search. */
export function requestOf(site: Site, { text, filters }: AskedCode): CodeRequest {
  const analysers = languagesOf(site).map((code) => new Analyser(code));
  return { tokens: tokensSought(text, analysers), filters };
}

/** The search that an address says, and how its address is written; undefined where it asks for everything. */
export function searchOf(
  site: Site,
  query: URLSearchParams,
): (Search & { readonly written: string }) | undefined {
  const asked = { ...askedCode(query), page: 1 };
  const parameters = codeParameters(asked);
  if (parameters.length === 0) return undefined;
  const written = new URLSearchParams(parameters as [string, string][]).toString();
  return { request: requestOf(site, asked), sort: asked.sort, written };
}
