import { Invalid } from '../config/errors.ts';
import { readMailAddress } from '../mail/mail-address.ts';
import type { Wiki } from '../wiki/wiki.ts';
import type { Values } from './command.ts';
import { stringOf } from './list/open.ts';
import { openWiki, WIKI_OPTIONS } from './open-wiki.ts';

/** What every command about members takes. */
export const MEMBER_OPTIONS = { ...WIKI_OPTIONS, wiki: { type: 'string' } } as const;

export const MEMBER_OPTIONS_HELP = `  --wiki REPOSITORY  the wiki, as for greffe serve (default: .)
  --data DIR         where its members are kept, as for greffe serve
  --config FILE      settings that go before those of the repository's greffe.yml

It may run while greffe serve does. Exit codes: 0 done, 1 could not, 2 not understood.
`;

/** Who does what the command line does, in the trail. */
export const OPERATOR = 'operator';

export async function withMembers(values: Values, work: (wiki: Wiki) => Promise<number>): Promise<number> {
  const { wiki } = await openWiki(values, stringOf(values.wiki) ?? '.');
  try {
    return await work(wiki);
  } finally {
    await wiki.close();
  }
}

/** An address that was typed; throws {@link Invalid} for what is none. */
export function addressOf(typed: string | undefined): string {
  const address = typed === undefined ? undefined : readMailAddress(typed);
  if (address !== undefined) return address;
  throw new Invalid(`${typed ?? 'Nothing'} is no mail address.`, 'Name one, such as ada@office.example.');
}
