import type { TableDefinition } from './table-definition.ts';

/** A proposal that is approved and that the home of the wiki, elsewhere, has not taken yet. Times are seconds since 1970. */
export interface PushBackTable {
  proposal: number;
  /** How often it was tried. */
  tries: number;
  /** Not before. */
  next_at: number;
  /** Why the home did not take it. */
  said: string;
}

export const pushBackTables: Readonly<Record<'push_back', TableDefinition>> = {
  push_back: {
    columns: { proposal: 'integer', tries: 'integer', next_at: 'bigint', said: 'text' },
    key: ['proposal'],
  },
};
