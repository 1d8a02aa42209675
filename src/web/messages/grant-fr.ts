import type { GrantMessages } from './grant-messages.ts';

export const frenchGrantMessages: GrantMessages = {
  grants: {
    giveTitle: 'Donner un rôle',
    giveIntro:
      'À quelqu’un qui ne l’a pas demandé, ou dans une partie du wiki de plus. Si la personne y a déjà un rôle, celui-ci le remplace.',
    address: 'Son adresse de courriel',
    name: 'Son nom',
    paths: 'Seulement ces fichiers (tout le wiki si vide)',
    pathsHelp:
      'guides/faq.md est un fichier, guides/*.md ceux d’un dossier, guides/** tout ce qui est en dessous.',
    lists: 'Seulement les propositions de ces listes (toutes si vide)',
    listsHelp: 'Pour un rôle de responsable, qui décide alors de ces propositions et de rien d’autre.',
    give: 'Donner ce rôle',
    given: (address) => `C’est fait\u202f: ${address} en est informé par courriel.`,
    onlyPaths: (patterns) => `seulement ${patterns}`,
    onlyLists: (names) => `seulement les propositions de ${names}`,
    notGiven: 'Rien n’a été donné',
    scopeFaults: {
      pattern: (subject) =>
        `${subject} n’est pas un motif de chemins\u202f: écrivez guides/faq.md, guides/*.md ou guides/**.`,
      list: (subject) => `${subject} n’est pas une liste de ce wiki.`,
      'too-many': () => 'Il y a trop de motifs\u202f: nommez plutôt des dossiers.',
      administrator: () =>
        'On administre le wiki tout entier\u202f: laissez les fichiers et les listes vides.',
      committer: () => 'Qui écrit n’est limité que par des fichiers\u202f: laissez les listes vides.',
    },
    faults: {
      address: 'Ce n’est pas une adresse de courriel.',
      name: 'Donnez le nom de la personne.',
      day: 'Le dernier jour n’en est pas un, ou il est passé\u202f: choisissez un jour à venir.',
      above:
        'Ce rôle, ou celui que la personne a déjà, dépasse le vôtre\u202f: demandez à quelqu’un qui l’a.',
      gone: 'Quelqu’un a répondu entre-temps, ou l’a retiré.',
      list: 'Ce wiki n’a pas de liste au nom de laquelle le dire.',
    },
    unused: (months) => `sans usage depuis ${months} mois`,
    showUnused: (count) =>
      count === 1 ? 'Voir celui qui ne sert pas' : `Voir les ${count} qui ne servent pas`,
    noUnused: (months) => `Tous ont servi depuis ${months} mois.`,
    showAll: 'Tout voir',
    notYours: 'Cette proposition n’est pas de votre ressort',
    notYoursText:
      'Elle vient d’une autre liste, ou modifie des fichiers qui ne sont pas de votre ressort. Sa discussion vous est ouverte, comme à tout le monde.',
    yours: 'Vos rôles',
    revokeOf: (name) => `Révoquer le rôle de ${name}`,
  },
};
