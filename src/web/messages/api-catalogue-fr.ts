import type { ApiCatalogueWords } from './api-messages.ts';

export const frenchApiCatalogue: ApiCatalogueWords = {
  operations: {
    listRepositories: {
      title: 'Chercher dans le code source',
      sentence:
        'Les dépôts du registre, avec les mêmes mots et les mêmes filtres que sa page, et combien il y en a. Au-delà de 10\u202f000, ils ne sont plus comptés.',
    },
    getRepository: {
      title: 'Un dépôt',
      sentence:
        'Sa fiche entière, à quel organisme il est, et ce qui fait son score, point par point. Une ancienne adresse, ou sa clé, répond 301.',
    },
    getCodeFacets: {
      title: 'Compter une recherche par facette',
      sentence:
        'Combien de dépôts trouvés par une recherche ont chaque valeur de chaque facette, si rien n’était choisi de cette facette.',
    },
    listCodeAccounts: {
      title: 'Lister les comptes sur les forges',
      sentence: 'Ceux dont le registre a une fiche, par adresse, avec l’organisme à qui chacun est.',
    },
    listOrganisations: {
      title: 'Lister les organismes',
      sentence: 'Les organismes publics, par identifiant, chacun avec celui dont il fait partie.',
    },
    listSoftware: {
      title: 'Chercher dans les logiciels soutenus',
      sentence:
        'Avec les mêmes mots et les mêmes filtres que la page du catalogue, chacun comme le dit son export JSON.',
    },
    getSoftware: {
      title: 'Un logiciel',
      sentence:
        'Tout ce qui en est connu, qui dit quoi, ce qu’est devenue sa ligne, et qui a choisi de dire qu’il l’utilise. Un logiciel qui n’est plus au catalogue y est encore.',
    },
    listSoftwareChanges: {
      title: 'Lister les changements du catalogue',
      sentence: 'Ce que chaque version de son tableau a ajouté, retiré ou changé, la plus récente d’abord.',
    },
  },
  parameters: {
    address:
      'L’adresse du dépôt\u202f: le nom de sa forge, puis son chemin, dont les barres obliques peuvent s’écrire telles quelles.',
    key: 'La clé du logiciel\u202f: son numéro, sinon son nom, comme la donnent les listes.',
    facets: 'Seulement ces facettes. Répétez-le, ou séparez les noms par des virgules.',
    'listRepositories.q': 'Des mots qui doivent tous s’y trouver.',
    'getCodeFacets.q': 'Des mots qui doivent tous s’y trouver.',
    'listSoftware.q': 'Des mots qui doivent tous s’y trouver.',
    organisation:
      'L’identifiant d’un organisme public\u202f; ce qui est à ceux qui en font partie compte aussi.',
    'listCodeAccounts.organisation': 'L’identifiant de l’organisme public à qui ils sont.',
    ministry: 'L’identifiant de l’organisme dont tout relève.',
    account: 'L’adresse d’un compte\u202f: gitlab.com/exemple.',
    'listRepositories.language': 'Un langage de programmation, écrit de même.',
    'getCodeFacets.language': 'Un langage de programmation, écrit de même.',
    licence: 'Une licence, comme l’écrit SPDX.',
    forge: 'Le nom de domaine d’une forge.',
    topic: 'Un sujet, sans majuscules.',
    'listRepositories.kind': 'Ce qu’en dit publiccode.yml\u202f: library, standalone/web…',
    'getCodeFacets.kind': 'Ce qu’en dit publiccode.yml\u202f: library, standalone/web…',
    year: 'L’année de sa création.',
    fork: 'S’il s’agit d’un fork. Ce qui n’est pas connu n’est ni l’un ni l’autre.',
    archived: 'S’il est archivé.',
    template: 'S’il s’agit d’un modèle.',
    publiccode: 'S’il a un publiccode.yml.',
    contributing: 'S’il dit comment contribuer.',
    releases: 'S’il a des versions publiées.',
    heritage: 'Si Software Heritage le conserve.',
    dependency: 'Un paquet dont il dépend, écrit en purl\u202f: pkg:npm/vue.',
    'listRepositories.sort': 'Dans quel ordre.',
    parent: 'Seulement ceux qui relèvent directement de l’organisme de cet identifiant.',
    category: 'Une catégorie, écrite de même.',
    critical: 'S’il est critique.',
    status: 'S’il est en observation, recommandé ou retiré.',
    contract: 'Le nom d’un marché qui le couvre, tel que dans les réglages.',
    system: 'Ce sur quoi il tourne, sans majuscules.',
    'listSoftware.sort':
      'Dans quel ordre\u202f: des noms, du tableau, ou les dernières recommandations d’abord.',
    'listSoftware.filters':
      'attribute.NOM=valeur, comme dans une adresse, pour chaque attribut qui sert de filtre.',
  },
};
