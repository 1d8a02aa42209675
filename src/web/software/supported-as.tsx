import { softwareOfRepository } from '../../store/software-listing.ts';
import { type Context, messagesOf, ownAddress } from '../context.ts';
import type { CodeFact } from '../views/register/code-facts.tsx';
import { softwarePage } from './addresses.ts';

/** Which supported software a repository is the source of, as a fact of its page; none where it is of none. */
export async function supportedAs(
  context: Context,
  language: string,
  repository: string,
): Promise<CodeFact[]> {
  const { ask, site } = context;
  if (!site.settings.software) return [];
  const software = await ask(softwareOfRepository, repository);
  if (software.length === 0) return [];
  return [
    {
      name: messagesOf(context, language).software.supported,
      value: software.map(({ key, name }, at) => (
        <>
          {at > 0 && ', '}
          <a href={ownAddress(site, softwarePage(key), language)}>{name}</a>
        </>
      )),
    },
  ];
}
