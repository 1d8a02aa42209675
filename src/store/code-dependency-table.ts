import type { Kysely } from 'kysely';
import { createTables, type TableDefinition } from './table-definition.ts';

/** A package that a repository depends on. */
export interface CodeDependencyTable {
  repository: number;
  /** Its address, without a version: `pkg:npm/vue`. */
  purl: string;
  /** 1 where the repository itself asks for it, 0 where something else brings it, null where no file says. */
  is_direct: number | null;
}

const dependencyTables: Readonly<Record<'code_dependency', TableDefinition>> = {
  code_dependency: {
    columns: { repository: 'integer', purl: 'text', is_direct: 'integer' },
    nullable: ['is_direct'],
    key: ['repository', 'purl'],
    indexes: [['purl', 'repository']],
  },
};

/** What files of repositories say: flags to tell them apart by, and what they depend on. The index is made again. */
export async function addRegisterFiles(db: Kysely<unknown>, engine: 'sqlite' | 'postgresql'): Promise<void> {
  for (const flag of ['has_contributing', 'has_releases', 'in_heritage'])
    await db.schema.alterTable('code_repository').addColumn(flag, 'integer').execute();
  await createTables(db, engine, dependencyTables);
}
