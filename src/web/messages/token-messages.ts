import type { TokenScope } from '../../members/token-scopes.ts';

/** Words of tokens: what they may be used for, and until when. */
export interface TokenMessages {
  readonly tokens: {
    readonly scopesLegend: string;
    readonly scopes: Readonly<Record<TokenScope, string>>;
    readonly days: string;
    readonly daysHelp: string;
    readonly faults: Readonly<Record<'scopes' | 'days' | 'many', string>>;
    readonly revokeOf: (label: string) => string;
    readonly apiUse: string;
  };
}
