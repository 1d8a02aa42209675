import { knownLicence } from '../../../register/licence-freedom.ts';
import type { CodeFacet } from '../../../store/code-facets.ts';
import { codeTallies, countCodeValues } from '../../../store/code-tallies.ts';
import type { CodeTallyTable } from '../../../store/code-tally-table.ts';
import type { Answer } from '../../answer.ts';
import { type Context, messagesOf, ownAddress } from '../../context.ts';
import { CODE_LISTS, type CodeList } from '../../register/addresses.ts';
import { valueAddress } from '../../register/facet-view.ts';
import { registerPageAnswer } from '../../register/register-page.tsx';
import { ValuesPage } from '../../views/register/values-page.tsx';

const PER_PAGE = 100;
const MAX_PAGE = 1_000;

/** All values of a facet, the most frequent first: `/-/code/licences?page=2`. */
export async function valuesPage(
  context: Context,
  language: string,
  list: CodeList,
  facet: CodeFacet,
): Promise<Answer> {
  const { ask, site, query } = context;
  const messages = messagesOf(context, language);
  const words = messages.codePages;
  const total = await ask(countCodeValues, facet);
  const pages = Math.max(1, Math.ceil(total / PER_PAGE));
  const page = Math.min(Math.max(Math.floor(Number(query.get('page') ?? 1)) || 1, 1), pages, MAX_PAGE);
  const rows = await ask(codeTallies, { facet, limit: PER_PAGE, offset: (page - 1) * PER_PAGE });
  const href = (page: number) =>
    ownAddress(site, CODE_LISTS[list], language, page === 1 ? {} : { page: String(page) });
  return await registerPageAnswer(context, {
    language,
    title: words.titles[list],
    href: href(page),
    parents: [],
    isOffered: total > 0,
    content: (
      <ValuesPage
        messages={messages}
        title={words.titles[list]}
        intro={words.intros[list]}
        total={total}
        rows={rows.map((row) => ({
          ...counted(row, messages.number),
          label: row.value,
          href: valueAddress(context, language, facet, row.value) ?? '',
          ...(facet === 'licence' && { freedom: freedomOf(row.value, messages) }),
        }))}
        hasFreedom={facet === 'licence'}
        pager={{ page, pages: Math.min(pages, MAX_PAGE), href }}
      />
    ),
  });
}

function counted({ count, stars, forks }: CodeTallyTable, number: (value: number) => string) {
  return { count: number(count), stars: number(stars), forks: number(forks) };
}

/** Who calls a licence free: `OSI, FSF`. */
function freedomOf(licence: string, { code }: ReturnType<typeof messagesOf>): string {
  const { osi, fsf } = knownLicence(licence);
  if (osi === 'unknown') return code.unknown;
  const those = [...(osi === 'yes' ? ['OSI'] : []), ...(fsf === 'yes' ? ['FSF'] : [])];
  return those.length > 0 ? those.join(', ') : code.no;
}
