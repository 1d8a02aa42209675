import type { CodeRepositoryTable } from './code-tables.ts';

/** What repositories can be told apart by. */
export const CODE_FACETS = [
  'organisation',
  'ministry',
  'account',
  'language',
  'licence',
  'forge',
  'topic',
  'kind',
  'year',
  'fork',
  'archived',
  'template',
  'publiccode',
  'contributing',
  'releases',
  'heritage',
] as const;
export type CodeFacet = (typeof CODE_FACETS)[number];

/** What they can be chosen by: besides, what they depend on, of which there is too much to be told apart by. */
export const CODE_FILTERS = [...CODE_FACETS, 'dependency'] as const;
export type CodeFilterName = (typeof CODE_FILTERS)[number];

/** Which column tells a facet. A flag is `yes` or `no`; what is unknown is neither. */
export const FACET_COLUMNS = {
  ministry: 'ministry',
  account: 'account',
  language: 'language',
  licence: 'licence',
  forge: 'forge',
  kind: 'kind',
  year: 'created_year',
  fork: 'is_fork',
  archived: 'is_archived',
  template: 'is_template',
  publiccode: 'has_publiccode',
  contributing: 'has_contributing',
  releases: 'has_releases',
  heritage: 'in_heritage',
} as const satisfies Partial<Record<CodeFacet, keyof CodeRepositoryTable>>;

/** Those of which the values are `yes` and `no`. */
export const CODE_FLAGS: readonly CodeFilterName[] = [
  'fork',
  'archived',
  'template',
  'publiccode',
  'contributing',
  'releases',
  'heritage',
];
