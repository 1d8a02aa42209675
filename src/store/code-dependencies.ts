import type { CodeDependencyTable } from './code-dependency-table.ts';
import type { Reader } from './database.ts';

/** What a repository depends on, by its number: packages without their versions, in their order. */
export function codeDependencies(
  reader: Reader,
  repository: number,
): Promise<Pick<CodeDependencyTable, 'purl' | 'is_direct'>[]> {
  return reader
    .selectFrom('code_dependency')
    .select(['purl', 'is_direct'])
    .where('repository', '=', repository)
    .orderBy('purl')
    .execute();
}

/** The packages that most repositories depend on, those of one ecosystem (`npm`) where one is named. */
export async function mostUsedPackages(
  reader: Reader,
  { ecosystem, limit }: { readonly ecosystem?: string | undefined; readonly limit: number },
): Promise<{ purl: string; count: number }[]> {
  let packages = reader
    .selectFrom('code_dependency')
    .select((e) => ['purl', e.fn.countAll().as('count')] as const);
  if (ecosystem !== undefined)
    packages = packages.where('purl', '>=', `pkg:${ecosystem}/`).where('purl', '<', `pkg:${ecosystem}0`);
  const rows = await packages.groupBy('purl').orderBy('count', 'desc').orderBy('purl').limit(limit).execute();
  return rows.map(({ purl, count }) => ({ purl, count: Number(count) }));
}
