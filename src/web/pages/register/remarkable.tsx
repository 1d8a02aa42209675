import type { RepositoryRecord } from '../../../register/record.ts';
import { codeRepositoriesAt } from '../../../store/code-addresses.ts';
import type { Answer } from '../../answer.ts';
import { type Context, messagesOf } from '../../context.ts';
import { cardOf } from '../../register/card-of.ts';
import { facetNames } from '../../register/facet-names.ts';
import { remarkableOf } from '../../register/register-files.ts';
import { registerPageAnswer } from '../../register/register-page.tsx';
import { webLink } from '../../register/web-link.ts';
import { RemarkablePage, type RemarkableProject } from '../../views/register/remarkable-page.tsx';
import { descriptionOf } from './offices.tsx';

/** The projects that are recommended: `/-/code/remarkable`. */
export async function remarkablePage(context: Context, language: string): Promise<Answer> {
  const { ask } = context;
  const messages = messagesOf(context, language);
  const projects = (await remarkableOf(context)) ?? [];
  const aliases = projects.flatMap(({ alias }) => alias ?? []);
  const rows = new Map(
    (await ask(codeRepositoriesAt, aliases.toSorted())).map(({ alias, ...row }) => [alias, row]),
  );
  const nameOf = await facetNames(context, language, {
    accounts: [...rows.values()].map(({ account }) => account),
  });
  const shown = projects.map(({ url, alias, added, tested }): RemarkableProject => {
    const row = alias === undefined ? undefined : rows.get(alias);
    if (!row) return { name: alias ?? url, href: webLink(url), added, tested };
    const { publiccode, releases } = JSON.parse(row.record) as RepositoryRecord;
    const card = cardOf(context, language, row, nameOf('account', row.account));
    const [release] = releases ?? [];
    return {
      name: publiccode?.name ?? card.name,
      added,
      tested,
      card: {
        ...card,
        name: publiccode?.name ?? card.name,
        description: descriptionOf(publiccode?.short_descriptions, language) ?? card.description,
      },
      kind: publiccode?.software_type ? nameOf('kind', publiccode.software_type) : undefined,
      status: publiccode?.development_status ?? undefined,
      maintenance: publiccode?.maintenance_type ?? undefined,
      release: release && {
        name: release.name || release.tag,
        date: release.date,
        href: webLink(release.url),
      },
    };
  });
  return await registerPageAnswer(context, {
    language,
    title: messages.codePages.titles.remarkable,
    parents: [],
    isOffered: shown.length > 0,
    content: <RemarkablePage messages={messages} projects={shown} />,
  });
}
