import { formats } from './formats.ts';
import type { SearchMessages } from './search-messages.ts';

const { number } = formats('fr', 'fr-FR');

export const frenchSearchMessages: SearchMessages = {
  search: {
    title: 'Recherche',
    titleOf: (text) => `«\u00a0${text}\u00a0», recherche`,
    label: 'Rechercher dans le wiki',
    button: 'Rechercher',
    found: (count, exact) =>
      `${exact ? '' : 'plus de '}${number(count)} ${count < 2 ? 'résultat' : 'résultats'}`,
    nothing: (text) => `Rien ne correspond à «\u00a0${text}\u00a0».`,
    tryThis: 'Vous pouvez essayer\u202f:',
    tries: [
      'de vérifier l’orthographe\u202f;',
      'd’écrire moins de mots, ou le début d’un mot\u202f;',
      'de retirer les guillemets, s’il y en a.',
    ],
    withoutFilters: 'Chercher sans les filtres',
    relaxed: 'Aucun document ne contient tous ces mots. Voici ceux qui en contiennent le plus.',
    didYouMean: 'Vouliez-vous dire',
    helpTitle: 'Comment chercher',
    write: 'Ce qu’on écrit',
    finds: 'Ce qu’on trouve',
    help: [
      { write: 'publier logiciel', finds: 'les deux mots, dans n’importe quel ordre, accordés ou conjugués' },
      { write: '"logiciel libre"', finds: 'ces mots-là, à la suite' },
      { write: 'licence -MIT', finds: '«\u00a0licence\u00a0», sans «\u00a0MIT\u00a0»' },
      {
        write: 'etat',
        finds:
          'aussi «\u00a0État\u00a0» et «\u00a0l’État\u00a0»\u202f: les accents et les majuscules ne comptent pas',
      },
    ],
    filters: 'Restreindre les résultats',
    kind: 'Type',
    language: 'Langue',
    section: 'Rubrique',
    any: 'Tout',
    root: 'Racine du wiki',
    kinds: { page: 'Page', row: 'Ligne de tableau', event: 'Rendez-vous', file: 'Fichier', word: 'Chercher' },
    manyOf: { page: 'Pages', row: 'Lignes de tableau', event: 'Rendez-vous', file: 'Fichiers' },
    previous: 'Résultats précédents',
    next: 'Résultats suivants',
    pages: 'Pages de résultats',
    feed: 'Suivre cette recherche',
    suggestions: (count) => (count < 2 ? `${count} suggestion` : `${count} suggestions`),
    tooFar: 'Les résultats s’arrêtent là\u202f: précisez la recherche pour voir les autres.',
  },
};
