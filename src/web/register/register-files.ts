import { codeAddress } from '../../register/address.ts';
import { fileAt } from '../../store/files.ts';
import { REGISTER_READERS, type RegisterFile } from '../../wiki/register-files/named-files.ts';
import type { Office } from '../../wiki/register-files/offices-file.ts';
import type { Remarkable } from '../../wiki/register-files/remarkable-file.ts';
import type { Context } from '../context.ts';

/** A file that the register is made from, as it is now; undefined where the settings name none that is there. */
export async function registerFile<N extends RegisterFile>(
  { ask, site, wiki }: Context,
  name: N,
): Promise<ReturnType<(typeof REGISTER_READERS)[N]>['value'] | undefined> {
  const path = site.settings.register?.[name];
  const file = path === undefined ? undefined : await ask(fileAt, path);
  if (!file) return undefined;
  const { value } = REGISTER_READERS[name]((await wiki.objects.read(file.oid)).toString());
  return value as ReturnType<(typeof REGISTER_READERS)[N]>['value'];
}

/** The offices, each with the name that its page has in addresses. */
export async function officesOf(
  context: Context,
): Promise<readonly (Office & { readonly name: string; readonly alias: string })[] | undefined> {
  const offices = (await registerFile(context, 'offices')) as readonly Office[] | undefined;
  return offices?.map((office) => ({ ...office, alias: officeAlias(office.url) }));
}

/** The name of an office in addresses, from its own: `code.gouv.fr`. */
export function officeAlias(url: string): string {
  return codeAddress(url)?.alias ?? url;
}

/** The remarkable projects, each with the address that repositories are known by. */
export async function remarkableOf(
  context: Context,
): Promise<readonly (Remarkable & { readonly alias: string | undefined })[] | undefined> {
  const projects = (await registerFile(context, 'remarkable')) as readonly Remarkable[] | undefined;
  return projects?.map((project) => ({ ...project, alias: codeAddress(project.url)?.alias }));
}
