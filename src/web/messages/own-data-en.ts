import type { OwnDataMessages } from './own-data-messages.ts';

export const englishOwnDataMessages: OwnDataMessages = {
  ownData: {
    link: 'Your data: take it away or erase it',
    title: 'Your data',
    exportTitle: 'Take it away',
    exportIntro:
      'All that this site keeps of your address and that is not public: roles, requests, sessions and tokens without their secrets, changes that are not sent, subscriptions, and what the trail says of you.',
    exportLink: 'Download as JSON',
    eraseTitle: 'Erase it',
    eraseIntro:
      'Your roles, requests, tokens, sessions, changes that are not sent, subscriptions and pages followed are erased at once, everywhere you are signed in. The trail keeps what was done, under a made-up name in the place of your address. This cannot be undone.',
    eraseStays:
      'What is public stays: commits in Git, which bear a name and an address, and messages in the archives of lists.',
    askErasure: (address) =>
      `To have a message or a page that names you erased, write to ${address}, and say which.`,
    moderates: 'You keep a list by greffe.yml, which is public: have your address taken out of it too.',
    lastAdministrator:
      'You are the only administrator: after this nobody reads the trail or makes administrators, until the operator makes one by greffe member grant.',
    lastAnyway: 'Leave the wiki without an administrator',
    confirm: (address) => `To confirm, type your address: ${address}`,
    eraseButton: 'Erase my data',
    faults: {
      confirm: 'Nothing was erased: what you typed is not your address.',
      last: 'Nothing was erased: you are the only administrator. Make another one first, or tick that you know.',
    },
    erased: 'Your data is erased',
    erasedText: 'You are signed out everywhere. What is public stays where it is.',
  },
};
