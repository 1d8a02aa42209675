import type { TableDefinition } from './table-definition.ts';

/** How many repositories have a value of a facet, and how often those were starred and forked. */
export interface CodeTallyTable {
  /** A facet; `all`, of which the value is empty; `licensed`, whether it has a licence; `score`, of which each value is the least of five hundred points. */
  facet: string;
  /** As its column has it: 0 or 1 of a flag. */
  value: string;
  count: number;
  stars: number;
  forks: number;
}

export const tallyTables: Readonly<Record<'code_tally', TableDefinition>> = {
  code_tally: {
    columns: { facet: 'text', value: 'text', count: 'integer', stars: 'bigint', forks: 'bigint' },
    key: ['facet', 'value'],
    indexes: [['facet', 'count']],
  },
};

/** PostgreSQL gives sums and large integers as text. */
export function numberedTally({ facet, value, count, stars, forks }: CodeTallyTable): CodeTallyTable {
  return { facet, value, count: Number(count), stars: Number(stars), forks: Number(forks) };
}
