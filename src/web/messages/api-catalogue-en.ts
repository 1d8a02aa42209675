import type { ApiCatalogueWords } from './api-messages.ts';

/** The operations of the register of source code and of the catalogue of software. */
export const englishApiCatalogue: ApiCatalogueWords = {
  operations: {
    listRepositories: {
      title: 'Search the source code',
      sentence:
        'Repositories of the register, with the same words and filters as its page, and how many there are. Beyond 10,000 they are no longer counted.',
    },
    getRepository: {
      title: 'A repository',
      sentence:
        'Its whole record, whose it is, and what its score is made of, point by point. A former address, or its key, answers 301.',
    },
    getCodeFacets: {
      title: 'Count a search by facet',
      sentence:
        'How many of the repositories that a search finds have each value of each facet, were nothing chosen of that facet.',
    },
    listCodeAccounts: {
      title: 'List the accounts on forges',
      sentence: 'Those that the register has a record of, by address, with whose each is.',
    },
    listOrganisations: {
      title: 'List the organisations',
      sentence: 'The public bodies, by identifier, each with the one that it is part of.',
    },
    listSoftware: {
      title: 'Search the supported software',
      sentence:
        'With the same words and filters as the page of the catalogue, each as its JSON export tells it.',
    },
    getSoftware: {
      title: 'A software',
      sentence:
        'All that is known of it, who says what, what became of its row, and who chose to say that they use it. One that is no longer listed is told too.',
    },
    listSoftwareChanges: {
      title: 'List the changes of the catalogue',
      sentence: 'What each version of its table added, removed or changed, the newest first.',
    },
  },
  parameters: {
    address:
      'The address of the repository: the host of its forge, then its path, whose slashes may be written as they are.',
    key: 'The key of the software: its number, else its name, as lists give it.',
    facets: 'Only these facets. Repeat it, or part names by commas.',
    'listRepositories.q': 'Words that must all be found.',
    'getCodeFacets.q': 'Words that must all be found.',
    'listSoftware.q': 'Words that must all be found.',
    organisation: 'The identifier of a public body; those of all below it count too.',
    'listCodeAccounts.organisation': 'The identifier of the public body whose they are.',
    ministry: 'The identifier of the body at the top.',
    account: 'The address of an account: gitlab.com/example.',
    'listRepositories.language': 'A programming language, written the same.',
    'getCodeFacets.language': 'A programming language, written the same.',
    licence: 'A licence, as SPDX writes it.',
    forge: 'The host of a forge.',
    topic: 'A topic, without capitals.',
    'listRepositories.kind': 'What publiccode.yml says that it is: library, standalone/web…',
    'getCodeFacets.kind': 'What publiccode.yml says that it is: library, standalone/web…',
    year: 'The year in which it was made.',
    fork: 'Whether it is a fork. What is unknown is neither.',
    archived: 'Whether it is archived.',
    template: 'Whether it is a template.',
    publiccode: 'Whether it has a publiccode.yml.',
    contributing: 'Whether it says how to contribute.',
    releases: 'Whether it has releases.',
    heritage: 'Whether Software Heritage keeps it.',
    dependency: 'A package that it depends on, as a purl: pkg:npm/vue.',
    'listRepositories.sort': 'In which order.',
    parent: 'Only those right below the public body of this identifier.',
    category: 'A category, written the same.',
    critical: 'Whether it is critical.',
    status: 'Whether it is watched, recommended or withdrawn.',
    contract: 'The name of a contract that covers it, as the settings have it.',
    system: 'What it runs on, without capitals.',
    'listSoftware.sort': 'In which order: of names, of the table, or the newest recommendation first.',
    'listSoftware.filters': 'attribute.NAME=value, as in an address, for each attribute that is a filter.',
  },
};
