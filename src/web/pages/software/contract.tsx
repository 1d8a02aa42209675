import { pageAt } from '../../../store/pages.ts';
import { countSoftware } from '../../../store/software-listing.ts';
import { encodeAddress } from '../../../wiki/addresses.ts';
import { fileAddress } from '../../../wiki/data-addresses.ts';
import type { Answer } from '../../answer.ts';
import { type Context, ownAddress } from '../../context.ts';
import { ownPage } from '../../own-page.tsx';
import { contractPage, SOFTWARE } from '../../software/addresses.ts';
import { softwareWith } from '../../software/asked-software.ts';
import { softwareWords } from '../../software/software-words.ts';
import { studiesBySoftware, tableAt } from '../../software/wiki-files.ts';
import { ContractPage } from '../../views/software/contract-page.tsx';
import { missingPage } from '../missing.tsx';
import { pageItem } from './software.tsx';

const DAY_MS = 86_400_000;

/** A support contract: `/-/software/contracts/NAME`. */
export async function softwareContractPage(
  context: Context,
  language: string,
  name: string,
): Promise<Answer> {
  const { ask, site, origin, now } = context;
  const contracts = site.settings.software?.contracts ?? {};
  const contract = Object.hasOwn(contracts, name) ? contracts[name] : undefined;
  if (!contract) return await missingPage(context, language);
  const words = softwareWords(site, language);
  const { messages } = words;
  const of = messages.software;
  const page = contract.page === undefined ? undefined : await ask(pageAt, contract.page);
  const covered = await ask(countSoftware, { tokens: [], filters: { contract: name } });
  const table =
    contract.beneficiaries === undefined ? undefined : await tableAt(context, contract.beneficiaries);
  const studies = [...(await studiesBySoftware(context, language)).values()].flat();
  const today = new Date(now).toISOString().slice(0, 10);
  const isOver = contract.until !== undefined && contract.until < today;
  const href = ownAddress(site, contractPage(name), language);
  const made = await ownPage(context, {
    language,
    title: words.contract(name),
    href,
    parents: [{ label: of.title, href: ownAddress(site, SOFTWARE, language) }],
    canonical: origin + href,
    content: (
      <ContractPage
        messages={messages}
        name={words.contract(name)}
        dates={[
          ...(contract.from === undefined ? [] : [of.contractFrom(messages.date(contract.from))]),
          ...(contract.until === undefined
            ? []
            : [(isOver ? of.contractOver : of.contractUntil)(messages.date(contract.until))]),
        ]}
        {...(page && {
          presentation: { label: page.title, href: encodeAddress(page.address) },
          about: page.description,
        })}
        {...(covered > 0 && {
          covered: { label: of.covered(covered), href: softwareWith(site, language, 'contract', name) },
        })}
        {...(table &&
          contract.beneficiaries !== undefined && {
            beneficiaries: { count: table.rowCount, href: fileAddress(contract.beneficiaries) },
          })}
        kept={language === site.defaultLanguage ? [] : [['lang', language]]}
        studies={onceEach(studies.map((study) => pageItem(study, words.day)))}
      />
    ),
  });
  // On the day after its last, it is over.
  return contract.until === undefined || isOver
    ? made
    : { ...made, until: Date.parse(contract.until) + DAY_MS };
}

/** A study of several software is one study. */
function onceEach<T extends { href?: string }>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [item.href, item])).values()];
}
