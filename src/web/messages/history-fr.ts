import { formats, plural } from './formats.ts';
import type { HistoryMessages } from './history-messages.ts';

const { number, date } = formats('fr', 'fr-FR');
const count = (value: number, one: string, other: string) =>
  `${number(value)}\u00a0${plural('fr', value, one, other)}`;
const quoted = (text: string) => `«\u00a0${text}\u00a0»`;

/** The words around histories, in French. */
export const frenchHistoryMessages: HistoryMessages = {
  versions: {
    contributors: 'Qui y a contribué',
    contributions: (versions) => count(versions, 'version', 'versions'),
    since: (first, last) =>
      date(first) === date(last) ? `le ${date(first)}` : `du ${date(first)} au ${date(last)}`,
    otherContributors: (people) => `et ${count(people, 'autre personne', 'autres personnes')}`,
    compare: 'Comparer ces deux versions',
    compareHint: 'Cochez deux versions pour voir ce qui a changé de l’une à l’autre.',
    olderSide: 'Avant',
    newerSide: 'Après',
    choose: (side, day, subject) => `${side}\u202f: version du ${date(day)}, ${quoted(subject)}`,
    asItWas: 'La page ce jour-là',
    asItWasOn: (day) => `La page ce jour-là, le ${day}`,
    blame: 'Qui a écrit quoi',
    feed: 'Flux des changements',
  },
  recent: {
    title: 'Derniers changements',
    titleOf: (folder) => `Derniers changements dans ${quoted(folder)}`,
    folder: 'Dossier',
    wholeSite: 'Tout le site',
    show: 'Afficher',
    newest: 'Changements les plus récents',
    older: 'Changements plus anciens',
    pages: 'Pages des changements',
    feed: 'Suivre dans un lecteur de flux',
    files: 'Tous les fichiers',
    empty: 'Aucun changement à montrer.',
    atTime: (time) => `à ${time}`,
    robot: 'automatique',
    merge: 'fusion',
    otherFiles: (files) => `et ${count(files, 'autre fichier', 'autres fichiers')}`,
    touched: 'Fichiers concernés',
  },
  happened: {
    added: 'ajout',
    modified: 'modification',
    deleted: 'suppression',
    renamed: (from) => `auparavant ${from}`,
    changes: 'Changements',
    lines: (added, removed) =>
      [
        ...(added > 0 ? [count(added, 'ligne ajoutée', 'lignes ajoutées')] : []),
        ...(removed > 0 ? [count(removed, 'ligne supprimée', 'lignes supprimées')] : []),
      ].join(', '),
  },
  commit: {
    name: 'Commit',
    author: 'Écrit par',
    committer: 'Intégré par',
    on: (day, time) => `le ${day} à ${time}`,
    parents: 'Fait suite à',
    noParent: 'Premier commit',
    mergeOf: 'Fusionne',
    files: (files) => count(files, 'fichier changé', 'fichiers changés'),
    mergeFiles: (files) => `${count(files, 'fichier changé', 'fichiers changés')} par la fusion elle-même`,
    noFile: 'Ce commit ne change aucun fichier.',
    mergedOnly: 'Cette fusion réunit deux suites de changements sans rien y ajouter.',
    patch: 'Télécharger le patch',
    tree: 'Les fichiers à ce moment',
    bounded: 'Ce commit change trop de choses pour que tout soit montré ici.',
    others: (files) =>
      `${count(files, 'autre fichier n’est pas montré', 'autres fichiers ne sont pas montrés')} ici\u202f: le patch les contient.`,
    noSubject: '(sans titre)',
  },
  tree: {
    title: 'Tous les fichiers',
    titleOf: (folder) => `Fichiers de ${quoted(folder)}`,
    root: 'Racine',
    asOf: (day) => `Voici les fichiers tels qu’ils étaient le ${date(day)}.`,
    today: 'Voir les fichiers d’aujourd’hui',
    download: 'Télécharger tout le site',
    others: (entries) => `et ${count(entries, 'autre entrée', 'autres entrées')}`,
    empty: 'Ce dossier est vide.',
  },
  version: {
    title: (page) => `${page} (ancienne version)`,
    notice: (day) =>
      `Voici cette page telle qu’elle était le ${day}. Ses liens mènent au site d’aujourd’hui.`,
    unchanged: 'Elle n’a pas changé depuis.',
    today: 'Lire la version d’aujourd’hui',
    moved: 'La lire à son adresse d’aujourd’hui',
    deleted: 'Elle a été supprimée depuis.',
    since: 'Voir ce qui a changé depuis',
    file: 'Le fichier ce jour-là',
    firstRows: (shown, total) =>
      `Voici les ${number(shown)} premières lignes sur ${number(total)}\u202f; le fichier les contient toutes.`,
    upcoming: 'À venir, ce jour-là',
    past: 'Déjà passé, ce jour-là',
    noEvent: 'Ce calendrier n’annonçait rien.',
  },
  blame: {
    title: (page) => `Qui a écrit quoi dans ${quoted(page)}`,
    intro: 'Chaque passage de la source, avec le dernier changement qui l’a touché.',
    asOf: (day) => `Voici le fichier tel qu’il était le ${date(day)}.`,
    lines: (lines) => count(lines, 'ligne', 'lignes'),
    tooLarge: 'Ce fichier est trop grand pour être montré ligne à ligne.',
    binary: 'Ce fichier n’est pas du texte\u202f: il ne peut pas être montré ligne à ligne.',
    tooLong:
      'L’histoire de ce fichier est trop longue pour être relue ligne à ligne. Son historique reste lisible.',
    empty: 'Ce fichier est vide.',
    linesOf: (first, last) =>
      first === last ? `Ligne ${number(first)}` : `Lignes ${number(first)} à ${number(last)}`,
  },
};
