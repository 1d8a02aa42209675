import { codeAddress } from '../../register/address.ts';
import type { RepositoryRecord } from '../../register/record.ts';
import { codeRepository } from '../../store/code-addresses.ts';
import { fileAt } from '../../store/files.ts';
import { readRemarkable } from '../../wiki/register-files/remarkable-file.ts';
import type { Context } from '../context.ts';
import { webLink } from './web-link.ts';

/** A project that the wiki’s file of remarkable ones names; what the register knows of it, if anything. */
export interface RecommendedProject {
  readonly url: string;
  readonly name: string;
  readonly description: string | null;
  readonly added: string | undefined;
  readonly tested: string | undefined;
  readonly record: RepositoryRecord | undefined;
}

const MAX_PROJECTS = 1_000;

/** The remarkable projects, in the order of their file; undefined where the settings name none. */
export async function recommended({
  ask,
  site,
  wiki,
}: Context): Promise<readonly RecommendedProject[] | undefined> {
  const path = site.settings.register?.remarkable;
  const file = path === undefined ? undefined : await ask(fileAt, path);
  if (!file) return undefined;
  const { value } = readRemarkable((await wiki.objects.read(file.oid)).toString());
  const projects: RecommendedProject[] = [];
  for (const { url, added, tested } of value.slice(0, MAX_PROJECTS)) {
    const address = codeAddress(url);
    const href = webLink(url);
    if (!address || href === undefined) continue;
    const row = await ask(codeRepository, address.alias);
    const record = row && (JSON.parse(row.record) as RepositoryRecord);
    projects.push({
      url: href,
      name: record?.name ?? address.path.slice(address.path.lastIndexOf('/') + 1),
      description: record?.description ?? null,
      added,
      tested,
      record,
    });
  }
  return projects;
}
