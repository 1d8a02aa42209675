import type { TokenMessages } from './token-messages.ts';

export const englishTokenMessages: TokenMessages = {
  tokens: {
    scopesLegend: 'What it may be used for',
    scopes: {
      propose: 'propose changes by git push -o propose',
      push: 'git push, where your roles let you write',
      'api:read': 'read by the API what is yours to read',
      'api:write': 'decide of proposals by the API, where your roles let you',
    },
    days: 'For how many days it is good',
    daysHelp: 'From 1 to 365.',
    faults: {
      scopes: 'Say what the token may be used for.',
      days: 'A token is good for 1 to 365 days.',
      many: 'You have 50 tokens: revoke some first.',
    },
    revokeOf: (label) => `Revoke the token ${label}`,
    apiUse: 'Programs send it to the API as Authorization: Bearer, and then the token.',
  },
};
