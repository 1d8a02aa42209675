import {
  codeAccountDetails,
  codeAccountsOf,
  codeOrganisation,
  codeOrganisationsAbove,
} from '../../../store/code-organisations.ts';
import type { Answer } from '../../answer.ts';
import { type Context, messagesOf, ownAddress } from '../../context.ts';
import { codePage } from '../../register/addresses.ts';
import { officeAlias, officesOf } from '../../register/register-files.ts';
import { listParent } from '../../register/register-page.tsx';
import { webLink } from '../../register/web-link.ts';
import type { Link } from '../../views/link.ts';
import { OrganisationParts } from '../../views/register/organisation-parts.tsx';
import { valuePage } from './value.tsx';

const MAX_ACCOUNTS = 200;
const DIRECTORY = 'https://lannuaire.service-public.fr/recherche?whoWhat=';

/** An organisation, its services, its accounts: `/-/code/organisation/IDENTIFIER`. */
export async function organisationPage(
  context: Context,
  language: string,
  id: string,
): Promise<Answer | undefined> {
  const { ask, site } = context;
  const messages = messagesOf(context, language);
  const words = messages.codePages;
  const { own, below } = await ask(codeOrganisation, id);
  const above = own ? await ask(codeOrganisationsAbove, id) : [];
  const accounts = await ask(codeAccountsOf, id, MAX_ACCOUNTS);
  const details = await ask(codeAccountDetails, id);
  const offices = (await officesOf(context)) ?? [];
  const linkTo = (id: string, label: string): Link => ({
    label,
    href: ownAddress(site, codePage('organisation', id), language),
  });
  const officeLinks = [
    ...offices.filter((office) => office.organisation === id),
    ...offices.filter(({ url }) => details.offices.some((one) => officeAlias(one) === officeAlias(url))),
  ].map(({ name, alias }) => ({ label: name, href: ownAddress(site, codePage('office', alias), language) }));
  const known = new Set(officeLinks.map(({ href }) => href));
  const outside = details.offices.filter(
    (url) => !known.has(ownAddress(site, codePage('office', officeAlias(url)), language)),
  );
  const asLink = (written: string) => {
    const href = webLink(written);
    return href === undefined ? [] : [{ label: written, href }];
  };
  const title = own?.name ?? words.unnamed(id);
  return await valuePage(context, language, {
    facet: 'organisation',
    value: id,
    kind: 'organisation',
    title,
    isKnown: own !== undefined || accounts.length > 0,
    parents: [
      listParent(context, language, 'organisations'),
      ...above.map((one) => linkTo(one.id, one.name)),
    ],
    facts: [{ name: words.identifier, value: <code>{id}</code> }],
    links:
      own && /^[0-9a-f-]{36}$/.test(id)
        ? [{ label: words.directory, href: DIRECTORY + encodeURIComponent(own.name) }]
        : [],
    content: (
      <OrganisationParts
        messages={messages}
        below={below.map((one) => linkTo(one.id, one.name))}
        accounts={accounts.map(({ address, name, count }) => ({
          label: name ?? address,
          detail: address,
          href: ownAddress(site, codePage('account', address), language),
          count: messages.number(count),
        }))}
        offices={[
          ...new Map([...officeLinks, ...outside.flatMap(asLink)].map((link) => [link.href, link])).values(),
        ]}
        policies={details.policies.flatMap(asLink)}
      />
    ),
  });
}
