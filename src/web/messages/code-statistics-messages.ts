import type { StatisticName } from '../register/statistic-names.ts';

/** Words around the statistics of the register. */
export interface CodeStatisticsMessages {
  readonly codeStatistics: {
    readonly of: Readonly<Record<StatisticName, { readonly title: string; readonly description: string }>>;
    readonly parts: Readonly<Record<'licensed' | 'heritage', { readonly yes: string; readonly no: string }>>;
    readonly year: string;
    readonly created: string;
    readonly inAll: string;
    readonly score: string;
    readonly fromTo: (from: number, to: number) => string;
    readonly share: string;
    readonly what: string;
    readonly table: string;
    readonly percent: (part: number) => string;
    readonly download: (format: string, title: string) => string;
  };
}
