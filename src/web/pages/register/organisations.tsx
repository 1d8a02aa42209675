import {
  codeAccountsOfAll,
  codeOrganisations,
  unnamedOrganisations,
} from '../../../store/code-organisations.ts';
import type { Answer } from '../../answer.ts';
import { type Context, messagesOf, ownAddress } from '../../context.ts';
import { codePage } from '../../register/addresses.ts';
import { registerPageAnswer } from '../../register/register-page.tsx';
import { type OrganisationNode, OrganisationsPage } from '../../views/register/organisations-page.tsx';

/** More do not fit a page: those without repositories are left out first. */
const MAX_ORGANISATIONS = 100_000;
const MAX_SHOWN = 3_000;
const MAX_UNNAMED = 500;
const ACCOUNTS_SHOWN = 3;

type Row = Awaited<ReturnType<typeof codeOrganisations>>[number];

/** The organisations as a tree: `/-/code/organisations`. */
export async function organisationsPage(context: Context, language: string): Promise<Answer> {
  const { ask, site } = context;
  const messages = messagesOf(context, language);
  const words = messages.codePages;
  const all = await ask(codeOrganisations, MAX_ORGANISATIONS);
  const shown = all.length > MAX_SHOWN ? all.filter(({ count }) => count > 0) : all;
  const unnamed = await ask(unnamedOrganisations, MAX_UNNAMED);
  const accounts = Map.groupBy(
    await ask(
      codeAccountsOfAll,
      unnamed.map(({ id }) => id),
    ),
    ({ organisation }) => organisation,
  );
  const href = (id: string) => ownAddress(site, codePage('organisation', id), language);
  const below = Map.groupBy(shown.slice(0, MAX_SHOWN), ({ parent }) => parent);
  const node = ({ id, name, count }: Row): OrganisationNode => ({
    label: name,
    href: href(id),
    count: messages.number(count),
    below: (below.get(id) ?? []).map(node),
  });
  return await registerPageAnswer(context, {
    language,
    title: words.titles.organisations,
    parents: [],
    isOffered: all.length > 0,
    content: (
      <OrganisationsPage
        messages={messages}
        tree={(below.get(null) ?? []).map(node)}
        unnamed={unnamed.map(({ id, count }) => ({
          label: words.unnamed(id),
          href: href(id),
          count: messages.number(count),
          detail: (accounts.get(id) ?? [])
            .slice(0, ACCOUNTS_SHOWN)
            .map(({ name }) => name)
            .join(', '),
          below: [],
        }))}
      />
    ),
  });
}
