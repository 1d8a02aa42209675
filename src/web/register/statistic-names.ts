/** What is counted, in the order of the page; each has its picture and its table under this name. */
export const STATISTICS = [
  'growth',
  'licensed',
  'licences',
  'languages',
  'forges',
  'heritage',
  'scores',
  'organisations',
  'organisations-stars',
  'organisations-forks',
  'accounts-followers',
] as const;

export type StatisticName = (typeof STATISTICS)[number];
