import type { CodeFeedsMessages } from './code-feeds-messages.ts';

export const frenchCodeFeedsMessages: CodeFeedsMessages = {
  codeFeeds: {
    follow: 'Suivre',
    repositories: 'Nouveaux dépôts',
    releases: 'Versions publiées',
    of: (title, filters) => `${title}\u00a0: ${filters}`,
    subtitles: {
      repositories: 'Les derniers dépôts créés.',
      releases: 'Les dernières versions publiées des dépôts.',
    },
    search: (text) => `«\u00a0${text}\u00a0»`,
    releaseOf: (repository, release) => `${repository}\u00a0: ${release}`,
    released: (repository, date) => `Une version de ${repository}, du ${date}.`,
    created: (date) => `Créé le ${date}.`,
  },
};
