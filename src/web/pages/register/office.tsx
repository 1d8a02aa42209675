import { codeAddress } from '../../../register/address.ts';
import { codeAccountNames } from '../../../store/code-addresses.ts';
import { codeTally } from '../../../store/code-tallies.ts';
import type { Answer } from '../../answer.ts';
import { type Context, messagesOf, ownAddress } from '../../context.ts';
import { codePage } from '../../register/addresses.ts';
import { facetNames } from '../../register/facet-names.ts';
import { officesOf } from '../../register/register-files.ts';
import { listParent, registerPageAnswer } from '../../register/register-page.tsx';
import { webLink } from '../../register/web-link.ts';
import { DateOf } from '../../views/date.tsx';
import { OfficePage } from '../../views/register/office-page.tsx';
import { descriptionOf } from './offices.tsx';

/** A free-software office, by its address without the scheme: `/-/code/office/code.gouv.fr`. */
export async function officePage(
  context: Context,
  language: string,
  alias: string,
): Promise<Answer | undefined> {
  const { ask, site } = context;
  const office = (await officesOf(context))?.find((one) => one.alias === alias);
  if (!office) return undefined;
  const messages = messagesOf(context, language);
  const { code, codePages: words } = messages;
  const addresses = office.code.flatMap((url) => codeAddress(url)?.alias ?? []);
  const named = new Map(
    (await ask(codeAccountNames, addresses.toSorted())).map((one) => [one.address, one.name]),
  );
  const accounts = await Promise.all(
    addresses.map(async (address) => ({
      label: named.get(address) ?? address,
      detail: address,
      href: ownAddress(site, codePage('account', address), language),
      count: (await ask(codeTally, 'account', address))?.count,
    })),
  );
  const nameOf = await facetNames(context, language, { organisations: [office.organisation] });
  const policy = webLink(office.policy ?? null);
  const facts = [
    office.organisation !== undefined && {
      name: words.organisation,
      value: (
        <a href={ownAddress(site, codePage('organisation', office.organisation), language)}>
          {nameOf('organisation', office.organisation)}
        </a>
      ),
    },
    office.country !== undefined && { name: words.country, value: office.country },
    office.email !== undefined && {
      name: code.facts.email,
      value: <a href={`mailto:${office.email}`}>{office.email}</a>,
    },
    office.created !== undefined && {
      name: code.facts.created,
      value: <DateOf iso={office.created} messages={messages} />,
    },
    policy !== undefined && {
      name: code.facts.policy,
      value: (
        <a href={policy} rel="external nofollow">
          {office.policy}
        </a>
      ),
    },
  ];
  return await registerPageAnswer(context, {
    language,
    title: office.name,
    parents: [listParent(context, language, 'offices')],
    isOffered: true,
    content: (
      <OfficePage
        messages={messages}
        name={office.name}
        description={descriptionOf(office.description, language)}
        site={{ label: words.officeSite, href: webLink(office.url) ?? '' }}
        facts={facts.filter((fact) => fact !== false)}
        // An account of which the register knows nothing has no page here: its own address leads to it.
        accounts={accounts.map(({ count, ...one }) =>
          count === undefined && !named.has(one.detail)
            ? { ...one, href: `https://${one.detail}`, count: '' }
            : { ...one, count: messages.number(count ?? 0) },
        )}
      />
    ),
  });
}
