import type { GrantMessages } from './grant-messages.ts';

export const englishGrantMessages: GrantMessages = {
  grants: {
    giveTitle: 'Give a role',
    giveIntro:
      'To somebody who did not ask, or in one more part of the wiki. Who already has a role there has this one instead.',
    address: 'Their mail address',
    name: 'Their name',
    paths: 'Only these files (the whole wiki if empty)',
    pathsHelp: 'guides/faq.md is a file, guides/*.md those of a folder, guides/** all that is below it.',
    lists: 'Only the proposals of these lists (all if empty)',
    listsHelp: 'For a maintainer, who then decides of those proposals and does nothing else.',
    give: 'Give this role',
    given: (address) => `Done: ${address} was told by mail.`,
    onlyPaths: (patterns) => `only ${patterns}`,
    onlyLists: (names) => `only the proposals of ${names}`,
    notGiven: 'Nothing was given',
    scopeFaults: {
      pattern: (subject) =>
        `${subject} is no pattern of paths: write guides/faq.md, guides/*.md or guides/**.`,
      list: (subject) => `${subject} is no list of this wiki.`,
      'too-many': () => 'That is too many patterns: name folders instead.',
      administrator: () => 'An administrator is one of the whole wiki: leave files and lists empty.',
      committer: () => 'A committer is limited by files alone: leave lists empty.',
    },
    faults: {
      address: 'This is no mail address.',
      name: 'Say how they are called.',
      day: 'The last day is none, or it is past: choose one that is to come.',
      above: 'This role, or the one they have, is above yours: ask somebody who has it.',
      gone: 'Somebody answered meanwhile, or took it back.',
      list: 'This wiki has no list in whose name it could be told.',
    },
    unused: (months) => `not used for ${months} months`,
    showUnused: (count) => (count === 1 ? 'Show the one nobody uses' : `Show the ${count} nobody uses`),
    noUnused: (months) => `All were used within ${months} months.`,
    showAll: 'Show all',
    notYours: 'You do not decide of this proposal',
    notYoursText:
      'It is of another list, or it changes files outside what you keep. Its discussion is open to you, as to everybody.',
    yours: 'Your roles',
    revokeOf: (name) => `Revoke the role of ${name}`,
  },
};
