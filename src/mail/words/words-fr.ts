import type { AskedWords, MailWords } from './mail-words.ts';
import { paragraphs } from './paragraphs.ts';

const MODES = {
  each: 'chaque message, dès qu’il arrive',
  digest: 'un message par jour, avec tous ceux de la journée',
  mine: 'les messages des discussions auxquelles vous prenez part',
} as const;

const HELD = {
  'first-contribution':
    'C’est la première modification de cette adresse sur le web\u202f: elle attend votre accord.',
  'not-subscribed': 'Cette adresse n’est pas abonnée\u202f: son message attend votre accord.',
  'not-moderator': 'Seuls les responsables y écrivent\u202f: son message attend votre accord.',
  unverified:
    'L’adresse est celle d’un responsable, mais rien ne prouve que le message vient de là\u202f: il attend votre accord.',
} as const;

const quoted = (text: string) => `«\u00a0${text}\u00a0»`;

const asked = ({ via, site }: Pick<AskedWords, 'via' | 'site'>, what: string) =>
  via === 'web'
    ? `Quelqu’un – vous, sans doute – a demandé sur ${site} ${what}`
    : `Quelqu’un – vous, sans doute – a demandé par courriel ${what}`;

const toConfirm = ({ link }: Pick<AskedWords, 'link'>) =>
  link === undefined
    ? ['Pour confirmer, répondez simplement à ce message\u202f: il n’y a rien à écrire.']
    : [
        'Pour confirmer, ouvrez cette page et pressez son bouton\u202f:',
        link,
        'Ou répondez simplement à ce message\u202f: il n’y a rien à écrire.',
      ];

const ifNot = ({ days }: Pick<AskedWords, 'days'>) =>
  `Si ce n’était pas vous, ne faites rien\u202f: rien ne change, et la demande sera oubliée dans ${days} jours.`;

const count = (number: number, one: string, other: string) => `${number}\u00a0${number < 2 ? one : other}`;

/** The words of mails, in French. */
export const frenchMailWords: MailWords = {
  confirmSubscription: (about) => ({
    subject: `Confirmez votre abonnement à ${quoted(about.list.title)}`,
    text: paragraphs(
      asked(
        about,
        about.isChange
          ? `que l’adresse ${about.subscriber}, qui reçoit déjà la liste ${quoted(about.list.title)}, reçoive désormais ${MODES[about.mode]}.`
          : `que l’adresse ${about.subscriber} reçoive la liste ${quoted(about.list.title)} (${about.list.address})\u202f: ${MODES[about.mode]}.`,
      ),
      ...toConfirm(about),
      ifNot(about),
    ),
  }),
  confirmUnsubscription: (about) => ({
    subject: `Confirmez que vous quittez ${quoted(about.list.title)}`,
    text: paragraphs(
      asked(
        about,
        `que l’adresse ${about.subscriber} ne reçoive plus la liste ${quoted(about.list.title)} (${about.list.address}).`,
      ),
      ...toConfirm(about),
      ifNot(about),
    ),
  }),
  notSubscribed: (about) => ({
    subject: `Vous ne recevez pas ${quoted(about.list.title)}`,
    text: paragraphs(
      asked(
        about,
        `que l’adresse ${about.subscriber} ne reçoive plus la liste ${quoted(about.list.title)} (${about.list.address}).`,
      ),
      'Cette adresse ne la reçoit pas\u202f: il n’y a rien à faire. Si des messages de la liste vous parviennent quand même, ils sont envoyés à une autre de vos adresses\u202f: refaites la demande depuis celle-ci, ou suivez le lien de désabonnement d’un de ces messages.',
    ),
  }),
  welcome: ({ list, mode, archive, unsubscribe, unsubscribeLink }) => ({
    subject: `Vous recevez ${quoted(list.title)}`,
    text: paragraphs(
      `Votre abonnement à ${quoted(list.title)} est confirmé. Vous recevrez ${MODES[mode]}.`,
      `Pour écrire à tout le monde, écrivez à ${list.address}. Ce qui s’y écrit est public.`,
      ...(archive === undefined ? [] : ['Les messages précédents sont ici\u202f:', archive]),
      ...(unsubscribeLink === undefined
        ? [`Pour quitter la liste, écrivez à ${unsubscribe}.`]
        : ['Pour quitter la liste, en une pression\u202f:', unsubscribeLink, `Ou écrivez à ${unsubscribe}.`]),
    ),
  }),
  goodbye: (list) => ({
    subject: `Vous ne recevez plus ${quoted(list.title)}`,
    text: paragraphs(
      `C’est fait\u202f: vous ne recevez plus ${quoted(list.title)}. Vous pouvez toujours y écrire, à ${list.address}.`,
    ),
  }),
  confirmFollow: (about) => ({
    subject: `Confirmez que vous suivez ${quoted(about.what)}`,
    text: paragraphs(
      asked(
        about,
        `que l’adresse ${about.subscriber} soit prévenue par courriel de ce qui change dans ${quoted(about.what)}, une fois par heure au plus.`,
      ),
      ...toConfirm(about),
      ifNot(about),
    ),
  }),
  changes: ({ what, site, changes, others, history, stop }) => ({
    subject:
      changes.length === 1
        ? `Modification\u202f: ${changes[0]?.title}`
        : `${count(changes.length + others, 'changement', 'changements')}\u202f: ${what}`,
    text: paragraphs(
      `${quoted(what)} a changé sur ${site}.`,
      ...changes.flatMap(({ title, kind, author, date, summary, link, excerpt }) => [
        [
          `${{ added: 'Nouveau', modified: 'Modifié', deleted: 'Supprimé', renamed: 'Renommé' }[kind]}\u202f: ${title}`,
          `${author}, ${date}\u202f: ${summary}`,
        ].join('\n'),
        ...(excerpt.length > 0 ? [excerpt.join('\n')] : []),
        link,
      ]),
      ...(others > 0 ? [`Et ${count(others, 'autre changement', 'autres changements')}.`] : []),
      'Tout l’historique\u202f:',
      history,
      'Pour ne plus être prévenu, en une pression\u202f:',
      stop,
    ),
  }),
  digest: ({ list, date, messages, unsubscribe }) => ({
    subject: `${list.title}, ${date}\u202f: ${count(messages.length, 'message', 'messages')}`,
    text: paragraphs(
      ...messages.map(({ subject, from, link }, at) =>
        [`${at + 1}. ${subject}`, `   ${from}`, ...(link === undefined ? [] : [`   ${link}`])].join('\n'),
      ),
      'Les messages suivent, en entier. Pour répondre à l’un d’eux, ouvrez-le, ou la page à laquelle mène sa ligne.',
      `Pour quitter la liste\u202f: ${unsubscribe}`,
    ),
  }),
  held: ({ list, from, subject, reason, excerpt, link, days, isLast }) => ({
    subject: `À relire pour ${list.title}\u202f: ${subject}`,
    text: paragraphs(
      `${from} a écrit à ${list.address}. ${HELD[reason]}`,
      'Pour l’accepter, répondez simplement à ce message\u202f: il n’y a rien à écrire.',
      ...(link === undefined
        ? [`Pour le refuser, ne faites rien\u202f: il sera oublié dans ${days} jours.`]
        : [
            'Pour le lire en entier, l’accepter ou le refuser\u202f:',
            link,
            `Sans réponse, il sera oublié dans ${days} jours.`,
          ]),
      ...(isLast
        ? [
            'Beaucoup de messages attendent\u202f: ceux de l’heure qui vient ne seront pas annoncés. La commande «\u00a0greffe list held\u00a0» les montre tous.',
          ]
        : []),
      [`Objet\u202f: ${subject}`, ...excerpt].join('\n'),
    ),
  }),
  refused: ({ list, subject, because }) => ({
    subject: `Refusé\u202f: ${subject}`,
    text: paragraphs(
      `Votre message à ${list.title} (${list.address}) n’a pas été accepté.`,
      ...(because === '' ? [] : [because]),
      'Vous pouvez répondre à ceux qui tiennent la liste\u202f: répondez à ce message.',
    ),
  }),
};
