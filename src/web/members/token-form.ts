import { makeAccessToken, TOKEN_DAYS } from '../../members/access.ts';
import { rolesOf } from '../../members/roles.ts';
import { readTokenScopes } from '../../members/token-scopes.ts';
import { accessTokensOf } from '../../store/sessions.ts';
import type { Context } from '../context.ts';
import { oneLine } from '../pages/members/one-line.ts';
import type { TokenFault } from '../views/members/tokens-section.tsx';
import { type Member, secondsOf } from './visitor.ts';

const MAX_LABEL = 100;

/** Of one person, those that ended left out. */
const MAX_TOKENS = 50;

/** Makes a token for somebody with a role, as the form says; undefined for who has none any more. */
export async function makeToken(
  context: Context,
  { folded, address }: Member,
  fields: URLSearchParams,
): Promise<{ readonly token: string } | { readonly tokenFault: TokenFault } | undefined> {
  const label = oneLine(fields, 'label', MAX_LABEL) || 'git';
  const asked = fields.getAll('scope');
  // A form that says nothing of it is one of before tokens had scopes.
  const scopes = fields.has('days') || asked.length > 0 ? readTokenScopes(asked) : (['push'] as const);
  const typed = fields.get('days') ?? String(TOKEN_DAYS);
  const days = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
  if (scopes.length === 0) return { tokenFault: 'scopes' };
  if (days < 1 || days > TOKEN_DAYS) return { tokenFault: 'days' };
  const now = secondsOf(context);
  const { lists } = context.site.settings;
  return await context.wiki.database.write(async (writer) => {
    if ((await rolesOf(writer, address, { lists, now })).length === 0) return undefined;
    const tokens = await accessTokensOf(writer, folded);
    if (tokens.filter(({ expires_at }) => expires_at > now).length >= MAX_TOKENS)
      return { tokenFault: 'many' as const };
    return { token: await makeAccessToken(writer, { folded, label, scopes, days, now }) };
  });
}
