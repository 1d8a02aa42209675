import type { Reader } from './database.ts';

/** An account with how many follow it, and how many repositories it has. */
export interface FollowedAccount {
  readonly address: string;
  readonly name: string;
  readonly followers: number;
  readonly count: number;
}

/** The accounts that most people follow, `limit` at most; those of which nobody knows are left out. */
export async function followedAccounts(reader: Reader, limit: number): Promise<FollowedAccount[]> {
  const rows = await reader
    .selectFrom('code_account as a')
    .leftJoin('code_tally as t', (join) =>
      join.on('t.facet', '=', 'account').onRef('t.value', '=', 'a.address'),
    )
    .select(['a.address', 'a.name', 'a.followers', 't.count'])
    .where('a.followers', 'is not', null)
    .orderBy('a.followers', 'desc')
    .orderBy('a.address')
    .limit(limit)
    .execute();
  return rows.map(({ followers, count, ...row }) => ({
    ...row,
    followers: followers ?? 0,
    count: count ?? 0,
  }));
}
