import { type AccountRecord, keptAccount } from '../../../register/record.ts';
import { codeAccount } from '../../../store/code-addresses.ts';
import { countCode } from '../../../store/code-listing.ts';
import type { Answer } from '../../answer.ts';
import { type Context, messagesOf, ownAddress } from '../../context.ts';
import { codePage } from '../../register/addresses.ts';
import { codeWith } from '../../register/asked-code.ts';
import { codeFeedLinks } from '../../register/code-feed-links.ts';
import { facetNames } from '../../register/facet-names.ts';
import { valueAddress } from '../../register/facet-view.ts';
import { listParent, registerPageAnswer } from '../../register/register-page.tsx';
import { webLink } from '../../register/web-link.ts';
import { DateOf } from '../../views/date.tsx';
import { AccountPage } from '../../views/register/account-page.tsx';
import type { CodeFact } from '../../views/register/code-facts.tsx';

/** An account on a forge: `/-/code/account/gitlab.com/exemple`. One of which only repositories are known has a page too. */
export async function accountPage(
  context: Context,
  language: string,
  address: string,
): Promise<Answer | undefined> {
  const { ask, site } = context;
  const row = await ask(codeAccount, address);
  const at = row?.address ?? address;
  const { count } = await ask(countCode, { tokens: [], filters: { account: at } });
  if (!row && count === 0) return undefined;
  const words = messagesOf(context, language).code;
  const record = row && keptAccount(row.record);
  const url = webLink(record?.organization_url ?? `https://${at}`);
  const href = ownAddress(site, codePage('account', at), language);
  const forge = at.split('/', 1)[0] as string;
  const { alternates, feeds } = codeFeedLinks(
    context,
    language,
    { text: '', filters: { account: at } },
    row?.name ?? at,
  );
  return await registerPageAnswer(context, {
    language,
    title: row?.name ?? at,
    href,
    parents: [
      listParent(context, language, 'forges'),
      { label: forge, href: ownAddress(site, codePage('forge', forge), language) },
    ],
    alternates: count > 0 ? alternates : [],
    isOffered: true,
    content: (
      <AccountPage
        messages={messagesOf(context, language)}
        name={row?.name ?? at}
        description={record?.description ?? null}
        {...(url !== undefined && { open: { label: words.open(forge), href: url } })}
        {...(count > 0 && {
          repositories: { label: words.see(count), href: codeWith(site, language, 'account', at) },
        })}
        feeds={count > 0 ? feeds : []}
        facts={record ? await factsOf(context, language, row, record) : []}
      />
    ),
  });
}

async function factsOf(
  context: Context,
  language: string,
  row: { organisation: string | null; policy: string | null; office: string | null; forge: string },
  record: AccountRecord,
): Promise<CodeFact[]> {
  const messages = messagesOf(context, language);
  const { facts, yes, no } = messages.code;
  const nameOf = await facetNames(context, language, { organisations: [row.organisation] });
  const outside = (written: string | null) => {
    const href = webLink(written);
    return href === undefined ? (
      written
    ) : (
      <a href={href} rel="external nofollow">
        {written}
      </a>
    );
  };
  const within = (facet: 'organisation' | 'forge', value: string | null) =>
    value && <a href={valueAddress(context, language, facet, value)}>{nameOf(facet, value)}</a>;
  const all: readonly (readonly [string, CodeFact['value'] | undefined])[] = [
    [facts.organisation, within('organisation', row.organisation)],
    [facts.forge, within('forge', row.forge)],
    [facts.website, outside(record.website)],
    [facts.location, record.location],
    [facts.email, record.email],
    [facts.created, record.creation_date && <DateOf iso={record.creation_date} messages={messages} />],
    [facts.followers, record.followers_count === null ? undefined : messages.number(record.followers_count)],
    [facts.verified, record.is_verified === null ? undefined : record.is_verified ? yes : no],
    [facts.policy, outside(row.policy)],
    [facts.office, outside(row.office)],
  ];
  return all.flatMap(([name, value]) =>
    value === undefined || value === null || value === '' ? [] : [{ name, value }],
  );
}
