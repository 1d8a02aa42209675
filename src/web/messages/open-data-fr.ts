import { formats, plural } from './formats.ts';
import type { OpenDataMessages } from './open-data-messages.ts';

const { number } = formats('fr', 'fr-FR');
const counted = (value: number, one: string, other: string) =>
  `${number(value)} ${plural('fr', value, one, other)}`;

export const frenchOpenDataMessages: OpenDataMessages = {
  openData: {
    link: 'Données ouvertes',
    title: (site) => `${site}\u00a0: codes sources publics`,
    description:
      'Les dépôts de code source que publient les organismes publics, les comptes qui les portent et les organismes eux-mêmes.',
    softwareTitle: (site) => `${site}\u00a0: logiciels soutenus`,
    softwareDescription: 'Les logiciels libres que l’organisme recommande, observe ou fait soutenir.',
    intro:
      'Tout le registre, à télécharger et à réutiliser. Les fichiers suivent le registre\u00a0: ils changent avec lui, et leur adresse ne change pas.',
    files: 'Fichiers',
    format: 'Format',
    table: 'Table',
    columns: (table) => `Colonnes\u00a0: ${table}`,
    column: 'Colonne',
    type: 'Type',
    meaning: 'Sens',
    types: { string: 'texte', integer: 'entier', boolean: 'booléen', datetime: 'date et heure' },
    reuse: 'Réutilisation',
    licence: 'Licence',
    publisher: 'Publié par',
    modified: 'Modifié le',
    noLicence: 'Aucune n’est indiquée',
    git: 'Avec son histoire',
    gitText:
      'Le registre est un dépôt Git de fichiers JSON\u00a0: un fichier par dépôt ou par compte, un commit par changement.',
    described: 'Descriptions pour les programmes',
    dataPackage: 'Data Package, avec le schéma de chaque table',
    catalogue: 'Catalogue DCAT-AP, en JSON-LD',
    published: 'Sous les noms de code.gouv.fr',
    publishedText: 'Les mêmes données, avec les noms de fichiers et les colonnes de code.gouv.fr.',
    awesomeLink: 'Projets remarquables, en Markdown',
    found: (count) =>
      count === 1
        ? 'Télécharger ce dépôt'
        : `Télécharger ces ${number(count)}\u00a0${plural('fr', count, 'dépôt', 'dépôts')}`,
    latest: 'Derniers dépôts créés',
    latestText: 'Les dépôts de code source les plus récents du registre.',
    releases: 'Dernières versions publiées',
    releasesText: 'Les versions que les dépôts du registre ont publiées en dernier.',
    findings: 'Défauts des publiccode.yml',
    findingsOf: (repository) => `publiccode.yml de ${repository}`,
    findingsText: 'Ce qui est à corriger dans les fichiers publiccode.yml, et comment.',
    faults: ({ errors, warnings, notes }) =>
      [
        ...(errors > 0 ? [counted(errors, 'erreur', 'erreurs')] : []),
        ...(warnings > 0 ? [counted(warnings, 'avertissement', 'avertissements')] : []),
        ...(notes > 0 ? [counted(notes, 'remarque', 'remarques')] : []),
      ].join(', '),
    badge: {
      valid: 'valide',
      none: 'absent',
      unknown: 'inconnu',
      unchecked: 'présent',
      title: 'Afficher l’état du publiccode.yml',
      intro: 'Cette ligne, dans le README du dépôt, montre si son publiccode.yml est valide.',
    },
    awesome: (site) => `Projets remarquables – ${site}`,
    awesomeText: 'Une liste de projets libres remarquables, financés par des organismes publics.',
    terms: (publisher, licence) =>
      licence === undefined ? `Publié par ${publisher}.` : `Publié par ${publisher} sous ${licence}.`,
  },
};
