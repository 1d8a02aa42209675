import type { Software } from '../../../register/software/software.ts';
import { softwareOf } from '../../../store/software-listing.ts';
import type { Answer } from '../../answer.ts';
import { type Context, ownAddress } from '../../context.ts';
import { ownPage } from '../../own-page.tsx';
import { SOFTWARE, SOFTWARE_PAGES, softwarePage } from '../../software/addresses.ts';
import { softwareFactsOf } from '../../software/software-facts.tsx';
import { descriptionOf, recordOf, type SoftwareWords, softwareWords } from '../../software/software-words.ts';
import { type ComparedRow, ComparePage } from '../../views/software/compare-page.tsx';

const MAX_COMPARED = 3;

/** Two or three software side by side: `/-/software/compare?with=3&with=4`. */
export async function softwareComparePage(context: Context, language: string): Promise<Answer> {
  const { ask, site, query } = context;
  const words = softwareWords(site, language);
  const { messages } = words;
  const asked = [...new Set(query.getAll('with').map((key) => key.slice(0, 200).replaceAll('\0', '')))];
  const rows = await ask(softwareOf, asked.slice(0, MAX_COMPARED));
  const ordered = asked.flatMap((key) => rows.find((row) => row.key === key) ?? []);
  return await ownPage(context, {
    language,
    title: messages.software.compare,
    href: ownAddress(site, SOFTWARE_PAGES.compare, language),
    parents: [{ label: messages.software.title, href: ownAddress(site, SOFTWARE, language) }],
    content: (
      <ComparePage
        messages={messages}
        catalogueHref={ownAddress(site, SOFTWARE, language)}
        software={ordered.map(({ key, name }) => ({
          label: name,
          href: ownAddress(site, softwarePage(key), language),
        }))}
        rows={comparedRows(context, language, ordered.map(recordOf), words)}
        isTooMany={asked.length > MAX_COMPARED}
      />
    ),
  });
}

/** What is known of any of them, a line each, in the order of a page of one. */
function comparedRows(
  context: Context,
  language: string,
  all: readonly Software[],
  words: SoftwareWords,
): ComparedRow[] {
  const { facts } = words.messages.software;
  const known = all.map(
    (software) =>
      new Map(softwareFactsOf(context, language, software, words).map(({ name, value }) => [name, value])),
  );
  const names = [...new Set(known.flatMap((one) => [...one.keys()]))];
  const list = (values: readonly string[]) => values.join(', ') || undefined;
  const rows: ComparedRow[] = [
    {
      name: facts.description,
      values: all.map((software) => {
        const description = descriptionOf(software, language, context.site);
        return description && <span lang={description.language}>{description.text}</span>;
      }),
    },
    ...names.map((name) => ({ name, values: known.map((one) => one.get(name)) })),
    { name: facts.similar, values: all.map(({ similar }) => list(similar.map(({ name }) => name))) },
    { name: facts.providers, values: all.map(({ providers }) => list(providers.map(({ name }) => name))) },
    { name: facts.instances, values: all.map(({ instances }) => list(instances.map(({ url }) => url))) },
  ];
  return rows.filter(({ values }) => values.some((value) => value !== undefined));
}
