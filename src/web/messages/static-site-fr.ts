import type { StaticSiteMessages } from './static-site-messages.ts';

export const frenchStaticSiteMessages: StaticSiteMessages = {
  staticSite: {
    moved: 'Cette page a changé d’adresse',
    lost: 'Il n’y a pas de page à cette adresse.',
    search: 'Rechercher',
    words: 'Mots à chercher',
    searchNeedsScript:
      'La recherche se fait dans votre navigateur, qui doit pour cela exécuter JavaScript. Sans lui, la navigation mène à toutes les pages.',
    searching: 'Recherche en cours…',
    noResult: 'Aucun résultat',
    noResultHint: 'Essayez d’autres mots, ou des mots moins nombreux.',
    results: 'résultats',
    result: 'résultat',
    more: 'Afficher la suite',
    failed: 'La recherche n’a pas pu se charger. Rechargez la page, ou passez par la navigation.',
  },
};
