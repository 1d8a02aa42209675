import { Invalid } from '../../config/errors.ts';
import { Register } from '../../register/register.ts';
import { type RegisterContext, registerContext } from '../../register/register-context.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import type { Values } from '../command.ts';
import { openWiki, WIKI_OPTIONS } from '../open-wiki.ts';

/** What every command about the register takes. */
export const REGISTER_OPTIONS = { ...WIKI_OPTIONS, wiki: { type: 'string' } } as const;

export const REGISTER_OPTIONS_HELP = `  --wiki REPOSITORY  the wiki whose register it is, as for greffe serve (default: .)
  --data DIR         where the register is kept (register.git), as for greffe serve
  --config FILE      settings that go before those of the repository's greffe.yml

It may run while greffe serve does. Exit codes: 0 done, 1 could not, 2 not understood.
`;

/** The register of a wiki, opened for a command. */
export interface OpenedRegister {
  readonly wiki: Wiki;
  readonly register: Register;
  readonly context: RegisterContext;
}

/** Does some work with the register of a wiki; gives its exit code. */
export async function withRegister(
  values: Values,
  work: (opened: OpenedRegister) => Promise<number>,
): Promise<number> {
  const { wiki, operator } = await openWiki(values, values.wiki === undefined ? '.' : String(values.wiki));
  try {
    await wiki.update();
    const site = await wiki.site();
    if (!site) throw new Invalid('The wiki has no index yet.', 'Make it with greffe index.');
    const register = await Register.open(operator.dataFolder, wiki.database);
    try {
      const context = await registerContext(wiki.database.reader, wiki.objects, site);
      for (const { path, line, message } of context.findings)
        process.stderr.write(`greffe: ${path}, line ${line}: ${message}.\n`);
      return await work({ wiki, register, context });
    } finally {
      register.close();
    }
  } finally {
    await wiki.close();
  }
}
