import type { TokenMessages } from './token-messages.ts';

export const frenchTokenMessages: TokenMessages = {
  tokens: {
    scopesLegend: 'À quoi il peut servir',
    scopes: {
      propose: 'proposer des modifications par git push -o propose',
      push: 'git push, là où vos rôles vous laissent écrire',
      'api:read': 'lire par l’API ce que vous pouvez lire',
      'api:write': 'décider de propositions par l’API, là où vos rôles le permettent',
    },
    days: 'Pendant combien de jours il est valable',
    daysHelp: 'De 1 à 365.',
    faults: {
      scopes: 'Dites à quoi le jeton peut servir.',
      days: 'Un jeton est valable de 1 à 365 jours.',
      many: 'Vous avez 50 jetons\u202f: révoquez-en d’abord.',
    },
    revokeOf: (label) => `Révoquer le jeton ${label}`,
    apiUse: 'Les programmes l’envoient à l’API ainsi\u202f: Authorization: Bearer, puis le jeton.',
  },
};
