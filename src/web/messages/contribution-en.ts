import type { ContributionMessages } from './contribution-messages.ts';

export const englishContributionMessages: ContributionMessages = {
  contribution: {
    editTitle: (title) => `Improve “${title}”`,
    newTitle: (path) => `New page: ${path}`,
    intro:
      'Change the text, see how it will be read, and send it. Those who keep the wiki look at it before it is published.',
    byMail: 'Do it with Git and a mail program instead',
    text: 'Text',
    textHelp: 'In Markdown: what you see between signs such as ** or # is formatted.',
    preview: 'See how it will be read',
    previewTitle: 'How it will be read',
    goOn: 'Go on with the text',
    changes: 'What you changed',
    nothingChanged: 'Nothing is changed yet.',
    who: 'Who you are',
    name: 'Your name',
    address: 'Your mail address',
    addressHelp:
      'You get a link there to confirm, and the answers. Your name and your address will be public, as those of all who contribute.',
    reason: 'In one line, what you change and why',
    reasonHelp: 'For instance: faq: the deadline is 30 days',
    send: 'Send the change',
    sendVersion: 'Send this version',
    remove: 'Delete this page',
    removeHelp: 'Say above who you are and why. Links to the page will lead nowhere.',
    removeButton: 'Propose to delete it',
    leaveEmpty: 'Leave this field empty',
    wrong: 'The change is not sent yet:',
    wrongs: {
      name: 'Give your name: it goes with the change in the history.',
      address: 'Give an address that mail can be sent to, such as you@example.org.',
      reason: 'Say in a line what you change and why.',
      same: 'Nothing is changed: edit the text first.',
      large: 'The text is too long for this form: send it by mail.',
    },
    merged:
      'The page was changed meanwhile by somebody else: your change was put on top of theirs. Look at it once more, and send it.',
    conflict:
      'Somebody else changed the same lines meanwhile. Your text is below, whole, and what differs from the page of today is marked: keep what is right of both, and send it.',
    conflictYours: 'From the page of today to your text',
    findings: 'To look at',
    notEditable: 'This file is not edited here',
    notEditableText: 'It is not a text in UTF-8, or it is too large. It can be changed with Git.',
    checkMail: 'Look at your mail',
    checkMailText: (address) =>
      `A message is on its way to ${address}. The change is sent when you press the button behind its link.`,
    checkMailNext:
      'It may take some minutes. If nothing comes, look among unwanted mail, and check the address.',
    mineTitle: 'Your change',
    askedText:
      'It is yours, and you want it sent? It will be public on the list, with your name and your address.',
    confirm: 'Send it',
    sentTitle: 'Thank you, it is sent',
    sentText:
      'Those who keep the wiki look at it. You get a message when they decide, or ask for something; answer it by mail.',
    onItsWay: 'It is on its way to the list: come back in a moment.',
    seeProposal: (number) => `See it as proposal ${number}`,
    improve: 'Improve it',
    withdraw: 'Withdraw it',
    withdrawHelp: 'What was sent stays in the archive of the list, and is not published.',
    withdrawnTitle: 'Your change is withdrawn',
    withdrawnText: 'It will not be published.',
    gone: 'This link is no longer good',
    goneText: 'The change was never confirmed, or the address of this page is cut. Nothing was sent.',
    backToPage: 'Back to the page',
    draftKept: 'A text that you had not sent is kept in this browser.',
    draftRestore: 'Take it up again',
    draftForget: 'Forget it',
  },
};
