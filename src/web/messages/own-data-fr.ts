import type { OwnDataMessages } from './own-data-messages.ts';

export const frenchOwnDataMessages: OwnDataMessages = {
  ownData: {
    link: 'Vos données\u202f: les emporter ou les effacer',
    title: 'Vos données',
    exportTitle: 'Les emporter',
    exportIntro:
      'Tout ce que ce site garde de votre adresse et qui n’est pas public\u202f: rôles, demandes, sessions et jetons sans leurs secrets, modifications non envoyées, abonnements, et ce que le journal dit de vous.',
    exportLink: 'Télécharger en JSON',
    eraseTitle: 'Les effacer',
    eraseIntro:
      'Vos rôles, demandes, jetons, sessions, modifications non envoyées, abonnements et suivis de pages sont effacés aussitôt, partout où vous êtes en ligne. Le journal garde ce qui a été fait, sous un nom inventé à la place de votre adresse. C’est sans retour.',
    eraseStays:
      'Ce qui est public reste\u202f: les commits dans Git, qui portent un nom et une adresse, et les messages dans les archives des listes.',
    askErasure: (address) =>
      `Pour faire effacer un message ou une page qui vous nomme, écrivez à ${address} en disant lequel.`,
    moderates:
      'Vous êtes responsable d’une liste par greffe.yml, qui est public\u202f: faites-y aussi retirer votre adresse.',
    lastAdministrator:
      'Vous êtes seul·e à administrer ce wiki\u202f: ensuite personne ne lira le journal ni ne donnera ce rôle, jusqu’à ce que l’exploitant le fasse par greffe member grant.',
    lastAnyway: 'Laisser le wiki sans personne pour l’administrer',
    confirm: (address) => `Pour confirmer, tapez votre adresse\u202f: ${address}`,
    eraseButton: 'Effacer mes données',
    faults: {
      confirm: 'Rien n’est effacé\u202f: ce que vous avez tapé n’est pas votre adresse.',
      last: 'Rien n’est effacé\u202f: vous êtes seul·e à administrer ce wiki. Donnez d’abord ce rôle à quelqu’un, ou cochez que vous le savez.',
    },
    erased: 'Vos données sont effacées',
    erasedText: 'Vous n’êtes plus en ligne nulle part. Ce qui est public reste où il est.',
  },
};
