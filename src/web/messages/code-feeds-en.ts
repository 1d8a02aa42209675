import type { CodeFeedsMessages } from './code-feeds-messages.ts';

export const englishCodeFeedsMessages: CodeFeedsMessages = {
  codeFeeds: {
    follow: 'Follow',
    repositories: 'New repositories',
    releases: 'Releases',
    of: (title, filters) => `${title}: ${filters}`,
    subtitles: {
      repositories: 'The repositories that were created last.',
      releases: 'The latest releases of repositories.',
    },
    search: (text) => `“${text}”`,
    releaseOf: (repository, release) => `${repository}: ${release}`,
    released: (repository, date) => `A release of ${repository}, of ${date}.`,
    created: (date) => `Created on ${date}.`,
  },
};
