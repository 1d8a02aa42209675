import { formats } from './formats.ts';
import type { SearchMessages } from './search-messages.ts';

const { number } = formats('en', 'en-GB');

export const englishSearchMessages: SearchMessages = {
  search: {
    title: 'Search',
    titleOf: (text) => `“${text}”, search`,
    label: 'Search the wiki',
    button: 'Search',
    found: (count, exact) =>
      `${exact ? '' : 'more than '}${number(count)} ${count === 1 ? 'result' : 'results'}`,
    nothing: (text) => `Nothing matches “${text}”.`,
    tryThis: 'You can try to:',
    tries: [
      'check the spelling;',
      'write fewer words, or the beginning of a word;',
      'take away the quotation marks, if there are any.',
    ],
    withoutFilters: 'Search without the filters',
    relaxed: 'No document has all of these words. Here are those that have the most of them.',
    didYouMean: 'Did you mean',
    helpTitle: 'How to search',
    write: 'What you write',
    finds: 'What you find',
    help: [
      { write: 'publish software', finds: 'both words, in any order, in all their forms' },
      { write: '"free software"', finds: 'these very words, one after the other' },
      { write: 'licence -MIT', finds: '“licence”, without “MIT”' },
      { write: 'etat', finds: '“État” and “l’État” too: accents and capitals make no difference' },
    ],
    filters: 'Narrow the results',
    kind: 'Type',
    language: 'Language',
    section: 'Section',
    any: 'All',
    root: 'Top of the wiki',
    kinds: { page: 'Page', row: 'Table row', event: 'Event', file: 'File', word: 'Search for' },
    manyOf: { page: 'Pages', row: 'Table rows', event: 'Events', file: 'Files' },
    previous: 'Previous results',
    next: 'Next results',
    pages: 'Pages of results',
    feed: 'Follow this search',
    suggestions: (count) => (count === 1 ? '1 suggestion' : `${count} suggestions`),
    tooFar: 'The results end here: make the search more precise to see the others.',
  },
};
