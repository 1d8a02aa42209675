import type { SubscriptionMessages } from './subscription-messages.ts';

const quoted = (text: string) => `“${text}”`;

/** The words of subscriptions, in English. */
export const englishSubscriptionMessages: SubscriptionMessages = {
  subscription: {
    title: (list) => `Subscribe to ${quoted(list)}`,
    intro:
      'Get the messages of the list in your mailbox. There is no account to create: an address is enough.',
    address: 'Your e-mail address',
    addressHelp: 'A message will come there, for you to confirm.',
    addressWrong: 'This does not look like an e-mail address. Write it like name@example.org.',
    addressExample: 'name@example.org',
    what: 'What you get',
    modes: { each: 'Each message', digest: 'A daily digest', mine: 'Only my threads' },
    modeHelp: {
      each: 'As soon as it is written.',
      digest: 'The messages of the day in one, with a table of contents.',
      mine: 'Those you begin, and those you answer in.',
    },
    language: 'Language of service messages',
    subscribe: 'Subscribe',
    byMail: (address) => `You can also send an empty message to ${address}.`,
    already: 'Already subscribed? Fill in this form again to change what you get, or',
    leave: 'leave the list',
    leaveTitle: (list) => `Leave ${quoted(list)}`,
    leaveIntro:
      'The simplest way is the unsubscribe link of any message of the list. If you have none left, give your address: a message there will ask you to confirm.',
    leaveButton: 'Leave the list',
    leaveByLink: 'Stop receiving the list',
    sentTitle: 'Look at your inbox',
    sent: (address) => `A message is on its way there, to ${address}.`,
    sentNext: 'Open it and follow its link to confirm. Until you do, nothing changes.',
    sentNothing:
      'If it has not come in ten minutes, look among the unwanted mail. Only one message a day is sent to an address: you can try again tomorrow.',
    back: (list) => `Back to ${quoted(list)}`,
    confirmSubscription: (list) => `Receive ${quoted(list)}?`,
    confirmSubscriptionText: 'Press the button to confirm your subscription.',
    confirmUnsubscription: (list) => `Leave ${quoted(list)}?`,
    confirmFollow: (what) => `Follow ${quoted(what)} by mail?`,
    confirmFollowText: 'You will be told of what changes there, once an hour at most.',
    confirm: 'Confirm',
    subscribed: (list) => `You receive ${quoted(list)}`,
    subscribedText: 'A welcome message tells you how to write to the list, and how to leave it.',
    left: (list) => `You no longer receive ${quoted(list)}`,
    leftText: 'It is done. You can still read the list here, and write to it.',
    leaveNowText: 'Press the button, and it is done.',
    following: (what) => `You follow ${quoted(what)}`,
    followingText: 'Each message you get will have a link to stop them.',
    unfollow: 'Stop being told?',
    unfollowText: 'Press the button, and you will get these messages no more.',
    unfollowButton: 'Stop telling me',
    unfollowed: 'You will be told no more',
    unfollowedText: 'It is done.',
    expired: 'This link is no longer valid',
    expiredText:
      'It was used already, or more than three days have passed. If you meant to confirm something, ask for it again: you will get a new link.',
    tooMany: 'Too many requests',
    tooManyText: 'Many requests come from your network. Wait an hour, or write to the list.',
    beTold: 'Be told by mail',
    followTitle: (what) => `Follow ${quoted(what)} by mail`,
    followIntro:
      'You will get a message when something changes there: who, what, and an excerpt. One an hour at most.',
    follow: 'Follow',
    privacy: 'Your address serves only that. Nobody is shown it, and it is erased when you leave.',
    held: {
      title: (list) => `A message waits for ${quoted(list)}`,
      reasons: {
        'first-contribution':
          'It is the first change of this address on the web. Once it is let through, the next ones do not wait.',
        'not-subscribed': 'Its writer is not subscribed, so the message waits for your decision.',
        'not-moderator': 'Only those who keep this list write to it, so the message waits for your decision.',
        unverified:
          'It bears the address of somebody who may write here, but nothing proves that it came from there.',
      },
      from: 'From',
      subject: 'Subject',
      came: 'Came',
      text: 'The message',
      approve: 'Let it through',
      discard: 'Discard it',
      refuse: 'Send it back',
      help: 'Let through, it is archived and sent to the subscribers. Discarded, it is erased and nobody is told.',
      because: 'Why it is sent back, for its writer',
      becauseMissing: 'Say why: its writer gets these words.',
      done: {
        approve: 'The message is let through',
        refuse: 'The message is sent back',
        discard: 'The message is discarded',
      },
      doneText: {
        approve: 'It will be in the archive in a moment.',
        refuse: 'Its writer is told why.',
        discard: 'Nothing of it is kept.',
      },
      gone: 'This message no longer waits',
      goneText: 'Somebody has decided already, or thirty days have passed.',
    },
  },
};
