import { tokenHash } from '../../mail/tokens.ts';
import { type Held, rolesOf } from '../../members/roles.ts';
import { hasTokenScope, type TokenScope } from '../../members/token-scopes.ts';
import type { AccessTokenTable } from '../../store/member-tables.ts';
import { accessTokenOf, markTokenUsed } from '../../store/sessions.ts';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { secondsOf } from '../members/visitor.ts';
import { problemAnswer } from './problem.ts';

/** Who a program asks for: somebody, by a token of theirs. */
export interface Caller {
  readonly folded: string;
  readonly address: string;
  readonly held: readonly Held[];
  readonly token: AccessTokenTable;
}

/** How often a token says that it is used: not with each request. */
const TOUCH_SECONDS = 3_600;

/**
 * Who asks, by the token of the Authorization header (RFC 6750, 2.1), where it is good for what is asked; or what is wrong. Of
 * a token that never was and of one that ended or was revoked the same is said.
 */
export async function callerOf(
  context: Context,
  authorization: string | undefined,
  scope: TokenScope,
): Promise<Caller | Answer> {
  const [, text = ''] = /^Bearer +([a-z2-7]{10,60})$/i.exec(authorization ?? '') ?? [];
  if (text === '') return unknown(authorization === undefined ? '' : ', error="invalid_token"');
  const { wiki, site } = context;
  const now = secondsOf(context);
  const token = await accessTokenOf(wiki.database.reader, tokenHash(text), now);
  if (!token) return unknown(', error="invalid_token"');
  if (!hasTokenScope(token, scope)) return insufficient(scope);
  if ((token.used_at ?? 0) < now - TOUCH_SECONDS)
    await wiki.database.write((writer) => markTokenUsed(writer, token.hash, now));
  const held = await rolesOf(wiki.database.reader, token.folded, { lists: site.settings.lists, now });
  const address = held.find(({ grant }) => grant)?.grant?.address ?? token.folded;
  return { folded: token.folded, address, held, token };
}

function unknown(error: string): Answer {
  return problemAnswer(
    401,
    {},
    { 'cache-control': 'no-store', 'www-authenticate': `Bearer realm="Greffe"${error}` },
  );
}

function insufficient(scope: TokenScope): Answer {
  const challenge = `Bearer realm="Greffe", error="insufficient_scope", scope="${scope}"`;
  return problemAnswer(
    403,
    { detail: `This token is not for ${scope}: make one on /-/account that is.` },
    { 'cache-control': 'no-store', 'www-authenticate': challenge },
  );
}
