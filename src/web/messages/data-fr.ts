import { calendarFormats, zoneName } from './calendar-formats.ts';
import type { DataMessages } from './data-messages.ts';
import { formats, plural } from './formats.ts';
import { problemSentences } from './problem-fr.ts';
import { tableFormats } from './table-formats.ts';

const { number } = formats('fr', 'fr-FR');
const count = (value: number, one: string, other: string) =>
  `${number(value)}\u00a0${plural('fr', value, one, other)}`;
const quoted = (text: string) => `«\u00a0${text}\u00a0»`;

/** What is said around tables, calendars and collections, in French. */
export const frenchDataMessages: DataMessages = {
  table: {
    ...tableFormats('fr', 'fr-FR'),
    yes: 'Oui',
    no: 'Non',
    emptyCell: 'vide',
    emptyValue: '(vide)',
    rows: (rows) => count(rows, 'ligne', 'lignes'),
    rowsOf: (matched, total) => `${count(matched, 'ligne', 'lignes')} sur ${number(total)}`,
    range: (from, to, matched) =>
      from === 1 && to === matched
        ? count(matched, 'ligne', 'lignes')
        : `lignes ${number(from)} à ${number(to)} sur ${number(matched)}`,
    sortedBy: (column, direction) =>
      `tri par ${quoted(column)}, ordre ${direction === 'ascending' ? 'croissant' : 'décroissant'}`,
    noRows: 'Ce tableau n’a pas encore de ligne.',
    noMatch: 'Aucune ligne ne correspond à ces critères.',
    search: 'Chercher dans le tableau',
    searchButton: 'Chercher',
    apply: 'Appliquer',
    chosen: (values) => count(values, 'valeur choisie', 'valeurs choisies'),
    activeFilters: 'Filtres actifs',
    textFilter: 'Recherche',
    filter: (column, value) => `${column}\u202f: ${value}`,
    removeFilter: (filter) => `Retirer le filtre ${quoted(filter)}`,
    clearFilters: 'Tout retirer',
    download: 'Télécharger',
    downloadAs: (format, rows) => `Télécharger en ${format} (${rows})`,
    file: 'Fichier',
    pages: 'Pages du tableau',
    page: (page) => `Page ${number(page)}`,
    previousPage: 'Précédente',
    nextPage: 'Suivante',
    perPage: 'Lignes par page',
    aboutColumns: 'Ce que contiennent les colonnes',
    inTable: 'Dans le tableau',
    lineOfFile: (line, file) => `Ligne ${number(line)} du fichier ${file}`,
    rowLinks: 'Autour de cette ligne',
    permalink: 'Lien vers cette ligne',
    previousRow: 'Ligne précédente',
    nextRow: 'Ligne suivante',
    close: 'Fermer',
    wholeTable: (rows) => `Voir tout le tableau (${rows})`,
    filterBy: (column) => `${column}\u202f:`,
  },
  problems: {
    count: (problems) => count(problems, 'anomalie dans ce fichier', 'anomalies dans ce fichier'),
    intro: 'Ce qui a pu être lu est montré. Voici ce qui est à corriger dans le fichier.',
    line: 'Ligne',
    column: 'Colonne',
    problem: 'Anomalie',
    more: (listed, total) => `Seules les ${number(listed)} premières sont listées, sur ${number(total)}.`,
    sentence: (rule, value) => problemSentences[rule]?.(value),
  },
  calendar: {
    ...calendarFormats('fr', 'fr-FR'),
    zone: (zone) => (zone === 'Europe/Paris' ? 'heure de Paris' : zoneName('fr-FR', zone)),
    allDay: 'toute la journée',
    upcoming: 'À venir',
    past: 'Passées',
    noUpcoming: 'Aucune date à venir.',
    noPast: 'Aucune date passée.',
    cancelled: 'Annulé',
    tentative: 'À confirmer',
    recurring: 'Récurrent',
    when: 'Quand',
    place: 'Lieu',
    organizer: 'Organisation',
    link: 'Lien',
    source: 'Agenda',
    details: 'Détails',
    sources: 'Agendas réunis ici',
    events: (events) => count(events, 'événement', 'événements'),
    monthView: 'Par mois',
    previousMonth: 'Mois précédent',
    nextMonth: 'Mois suivant',
    currentMonth: 'Ce mois-ci',
    noEventInMonth: 'Rien ce mois-là.',
    moreInDay: (events) => `et ${count(events, 'autre', 'autres')}`,
    continued: 'suite',
    today: 'aujourd’hui',
    newer: 'Plus récentes',
    older: 'Plus anciennes',
    pages: 'Pages des dates passées',
    subscribe: 'S’abonner',
    subscribeHelp:
      'L’agenda reste à jour dans votre logiciel\u202f: ouvrez ce lien, ou ajoutez-y cette adresse comme agenda distant.',
    openInSoftware: 'Ouvrir dans mon agenda',
    address: 'Adresse de l’agenda',
    download: 'Télécharger (.ics)',
    wholeCalendar: 'Voir tout l’agenda',
    inCalendar: 'Dans l’agenda',
  },
  collection: {
    empty: 'Aucune page pour l’instant.',
    entries: (entries) => count(entries, 'page', 'pages'),
    undated: 'Sans date',
    feed: 'Suivre par un flux (Atom)',
    newer: 'Plus récentes',
    older: 'Plus anciennes',
    next: 'Suite',
    previous: 'Début',
    pages: 'Pages de la liste',
    all: (entries) => `Tout voir (${entries})`,
  },
};
