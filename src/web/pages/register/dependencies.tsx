import { purlWithoutVersion } from '../../../register/dependencies/purl.ts';
import { codeTallies, countCodeValues } from '../../../store/code-tallies.ts';
import type { Answer } from '../../answer.ts';
import { type Context, messagesOf, ownAddress } from '../../context.ts';
import { CODE_LISTS, codePage } from '../../register/addresses.ts';
import { packageNamed } from '../../register/package-name.ts';
import { listParent, registerPageAnswer } from '../../register/register-page.tsx';
import { DependenciesPage } from '../../views/register/dependencies-page.tsx';
import { valuePage } from './value.tsx';

const PER_PAGE = 100;

/** Ecosystems of packages, as package URLs name them, and as people do. */
const ECOSYSTEMS: Readonly<Record<string, string>> = {
  npm: 'npm',
  pypi: 'Python (PyPI)',
  maven: 'Java (Maven)',
  composer: 'PHP (Composer)',
  gem: 'Ruby',
  golang: 'Go',
  cargo: 'Rust',
};

/** The packages that most repositories depend on: `/-/code/dependencies?ecosystem=npm`. */
export async function dependenciesPage(context: Context, language: string): Promise<Answer> {
  const { ask, site, query } = context;
  const messages = messagesOf(context, language);
  const words = messages.codePages;
  const asked = query.get('ecosystem') ?? '';
  const ecosystem = Object.hasOwn(ECOSYSTEMS, asked) ? asked : undefined;
  const prefix = ecosystem === undefined ? '' : `pkg:${ecosystem}/`;
  const total = await ask(countCodeValues, 'dependency', prefix);
  const pages = Math.max(1, Math.ceil(total / PER_PAGE));
  const page = Math.min(Math.max(Math.floor(Number(query.get('page') ?? 1)) || 1, 1), pages);
  const rows = await ask(codeTallies, {
    facet: 'dependency',
    prefix,
    limit: PER_PAGE,
    offset: (page - 1) * PER_PAGE,
  });
  const href = (ecosystem: string | undefined, page = 1) =>
    ownAddress(site, CODE_LISTS.dependencies, language, {
      ...(ecosystem !== undefined && { ecosystem }),
      ...(page > 1 && { page: String(page) }),
    });
  const there = await Promise.all(
    Object.keys(ECOSYSTEMS).map(
      async (one) => [one, await ask(countCodeValues, 'dependency', `pkg:${one}/`)] as const,
    ),
  );
  return await registerPageAnswer(context, {
    language,
    title: words.titles.dependencies,
    href: href(ecosystem, page),
    parents: [],
    isOffered: total > 0,
    content: (
      <DependenciesPage
        messages={messages}
        ecosystems={[
          { label: words.allEcosystems, href: href(undefined), isHere: ecosystem === undefined },
          ...there
            .filter(([, count]) => count > 0)
            .map(([one]) => ({
              label: ECOSYSTEMS[one] as string,
              href: href(one),
              isHere: one === ecosystem,
            })),
        ]}
        packages={rows.map(({ value, count }) => ({
          ...packageNamed(value),
          ecosystem: ECOSYSTEMS[packageNamed(value).ecosystem] ?? packageNamed(value).ecosystem,
          href: ownAddress(site, codePage('dependency', value), language),
          count: messages.number(count),
        }))}
        pager={{ page, pages, href: (page) => href(ecosystem, page) }}
      />
    ),
  });
}

/** Who depends on a package, named by its address without a version: `/-/code/dependencies/pkg:npm/vue`. */
export async function dependencyPage(
  context: Context,
  language: string,
  address: string,
): Promise<Answer | undefined> {
  const { codePages: words } = messagesOf(context, language);
  // A path of the web is decoded once: what a package URL has encoded is to be so again.
  const purl = purlWithoutVersion(address);
  const { name, ecosystem } = packageNamed(purl);
  return await valuePage(context, language, {
    facet: 'dependency',
    value: purl,
    kind: 'dependency',
    title: name,
    parents: [listParent(context, language, 'dependencies')],
    facts: [
      { name: words.ecosystem, value: ECOSYSTEMS[ecosystem] ?? ecosystem },
      { name: words.identifier, value: <code>{purl}</code> },
    ],
  });
}
