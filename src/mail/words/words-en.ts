import type { AskedWords, MailWords } from './mail-words.ts';
import { paragraphs } from './paragraphs.ts';

const MODES = {
  each: 'each message, as it comes',
  digest: 'one message a day, with all those of the day',
  mine: 'the messages of the threads you take part in',
} as const;

const HELD = {
  'first-contribution': 'It is the first change of that address on the web: it waits for you to agree.',
  'not-subscribed': 'That address is not subscribed: the message waits for you to agree.',
  'not-moderator': 'Only moderators write there: the message waits for you to agree.',
  unverified:
    'The address is a moderator’s, but nothing proves that the message comes from there: it waits for you to agree.',
} as const;

const asked = ({ via, site }: Pick<AskedWords, 'via' | 'site'>, what: string) =>
  via === 'web'
    ? `Somebody – you, no doubt – asked on ${site} ${what}`
    : `Somebody – you, no doubt – asked by mail ${what}`;

const toConfirm = ({ link }: Pick<AskedWords, 'link'>) =>
  link === undefined
    ? ['To confirm, just reply to this message: there is nothing to write.']
    : [
        'To confirm, open this page and press its button:',
        link,
        'Or just reply to this message: there is nothing to write.',
      ];

const ifNot = ({ days }: Pick<AskedWords, 'days'>) =>
  `If it was not you, do nothing: nothing changes, and the request is forgotten in ${days} days.`;

const count = (number: number, one: string, other: string) => `${number} ${number === 1 ? one : other}`;

/** The words of mails, in English. */
export const englishMailWords: MailWords = {
  confirmSubscription: (about) => ({
    subject: `Confirm your subscription to “${about.list.title}”`,
    text: paragraphs(
      asked(
        about,
        about.isChange
          ? `that ${about.subscriber}, which already receives the list “${about.list.title}”, from now on receive ${MODES[about.mode]}.`
          : `that ${about.subscriber} receive the list “${about.list.title}” (${about.list.address}): ${MODES[about.mode]}.`,
      ),
      ...toConfirm(about),
      ifNot(about),
    ),
  }),
  confirmUnsubscription: (about) => ({
    subject: `Confirm that you leave “${about.list.title}”`,
    text: paragraphs(
      asked(
        about,
        `that ${about.subscriber} no longer receive the list “${about.list.title}” (${about.list.address}).`,
      ),
      ...toConfirm(about),
      ifNot(about),
    ),
  }),
  notSubscribed: (about) => ({
    subject: `You do not receive “${about.list.title}”`,
    text: paragraphs(
      asked(
        about,
        `that ${about.subscriber} no longer receive the list “${about.list.title}” (${about.list.address}).`,
      ),
      'This address does not receive it: there is nothing to do. If messages of the list reach you all the same, they are sent to another address of yours: ask again from that one, or press the link at the foot of one of these messages.',
    ),
  }),
  welcome: ({ list, mode, archive, unsubscribe, unsubscribeLink }) => ({
    subject: `You receive “${list.title}”`,
    text: paragraphs(
      `Your subscription to “${list.title}” is confirmed. You will receive ${MODES[mode]}.`,
      `To write to everybody, write to ${list.address}. What is written there is public.`,
      ...(archive === undefined ? [] : ['Earlier messages are here:', archive]),
      ...(unsubscribeLink === undefined
        ? [`To leave the list, write to ${unsubscribe}.`]
        : ['To leave the list, in one press:', unsubscribeLink, `Or write to ${unsubscribe}.`]),
    ),
  }),
  goodbye: (list) => ({
    subject: `You no longer receive “${list.title}”`,
    text: paragraphs(
      `It is done: you no longer receive “${list.title}”. You can still write to it, at ${list.address}.`,
    ),
  }),
  confirmFollow: (about) => ({
    subject: `Confirm that you follow “${about.what}”`,
    text: paragraphs(
      asked(
        about,
        `that ${about.subscriber} be told by mail of what changes in “${about.what}”, once an hour at most.`,
      ),
      ...toConfirm(about),
      ifNot(about),
    ),
  }),
  changes: ({ what, site, changes, others, history, stop }) => ({
    subject:
      changes.length === 1
        ? `Changed: ${changes[0]?.title}`
        : `${count(changes.length + others, 'change', 'changes')}: ${what}`,
    text: paragraphs(
      `“${what}” has changed on ${site}.`,
      ...changes.flatMap(({ title, kind, author, date, summary, link, excerpt }) => [
        [
          `${{ added: 'New', modified: 'Changed', deleted: 'Deleted', renamed: 'Renamed' }[kind]}: ${title}`,
          `${author}, ${date}: ${summary}`,
        ].join('\n'),
        ...(excerpt.length > 0 ? [excerpt.join('\n')] : []),
        link,
      ]),
      ...(others > 0 ? [`And ${count(others, 'other change', 'other changes')}.`] : []),
      'The whole history:',
      history,
      'To be told no longer, in one press:',
      stop,
    ),
  }),
  digest: ({ list, date, messages, unsubscribe }) => ({
    subject: `${list.title}, ${date}: ${count(messages.length, 'message', 'messages')}`,
    text: paragraphs(
      ...messages.map(({ subject, from, link }, at) =>
        [`${at + 1}. ${subject}`, `   ${from}`, ...(link === undefined ? [] : [`   ${link}`])].join('\n'),
      ),
      'The messages follow, in full. To answer one, open it, or the page its line leads to.',
      `To leave the list: ${unsubscribe}`,
    ),
  }),
  held: ({ list, from, subject, reason, excerpt, link, days, isLast }) => ({
    subject: `To review for ${list.title}: ${subject}`,
    text: paragraphs(
      `${from} wrote to ${list.address}. ${HELD[reason]}`,
      'To accept it, just reply to this message: there is nothing to write.',
      ...(link === undefined
        ? [`To refuse it, do nothing: it is forgotten in ${days} days.`]
        : [
            'To read it in full, accept it or refuse it:',
            link,
            `Without an answer, it is forgotten in ${days} days.`,
          ]),
      ...(isLast
        ? [
            'Many messages wait: those of the coming hour are not announced. The command “greffe list held” shows them all.',
          ]
        : []),
      [`Subject: ${subject}`, ...excerpt].join('\n'),
    ),
  }),
  refused: ({ list, subject, because }) => ({
    subject: `Refused: ${subject}`,
    text: paragraphs(
      `Your message to ${list.title} (${list.address}) was not accepted.`,
      ...(because === '' ? [] : [because]),
      'You can write to those who keep the list: reply to this message.',
    ),
  }),
};
