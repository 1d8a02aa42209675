import { DATASETS } from '../../../register/exports/datasets.ts';
import { filesOf, PUBLISHED_FILES, TABLES } from '../../../register/exports/files.ts';
import type { Answer } from '../../answer.ts';
import { askedLanguage, type Context, messagesOf, ownAddress } from '../../context.ts';
import { ownPage } from '../../own-page.tsx';
import { CODE, CODE_DATA } from '../../register/addresses.ts';
import { FORMAT_NAMES } from '../../register/format-names.ts';
import { describedRegister } from '../../register/open-data.ts';
import { DataPage } from '../../views/register/data-page.tsx';

const FEEDS = [
  ['latest-repositories', 'latest'],
  ['latest-releases', 'releases'],
  ['publiccode-findings', 'findings'],
] as const;

/** The register as open data, for people: `/-/code/data`. */
export async function dataPage(context: Context): Promise<Answer> {
  const { site, origin } = context;
  const language = askedLanguage(context);
  const messages = messagesOf(context, language);
  const words = messages.openData;
  const { licence, publisher, modified, clone } = await describedRegister(context, language);
  const href = ownAddress(site, CODE_DATA, language);
  const own = (name: string) => ownAddress(site, `${CODE}/${name}`, language);
  return await ownPage(context, {
    language,
    title: words.link,
    href,
    parents: [{ label: messages.code.title, href: ownAddress(site, CODE, language) }],
    canonical: origin + href,
    alternates: [
      { type: 'application/rss+xml', href: own('latest-repositories.xml'), title: words.latest },
      { type: 'application/ld+json', href: own('catalog.jsonld'), title: words.catalogue },
    ],
    content: (
      <DataPage
        messages={messages}
        tables={TABLES.map((table) => ({
          name: table,
          title: DATASETS[table].title[messages.locale],
          description: DATASETS[table].description[messages.locale],
          files: filesOf(table).map(({ name, format }) => ({
            label: FORMAT_NAMES[format],
            href: `${CODE}/${name}`,
          })),
          columns: DATASETS[table].columns.map(({ name, type, meaning }) => ({
            name,
            type,
            meaning: meaning[messages.locale],
          })),
        }))}
        published={PUBLISHED_FILES.map(({ name }) => ({ label: name, href: `${CODE}/${name}` }))}
        descriptions={[
          { label: words.dataPackage, href: own('datapackage.json') },
          { label: words.catalogue, href: own('catalog.jsonld') },
          ...FEEDS.map(([name, title]) => ({ label: words[title], href: own(`${name}.atom`) })),
          ...(site.settings.register?.remarkable === undefined
            ? []
            : [{ label: words.awesomeLink, href: own('awesome.md') }]),
        ]}
        {...(licence && { licence })}
        publisher={publisher}
        {...(modified !== undefined && { modified })}
        {...(clone !== undefined && { clone })}
      />
    ),
  });
}
