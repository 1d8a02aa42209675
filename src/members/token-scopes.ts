import type { AccessTokenTable } from '../store/member-tables.ts';

/** What a token may be used for, from the least to the most. */
export const TOKEN_SCOPES = ['propose', 'push', 'api:read', 'api:write'] as const;

export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** Who may push may propose as well. */
const WIDER: Readonly<Partial<Record<TokenScope, TokenScope>>> = { propose: 'push' };

/** Those of some words that are scopes, each once, in their order. */
export function readTokenScopes(words: readonly string[]): TokenScope[] {
  return TOKEN_SCOPES.filter((scope) => words.includes(scope));
}

export function scopesOfToken({ scopes }: Pick<AccessTokenTable, 'scopes'>): TokenScope[] {
  return readTokenScopes(scopes.split(' '));
}

export function hasTokenScope(token: Pick<AccessTokenTable, 'scopes'>, scope: TokenScope): boolean {
  const scopes = scopesOfToken(token);
  const wider = WIDER[scope];
  return scopes.includes(scope) || (wider !== undefined && scopes.includes(wider));
}
