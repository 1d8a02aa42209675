import type { Forge } from '../../../wiki/register-files/accounts-file.ts';
import { FORGE_NAMES, type ForgeKind } from '../../../wiki/register-files/forge-kind.ts';
import type { Platforms } from '../../../wiki/register-files/platforms-file.ts';
import type { Answer } from '../../answer.ts';
import { type Context, messagesOf } from '../../context.ts';
import { registerFile } from '../../register/register-files.ts';
import { listParent } from '../../register/register-page.tsx';
import { valuePage } from './value.tsx';

/** A forge: `/-/code/forge/gitlab.com`. */
export async function forgePage(
  context: Context,
  language: string,
  host: string,
): Promise<Answer | undefined> {
  const { code, codePages: words } = messagesOf(context, language);
  const program = await programOf(context, host);
  return await valuePage(context, language, {
    facet: 'forge',
    value: host,
    kind: 'forge',
    title: host,
    parents: [listParent(context, language, 'forges')],
    facts: program === undefined ? [] : [{ name: words.program, value: FORGE_NAMES[program] }],
    links: [{ label: code.open(host), href: `https://${host}/` }],
  });
}

/** What program it runs, as the files of the register say. */
async function programOf(context: Context, host: string): Promise<ForgeKind | undefined> {
  const platforms = (await registerFile(context, 'platforms')) as Platforms | undefined;
  const forges = (await registerFile(context, 'accounts')) as readonly Forge[] | undefined;
  return forges?.find((forge) => forge.host === host)?.kind ?? platforms?.get(host);
}
