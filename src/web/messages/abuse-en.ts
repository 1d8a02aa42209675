import type { AbuseMessages } from './abuse-messages.ts';

export const englishAbuseMessages: AbuseMessages = {
  abuse: {
    proofTitle: 'One moment before it is sent',
    proofIntro:
      'Many forms are coming in just now. To keep programs away, your browser does a small calculation, then sends yours by itself. No other site is asked for anything.',
    proofLabel: 'Calculation',
    proofBegan: 'Calculating, a few seconds.',
    proofHalf: 'Half of the calculation is done.',
    proofDone: 'The calculation is done, sending.',
    proofNone:
      'If nothing happens, or you would rather not calculate, send it this way: the mail that asks you to confirm leaves ten minutes later.',
    proofNoneButton: 'Send without calculating',
    notTaken: 'This is not accepted',
    notTakenText:
      'This site does not take what you sent. If you think this is a mistake, write to those who keep the wiki.',
  },
};
