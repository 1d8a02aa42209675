import type { TrailMessages } from './trail-messages.ts';

export const frenchTrailMessages: TrailMessages = {
  trail: {
    title: 'Ce que font les membres',
    intro:
      'Connexions, demandes, rôles, envois et décisions, les plus récents d’abord. Réservé à l’administration du wiki.',
    person: 'Par qui, ou au sujet de qui (une adresse)',
    what: 'Quoi',
    anything: 'tout',
    since: 'À partir du',
    until: 'Jusqu’au',
    show: 'Voir',
    nothing: 'Rien de tel n’a été fait.',
    older: 'Plus ancien',
    csv: 'Télécharger en CSV',
    jsonLines: 'Télécharger en JSON Lines',
    badDay: 'Un jour s’écrit 2027-01-31.',
  },
};
