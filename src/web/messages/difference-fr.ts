import type { DifferenceMessages } from './difference-messages.ts';
import { formats, plural } from './formats.ts';
import { type RecurrenceWords, recurrenceText } from './recurrence-words.ts';

const { number, date } = formats('fr', 'fr-FR');
const count = (value: number, one: string, other: string) =>
  `${number(value)}\u00a0${plural('fr', value, one, other)}`;
const quoted = (text: string) => `«\u00a0${text}\u00a0»`;

const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const UNITS = {
  DAILY: ['tous les jours', 'tous les', 'jours'],
  WEEKLY: ['toutes les semaines', 'toutes les', 'semaines'],
  MONTHLY: ['tous les mois', 'tous les', 'mois'],
  YEARLY: ['tous les ans', 'tous les', 'ans'],
} as const;
const list = new Intl.ListFormat('fr-FR', { type: 'conjunction' });

const recurrence: RecurrenceWords = {
  every: (unit, interval) => {
    const [each, all, name] = UNITS[unit];
    return interval === 1 ? each : `${all} ${number(interval)}\u00a0${name}`;
  },
  onDays: (days) => list.format(days),
  weekday: (day) => `le ${WEEKDAYS[day]}`,
  nthWeekday: (nth, day) => `le ${nth === -1 ? 'dernier' : nth === 1 ? '1er' : `${nth}e`} ${WEEKDAYS[day]}`,
  monthDay: (day) => `le ${day === 1 ? '1er' : day}`,
  until: (day) => `jusqu’au ${date(day)}`,
  times: (count) => `${number(count)}\u00a0fois`,
};

/** The words around what changed in a file, in French. */
export const frenchDifferenceMessages: DifferenceMessages = {
  difference: {
    labels: {
      addedBlock: 'Ajouté\u202f:',
      removedBlock: 'Supprimé\u202f:',
      movedAway: '(déplacé ailleurs)',
      movedHere: '(déplacé ici)',
      addedWords: '(ajouté\u202f:',
      removedWords: '(supprimé\u202f:',
      endOfWords: ')',
      linkChanged: (before) => `(le lien menait à ${before})`,
      linkAdded: '(nouveau lien)',
      linkRemoved: (before) => `(lien retiré, il menait à ${before})`,
      alternativeChanged: (before, after) =>
        before === ''
          ? `(description ajoutée\u202f: ${quoted(after)})`
          : after === ''
            ? `(description supprimée\u202f: ${quoted(before)})`
            : `(description changée\u202f: ${quoted(before)} devient ${quoted(after)})`,
      formatChanged: '(mise en forme changée)',
      headingChanged: '(niveau de titre changé)',
    },
    views: 'Façons de voir les changements',
    rendered: {
      page: 'Page',
      table: 'Lignes et cellules',
      calendar: 'Événements',
      image: 'Images',
      text: 'Texte',
    },
    source: 'Source',
    split: 'Côte à côte',
    showAll: 'Tout montrer',
    showChanges: 'Ne montrer que les changements',
    sameRendering: 'La page se lit comme avant\u202f: seule sa source a changé.',
    tooLargeToRender: 'Cette version ou la précédente est trop grande pour être comparée ainsi.',
    seeSource: 'Voir les changements de la source',
    only: {
      mode: 'Seul le mode du fichier (ses droits) a changé\u202f:',
      name: 'Seul le nom du fichier a changé\u202f:',
    },
    unchanged: (blocks) => `${count(blocks, 'passage inchangé', 'passages inchangés')}`,
    before: 'Avant',
    after: 'Après',
    nothing: 'rien',
    fields: 'Informations sur la page',
    field: 'Champ',
    column: 'Colonne',
    columns: 'Colonnes',
    columnsAdded: 'Ajoutées',
    columnsRemoved: 'Supprimées',
    columnsRenamed: 'Renommées',
    columnsMoved: 'Déplacées',
    rowsAdded: (rows) => count(rows, 'ligne ajoutée', 'lignes ajoutées'),
    rowsRemoved: (rows) => count(rows, 'ligne supprimée', 'lignes supprimées'),
    rowsChanged: (rows) => count(rows, 'ligne modifiée', 'lignes modifiées'),
    rowsMoved: (rows) => count(rows, 'ligne déplacée', 'lignes déplacées'),
    rowsUnchanged: (rows) => count(rows, 'ligne inchangée', 'lignes inchangées'),
    firstOnly: (shown) => `Les ${number(shown)}\u00a0premières sont montrées ici.`,
    sameRows: 'Les lignes et les cellules sont les mêmes\u202f: seule la façon de les écrire a changé.',
    row: (line) => `ligne ${number(line)} du fichier`,
    eventsAdded: (events) => count(events, 'événement ajouté', 'événements ajoutés'),
    eventsRemoved: (events) => count(events, 'événement supprimé', 'événements supprimés'),
    eventsChanged: (events) => count(events, 'événement modifié', 'événements modifiés'),
    eventsUnchanged: (events) => count(events, 'événement inchangé', 'événements inchangés'),
    sameEvents: 'Les événements sont les mêmes\u202f: seule la façon de les écrire a changé.',
    calendarName: 'Nom de l’agenda',
    property: 'Quoi',
    properties: {
      summary: 'Titre',
      when: 'Quand',
      location: 'Lieu',
      status: 'État',
      recurrence: 'Répétition',
      dates: 'Dates à part',
      description: 'Description',
      url: 'Lien',
      categories: 'Catégories',
      organizer: 'Organisation',
    },
    status: { confirmed: 'Confirmé', tentative: 'À confirmer', cancelled: 'Annulé' },
    leftOut: (days) => `Dates retirées\u202f: ${days}`,
    extraDates: (days) => `Dates en plus\u202f: ${days}`,
    recurrence: (rule) => recurrenceText(rule, recurrence),
    noRecurrence: 'une seule fois',
    occurrenceOf: (day) => `séance du ${day}`,
    pixels: (width, height) => `${number(width)}\u00a0×\u00a0${number(height)} pixels`,
    imageOf: (side) => `${side}, l’image`,
  },
};
