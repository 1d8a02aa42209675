import type { ReviewMessages } from './review-messages.ts';

const lines = (from: number, to: number) => (from === to ? `line ${from}` : `lines ${from} to ${to}`);

/** The words of reviews, in English. */
export const englishReviewMessages: ReviewMessages = {
  review: {
    title: 'Say something of it',
    help: 'What you say is a message on the list, under your name, and goes to whoever sent the proposal.',
    signIn: 'Sign in to comment or decide',
    byMail: 'Answer by mail',
    chooseLine: {
      rendered: 'To comment on a passage or suggest another wording, follow the link below it.',
      source: 'To comment on a line or suggest another wording, follow the number of the line.',
    },
    commentLine: (line) => `Comment on line ${line}`,
    commentBlock: (line) => `Comment on this passage (line ${line})`,
    wholeTitle: 'Comment on the whole',
    linesTitle: (path, from, to) => `Comment on ${path}, ${lines(from, to)}`,
    removedTitle: (path, from, to) => `Comment on ${path}, removed ${lines(from, to)}`,
    otherLines: 'Other lines',
    from: 'From line',
    to: 'to line',
    show: 'Show them',
    quoted: 'The lines, as your message quotes them',
    comment: 'Your comment',
    wording: 'The wording that you suggest',
    wordingHelp:
      'Change the lines to suggest another wording, which the author can accept with one press. Left as it is, it suggests nothing; emptied, it suggests to remove these lines.',
    send: 'Send it',
    public: (address) =>
      `You are signed in as ${address}. Your message is public, with your name; whoever sent the proposal can answer you by mail, and your address is in the history of the wiki where they accept your wording.`,
    sent: 'Your message is on its way to the list: it appears here in a moment.',
    faults: {
      empty: 'Write a comment, or change the wording.',
      name: 'Give your name: it goes with your message.',
      long: 'It is too long: say it in 10,000 characters.',
      changed:
        'The proposal has changed since you opened this page. What you wrote is kept below: look at the lines again.',
      lines: 'The proposal does not have these lines: choose others.',
    },
    mayNot: 'You may not write to this list',
    mayNotText:
      'It takes messages of its subscribers only: subscribe with the address you are signed in with.',
    back: 'Back to the proposal',
    suggestion: 'Suggested wording',
    removesLines: 'These lines are removed.',
    suggestions: 'Suggested wordings',
    suggestionsHelp:
      'To accept one puts it into your change, sends that as a new version of the same proposal, and credits whoever suggested it.',
    suggestionBy: (name) => `By ${name}`,
    accept: 'Accept it',
    suggestionState: {
      accepted: 'You accepted it.',
      outdated:
        'Your text has changed there since: it can no longer be accepted with one press. Take it up by hand, with the button that improves your change.',
    },
    notAccepted:
      'This wording is no longer for your text, which has changed there since: nothing was done, and nothing is lost.',
  },
  queue: {
    filter: 'Filter',
    list: 'List',
    every: 'All',
    from: 'Sent by',
    path: 'Changes the file or folder',
    pathHelp: 'Such as guides/faq or guides.',
    text: 'Words of the title',
    state: 'State',
    order: 'Order',
    orders: { changed: 'Changed last first', newest: 'Newest first', oldest: 'Oldest first' },
    show: 'Show them',
    clear: 'Without filters',
    found: (count) => (count === 1 ? '1 proposal' : `${count} proposals`),
    mine: 'Your proposals to follow',
    mineIntro: 'What you may decide, what you sent, and what is new since you last looked.',
    views: 'Which proposals',
    decide: 'To decide',
    sent: 'That I sent',
    all: 'All',
    news: { unseen: 'New', version: 'New version', changed: 'Something new' },
    sinceSeen: (version) => `What changed since version ${version}, which you had seen`,
  },
};
