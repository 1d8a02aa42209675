import type { FeedMessages } from './feed-messages.ts';
import { formats, plural } from './formats.ts';

const { number } = formats('fr', 'fr-FR');
const count = (value: number, one: string, other: string) =>
  `${number(value)}\u00a0${plural('fr', value, one, other)}`;
const quoted = (text: string) => `«\u00a0${text}\u00a0»`;

/** The words of feeds, in French. */
export const frenchFeedMessages: FeedMessages = {
  feed: {
    siteSubtitle: (site) => `Ce qui change dans ${quoted(site)}, commit par commit.`,
    folderSubtitle: (folder) => `Ce qui change dans le dossier ${quoted(folder)}, commit par commit.`,
    fileTitle: (title) => `Changements de ${quoted(title)}`,
    fileSubtitle: (title) => `Chaque version de ${quoted(title)}, ce qui a changé y étant marqué.`,
    collectionSubtitle: (title) => `Les nouvelles pages de ${quoted(title)}, en entier.`,
    searchTitle: (text) => `Recherche\u202f: ${text}`,
    searchSubtitle: (text) => `Ce que le site contient de plus proche de ${quoted(text)}.`,
    unknownPerson: 'Anonyme',
    readOn: 'C’est trop long pour un flux\u202f: lire la suite sur le site.',
    deleted: 'Supprimé.',
    sameContent: 'Le contenu n’a pas changé.',
    notText: (size) => `Ce fichier (${size}) ne se lit pas dans un flux.`,
    field: (name) => `${name}\u202f:`,
    filesChanged: (names) => `Concerne\u202f: ${names}`,
  },
  follow: {
    title: 'Suivre ce site',
    link: 'Suivre',
    linkHere: 'Suivre cette page',
    intro:
      'Soyez prévenu de ce qui change, sans compte et sans donner d’adresse\u202f: choisissez ci-dessous ce que vous voulez suivre, et copiez son adresse dans un lecteur de flux.',
    here: (title) => `Suivre ${quoted(title)}`,
    site: 'Tout le site',
    collections: 'Les nouvelles pages',
    tables: 'Les tableaux',
    calendars: 'Les agendas',
    folders: 'Les dossiers',
    more: (others) =>
      `Et ${count(others, 'autre', 'autres')}\u202f: chaque page mène, en bas, à ce qui permet de la suivre.`,
    what: 'Qu’est-ce qu’un flux\u202f?',
    whatText: [
      'Un flux est une adresse qu’un logiciel consulte pour vous, de temps en temps. Quand il y a du nouveau, il vous le montre, comme un message dans une boîte de réception.',
      'Il n’y a ni inscription, ni pistage. Pour ne plus suivre ce site, retirez l’adresse de votre lecteur.',
    ],
    how: 'Comment faire\u202f?',
    howSteps: [
      'Choisissez un lecteur de flux, si vous n’en avez pas encore.',
      'Copiez l’adresse d’un des flux de cette page.',
      'Dans votre lecteur, choisissez «\u00a0Ajouter un flux\u00a0» ou «\u00a0S’abonner\u00a0», et collez l’adresse.',
    ],
    readers:
      'Il existe des lecteurs de flux libres pour chaque usage\u202f: Thunderbird, avec votre courriel\u202f; Feeder, sur Android\u202f; NetNewsWire, sur Mac et iPhone\u202f; Newsboat, dans un terminal\u202f; FreshRSS et Miniflux, sur un serveur.',
    calendarHelp:
      'Un agenda se suit dans votre logiciel d’agenda, où ses dates restent à jour. Son flux, lui, annonce ce qui y est ajouté, déplacé ou annulé.',
    anyPage:
      'Toute page, tout tableau et tout dossier a son flux\u202f: le lien «\u00a0Suivre cette page\u00a0», en bas de chacun, y mène.',
    atom: 'Atom',
    json: 'JSON',
    subscribe: 'S’abonner dans mon agenda',
    holds: {
      recent: 'Chaque changement, avec ce qui a été ajouté et retiré.',
      folder: 'Chaque changement d’une page ou d’un fichier de ce dossier.',
      page: 'Chaque nouvelle version de la page, en entier, les changements y étant marqués.',
      table: 'Les lignes ajoutées, modifiées et supprimées.',
      calendar: 'Chaque changement de l’agenda.',
      file: 'Chaque nouvelle version du fichier.',
      collection: 'Chaque nouvelle page, en entier.',
      events: 'Les dates, tenues à jour dans votre agenda.',
    },
    recent: 'Derniers changements',
    allDates: 'Toutes les dates du site',
  },
};
