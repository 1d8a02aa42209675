import type { StaticSiteMessages } from './static-site-messages.ts';

export const englishStaticSiteMessages: StaticSiteMessages = {
  staticSite: {
    moved: 'This page has moved',
    lost: 'There is no page at this address.',
    search: 'Search',
    words: 'Words to look for',
    searchNeedsScript:
      'The search runs in your browser, and needs JavaScript to do so. Without it, the navigation leads to every page.',
    searching: 'Searching…',
    noResult: 'No results',
    noResultHint: 'Try other words, or fewer of them.',
    results: 'results',
    result: 'result',
    more: 'Show more',
    failed: 'The search could not be loaded. Reload the page, or use the navigation.',
  },
};
