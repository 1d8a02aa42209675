import { formats, plural } from './formats.ts';
import type { ListsMessages } from './lists-messages.ts';

const { number } = formats('fr', 'fr-FR');
const count = (value: number, one: string, other: string) =>
  `${number(value)}\u00a0${plural('fr', value, one, other)}`;

const RESULTS: Readonly<Record<string, string>> = {
  pass: 'réussi',
  fail: 'échoué',
  softfail: 'douteux',
  neutral: 'sans avis',
  none: 'absent',
  policy: 'refusé par la règle du serveur',
  temperror: 'non vérifié, en raison d’une panne',
  permerror: 'non vérifiable, mal configuré',
};

/** The words of mailing lists, in French. */
export const frenchListsMessages: ListsMessages = {
  lists: {
    title: 'Listes de diffusion',
    intro:
      'Ici se discute ce que ce site contient. Tout se lit sans compte\u202f; pour participer, une adresse électronique suffit.',
    none: 'Ce site n’a pas de liste de diffusion publique.',
    threads: (threads) => count(threads, 'discussion', 'discussions'),
    messages: (messages) => count(messages, 'message', 'messages'),
    people: (people) => count(people, 'personne', 'personnes'),
    others: (others) => `et ${count(others, 'autre', 'autres')}`,
    since: (date) => `depuis ${date}`,
    lastMessage: 'Dernier message\u202f:',
    lastThreads: 'Dernières discussions',
    allThreads: 'Toutes les discussions',
    archiveOf: (list) => `Archives de ${list}`,
    empty: 'Personne n’a encore écrit à cette liste. Le premier message peut être le vôtre.',
    write: 'Écrire à la liste',
    subscribe: 'S’abonner',
    feed: 'Flux Atom',
    threadFeed: 'Suivre cette discussion (Atom)',
    download: 'Tout télécharger (mbox)',
    downloadThread: 'Télécharger la discussion (mbox)',
    clone: 'Copier les archives',
    cloneHelp:
      'Les archives sont un dépôt Git au format public-inbox\u202f: chacun peut en garder une copie, et la lire avec ses propres outils.',
    howToWrite: 'Participer',
    howToWriteText:
      'Envoyez un courriel en texte brut, sans mise en forme, à cette adresse. Il n’est pas nécessaire d’être abonné. Votre message, votre nom et votre adresse y seront publics.',
    howToPatch: 'Pour proposer un changement avec Git\u202f:',
    newer: 'Discussions les plus récentes',
    older: 'Discussions plus anciennes',
    pages: 'Pages des archives',
    patch: 'correctif',
    attachmentCount: (files) => count(files, 'pièce jointe', 'pièces jointes'),
    noSubject: '(sans objet)',
    nobody: 'Anonyme',
    moment: (day, time) => `${day} à ${time}`,
    search: {
      label: 'Chercher dans les archives',
      button: 'Chercher',
      title: (text) => `Recherche de «\u00a0${text}\u00a0»`,
      found: (found, more) =>
        more
          ? `Plus de ${count(found, 'message', 'messages')}, les plus récents d’abord`
          : `${count(found, 'message', 'messages')}${found > 1 ? ', les plus récents d’abord' : ''}`,
      nothing: (text) => `Aucun message ne répond à «\u00a0${text}\u00a0».`,
      notYet: (asked) =>
        `«\u00a0${asked}\u00a0» n’est pas encore un critère de recherche\u202f: il n’en a pas été tenu compte.`,
      helpTitle: 'Comment chercher\u202f?',
      help: [
        { write: 'licence logiciel', finds: 'les messages qui contiennent ces deux mots, où que ce soit' },
        { write: 's:licence', finds: 'dans l’objet du message' },
        { write: 'f:camille', finds: 'parmi les noms et adresses des auteurs' },
        {
          write: 'd:2026-01-01..2026-03-31',
          finds: 'entre deux jours, ou depuis un jour, ou jusqu’à un jour',
        },
        { write: 'is:patch', finds: 'seulement les correctifs' },
        { write: '-brouillon', finds: 'sans ce mot' },
        { write: 'licence OR license', finds: 'l’un ou l’autre mot' },
      ],
      back: 'Revenir aux discussions',
      feed: 'Suivre cette recherche (Atom)',
      download: 'Télécharger ces messages',
      downloadThreads: 'Télécharger leurs discussions',
      older: 'Messages plus anciens',
    },
    message: {
      by: 'De',
      on: 'le',
      recipients: 'Destinataires',
      to: 'À',
      cc: 'Copie',
      answersTo: 'En réponse à',
      answersMissing: 'En réponse à un message que la liste n’a pas reçu',
      inThread: (position, total) => `Message ${number(position)} sur ${number(total)} de la discussion`,
      wholeThread: 'Lire toute la discussion',
      overview: 'La discussion',
      outline: 'Qui répond à qui',
      flat: 'Par date',
      nested: 'Par réponse',
      view: 'Présentation',
      raw: 'Source',
      permalink: 'Ce message seul',
      quoted: (lines) => `Texte cité (${count(lines, 'ligne', 'lignes')})`,
      htmlOnly: 'Ce message n’est écrit qu’en HTML\u202f: en voici le texte, sans mise en forme.',
      noText: 'Ce message n’a pas de texte.',
      cut: 'La suite, très longue, se lit dans la source du message.',
      damaged: 'Ce message est mal formé\u202f: il est montré tel qu’il a pu être lu.',
      attachments: 'Pièces jointes',
      unnamed: (part) => `Pièce jointe n\u00ba\u00a0${number(part)}`,
      reply: 'Répondre',
      replyByMail: 'Répondre par courriel',
      replyHelp:
        'La réponse s’adresse à la liste. Pour écrire aussi aux personnes du message, téléchargez la discussion et répondez depuis votre logiciel de messagerie.',
      replyPatch: 'Avec Git, envoyez un correctif en réponse\u202f:',
      here: 'vous êtes ici',
      missing: 'Message absent de la liste',
      erased: 'Message effacé',
      erasedTitle: 'Message effacé',
      erasedText:
        'Ce message a été effacé des archives, à la demande d’une personne concernée ou sur décision des responsables de la liste.',
      previous: 'Messages précédents',
      next: 'Messages suivants',
      received: (date) => `Reçu le ${date}`,
    },
    verified: {
      label: 'Provenance',
      from: (domain) => `Ce message vient bien de ${domain}.`,
      signed: (domain) => `Ce message a été signé par ${domain}, et n’a pas été altéré.`,
      sent: (domain) => `Ce message a été envoyé par un serveur de ${domain}.`,
      failed: (domain) => `Rien ne prouve que ce message vient de ${domain}.`,
      unknown: 'La provenance de ce message n’a pas pu être vérifiée.',
      help: 'Ce que notre serveur a constaté à la réception.',
      methods: { spf: 'SPF', dkim: 'DKIM', dmarc: 'DMARC', arc: 'ARC' },
      result: (result) => RESULTS[result] ?? result,
    },
    followTitle: 'Les listes de diffusion',
    followHelp: 'Chaque nouveau message, en entier.',
    feedSubtitle: (list) => `Les nouveaux messages de ${list}.`,
  },
};
