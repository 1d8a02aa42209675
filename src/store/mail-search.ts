import { sql } from 'kysely';
import type { Reader } from './database.ts';
import { engineOf } from './engine.ts';
import { MAX_NUMBER } from './mail-messages.ts';
import type { MailMessageTable } from './mail-tables.ts';
import type { ProposalState } from './proposal-tables.ts';

/** What a message must have: one of these tokens, all of something, or any of it. Tokens are letters, digits, `_` and `.`. */
export type Wanted =
  | { readonly tokens: readonly string[] }
  | { readonly all: readonly Wanted[] }
  | { readonly any: readonly Wanted[] };

/** Which messages are looked for: those that have all of `all`, and nothing of `none`. */
export interface MailMatch {
  readonly all: readonly Wanted[];
  readonly none: readonly Wanted[];
  /** Sent at or after `since`, before `until`: seconds since 1970. */
  readonly since?: number | undefined;
  readonly until?: number | undefined;
  /** Patches of proposals in one of these states. */
  readonly states?: readonly ProposalState[] | undefined;
}

/** How many messages that have the words are looked at, for those of the right day. */
const MAX_LOOKED_AT = 20_000;
const STEP = 500;

/** The messages that match, those that came last first: so many with a number below `before`. */
export async function matchingMail(
  reader: Reader,
  match: MailMatch,
  { before = MAX_NUMBER, limit }: { readonly before?: number | undefined; readonly limit: number },
): Promise<MailMessageTable[]> {
  const { since, until, states } = match;
  if (match.all.length === 0) return [];
  if (since === undefined && until === undefined && states === undefined)
    return await rowsOf(reader, await candidates(reader, match, before, limit), match);
  const found: MailMessageTable[] = [];
  let below = before;
  for (let looked = 0; looked < MAX_LOOKED_AT && found.length < limit; looked += STEP) {
    const ids = await candidates(reader, match, below, STEP);
    found.push(...(await rowsOf(reader, ids, match)));
    if (ids.length < STEP) break;
    below = ids.at(-1) as number;
  }
  return found.slice(0, limit);
}

async function candidates(reader: Reader, match: MailMatch, below: number, limit: number): Promise<number[]> {
  const { rows } =
    engineOf(reader) === 'sqlite'
      ? await sql<{ id: number }>`select rowid as id from mail_words
          where mail_words match ${fts5(match)} and rowid < ${below} order by rowid desc limit ${limit}`.execute(
          reader,
        )
      : await sql<{
          id: number;
        }>`select id from mail_candidates(${tsquery(match)}, ${below}, ${limit}) as id`.execute(reader);
  return rows.map(({ id }) => id);
}

async function rowsOf(reader: Reader, ids: readonly number[], { since, until, states }: MailMatch) {
  if (ids.length === 0) return [];
  let rows = reader.selectFrom('mail_message').selectAll().where('id', 'in', ids).orderBy('id', 'desc');
  if (since !== undefined) rows = rows.where('sent_at', '>=', since);
  if (until !== undefined) rows = rows.where('sent_at', '<', until);
  if (states !== undefined)
    rows = rows.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('proposal_message')
          .innerJoin('revision', 'revision.id', 'proposal_message.revision')
          .innerJoin('proposal', 'proposal.number', 'revision.proposal')
          .select('proposal.number')
          .whereRef('proposal_message.list', '=', 'mail_message.list')
          .whereRef('proposal_message.message_id', '=', 'mail_message.message_id')
          .where('proposal.state', 'in', [...states]),
      ),
    );
  return await rows.execute();
}

/** The match as FTS5 reads it (sqlite.org/fts5.html, section 3). */
function fts5({ all, none }: MailMatch): string {
  const written = writer('AND', 'OR', (token) => `"${token}"`);
  const wanted = written({ all });
  return none.length === 0 ? wanted : `${wanted} NOT ${written({ any: none })}`;
}

/** The match as a `tsquery`. */
function tsquery({ all, none }: MailMatch): string {
  const written = writer('&', '|', (token) => `'${token}'`);
  return [written({ all }), ...none.map((one) => `!${written(one)}`)].join(' & ');
}

function writer(and: string, or: string, quoted: (token: string) => string): (wanted: Wanted) => string {
  const write = (wanted: Wanted): string => {
    const [parts, joint] =
      'tokens' in wanted
        ? [wanted.tokens.map(quoted), or]
        : 'all' in wanted
          ? [wanted.all.map(write), and]
          : [wanted.any.map(write), or];
    return `(${parts.join(` ${joint} `)})`;
  };
  return write;
}
