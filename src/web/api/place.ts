/** Where the API is, of which this is the first version. */
export const API = '/-/api/v1';

/** Its description, for programs (OpenAPI). */
export const DESCRIPTION = '/-/openapi.json';

/** Its description, for people. */
export const DOCUMENTATION = '/-/api';

/** Programs of any site may read the answers, and these headers of them (Fetch, “CORS protocol”). */
export const API_HEADERS: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Link',
  vary: 'accept, accept-encoding',
  'x-robots-tag': 'noindex',
};
