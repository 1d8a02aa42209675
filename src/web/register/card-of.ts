import type { RepositoryRecord } from '../../register/record.ts';
import type { CodeRepositoryTable } from '../../store/code-tables.ts';
import { type Context, messagesOf, ownAddress } from '../context.ts';
import type { CodeCardProps } from '../views/register/code-card.tsx';
import { codePage } from './addresses.ts';
import { marksOf } from './marks.ts';

/** A repository in a list; `account` is what its account is called. */
export function cardOf(
  { site }: Pick<Context, 'site'>,
  language: string,
  row: CodeRepositoryTable,
  account: string,
): CodeCardProps {
  const { description, last_update } = JSON.parse(row.record) as RepositoryRecord;
  return {
    href: ownAddress(site, codePage('repository', row.address), language),
    name: row.name,
    account: { label: account, href: ownAddress(site, codePage('account', row.account), language) },
    description,
    language: row.language,
    licence: row.licence,
    stars: row.stars,
    forks: row.forks,
    updated: last_update ?? undefined,
    marks: marksOf(row, messagesOf({ site }, language)),
  };
}
