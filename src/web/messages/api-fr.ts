import { frenchApiCatalogue } from './api-catalogue-fr.ts';
import type { ApiMessages } from './api-messages.ts';

export const frenchApiMessages: ApiMessages = {
  api: {
    title: 'API',
    intro:
      'Tout ce que montre ce site, les programmes peuvent le lire\u202f: ses pages, ses tableaux, ses événements et ses changements, ses catalogues de code et de logiciels, en JSON. Il ne faut aucune clé. Ce qui est à une personne se demande avec un jeton.',
    description: 'Description OpenAPI',
    contents: 'Opérations',
    subjects: {
      site: 'L’ensemble',
      content: 'Pages et données',
      code: 'Code source',
      software: 'Logiciels soutenus',
      lists: 'Listes de diffusion',
      proposals: 'Propositions',
      members: 'Avec un jeton',
    },
    rules: [
      {
        name: 'De partout',
        text: 'Les pages de tout autre site peuvent l’appeler depuis un navigateur (CORS). Seules les méthodes GET, HEAD et OPTIONS ont une réponse, sauf là où une opération dit autre chose.',
      },
      {
        name: 'Jetons',
        text: 'Une opération qui nomme un usage se demande avec Authorization: Bearer et un jeton fait pour lui sur /-/account. Elle fait ce que permettent à cet instant les rôles de la personne, et ses réponses ne sont jamais gardées.',
      },
      {
        name: 'Longues listes',
        text: 'Une liste vient par parties. Son membre «\u00a0next\u00a0» et son en-tête Link donnent l’adresse de la partie suivante\u202f; à la fin, «\u00a0next\u00a0» vaut null. N’inventez jamais de curseur.',
      },
      {
        name: 'Réponses inchangées',
        text: 'Chaque réponse a un ETag. Renvoyez-le dans If-None-Match\u202f: tant que rien n’a changé, la réponse est 304, sans contenu.',
      },
      {
        name: 'Valeurs',
        text: 'Les adresses sont absolues, les heures suivent la RFC 3339 en UTC, les langues sont des codes BCP 47, les textes sont en UTF-8. Ce qui n’est pas connu vaut null.',
      },
      {
        name: 'Version',
        text: 'Tant que les adresses commencent par /-/api/v1, les réponses peuvent gagner des membres et les opérations des paramètres\u202f; aucun n’est renommé, retiré, ni ne change de sens.',
      },
    ],
    operations: {
      ...frenchApiCatalogue.operations,
      getSite: {
        title: 'Le site',
        sentence:
          'Son titre, ses langues et sa licence, le commit qu’il montre, et où commence chaque liste.',
      },
      listPages: {
        title: 'Lister les pages',
        sentence: 'Par chemin, sans les brouillons. Les filtres s’ajoutent.',
      },
      getPage: {
        title: 'Une page',
        sentence:
          'Ce qu’elle dit d’elle-même, son plan, ses traductions, ses liens et ceux qui y mènent, en HTML et en Markdown. Une page déplacée répond 301, une page supprimée 410.',
      },
      listTables: {
        title: 'Lister les tableaux',
        sentence: 'Les fichiers CSV et TSV, par chemin.',
      },
      getTable: {
        title: 'Les lignes d’un tableau',
        sentence:
          'Ses colonnes, et les lignes qui répondent à une requête écrite comme dans les adresses de la page du tableau. En CSV, toutes les lignes qui conviennent, quelle que soit la page.',
      },
      listLists: {
        title: 'Lister les listes de diffusion',
        sentence: 'Celles dont tout le monde peut lire les archives, dans l’ordre des réglages.',
      },
      getList: {
        title: 'Une liste de diffusion',
        sentence:
          'À quoi elle sert, son adresse, ce que contiennent ses archives et comment les obtenir en entier.',
      },
      listThreads: {
        title: 'Lister les discussions d’une liste',
        sentence: 'Celle du message le plus récent d’abord, avec qui a écrit dans chacune.',
      },
      listMessages: {
        title: 'Lister les messages d’une liste',
        sentence: 'Les derniers arrivés d’abord\u202f: tous, ou ce que trouve une recherche.',
      },
      listSeries: {
        title: 'Lister les séries de correctifs d’une liste',
        sentence: 'La plus récente d’abord, avec combien de correctifs elle annonce et combien sont arrivés.',
      },
      listProposals: {
        title: 'Lister les propositions',
        sentence: 'Ce que l’on propose de changer dans le wiki, la plus récente d’abord.',
      },
      getProposal: {
        title: 'Une proposition',
        sentence:
          'Ses versions, ce qu’elle modifie, si elle s’applique au wiki d’aujourd’hui, et ce qu’en disent les vérifications.',
      },
      getAccount: {
        title: 'Qui un jeton représente',
        sentence: 'Son adresse, ses rôles et où ils valent, et à quoi le jeton peut servir.',
      },
      listOwnProposals: {
        title: 'Lister ses propositions',
        sentence: 'Ce qu’a proposé la personne à qui est le jeton, le plus récent d’abord.',
      },
      decideProposal: {
        title: 'Décider d’une proposition',
        sentence:
          'L’applique, l’approuve, la rejette ou demande une autre version, comme sa page de relecture. Rien n’est décidé d’une autre version que celle qui est nommée\u202f: 409.',
      },
      listTrail: {
        title: 'Ce que font les membres',
        sentence:
          'Connexions, demandes, rôles, envois et décisions, les plus récents d’abord\u202f: pour l’administration du wiki.',
      },
      getMessage: {
        title: 'Un message',
        sentence:
          'Son texte, ses pièces jointes, ce à quoi il répond et ce qui lui répond, et ce qui a été vérifié de son origine. Un message effacé répond 410.',
      },
      listCalendars: {
        title: 'Lister les calendriers',
        sentence: 'Les fichiers iCalendar, par chemin.',
      },
      listEvents: {
        title: 'Lister les événements',
        sentence:
          'D’un calendrier ou de tous, par date de début. Un événement récurrent apparaît chaque fois qu’il a lieu, un événement annulé avec son état.',
      },
      listCollections: {
        title: 'Lister les collections',
        sentence: 'Les dossiers que suivent les réglages du site.',
      },
      getCollection: {
        title: 'Les pages d’une collection',
        sentence: 'Dans son ordre, chacune dans la langue demandée quand elle a été traduite.',
      },
      listChanges: {
        title: 'Lister les changements',
        sentence: 'Les commits, du plus récent au plus ancien, avec ce que chacun a fait à quels fichiers.',
      },
      search: {
        title: 'Chercher',
        sentence: 'Pages, lignes de tableaux, événements et fichiers, les meilleures réponses d’abord.',
      },
      listFindings: {
        title: 'Lister ce qui est à réparer',
        sentence:
          'Liens morts, fautes des tableaux et des calendriers, traductions manquantes\u202f: ce que trouvent les vérifications.',
      },
    },
    parameters: {
      ...frenchApiCatalogue.parameters,
      path: 'Le chemin du fichier dans le dépôt\u202f; ses barres obliques peuvent s’écrire telles quelles.',
      name: 'Le nom de la collection.',
      'getList.name': 'Le nom de la liste.',
      'listThreads.name': 'Le nom de la liste.',
      'listMessages.name': 'Le nom de la liste.',
      'getMessage.name': 'Le nom de la liste.',
      'listSeries.name': 'Le nom de la liste.',
      number: 'Le numéro de la proposition.',
      state: 'Seulement celles de cet état.',
      id: 'Le Message-ID, sans ses chevrons.',
      'listLists.language': 'La langue des titres.',
      'getList.language': 'La langue des titres.',
      'listMessages.q':
        'Ce qu’il faut chercher, écrit comme dans la recherche des archives\u202f: des mots, s:sujet, f:auteur, d:2026-01-01.., is:patch.',
      language: 'Une langue, par son code.',
      folder: 'Seulement ce qui est dans ce dossier ou plus bas.',
      tag: 'Seulement les pages qui portent cette étiquette, écrite de même.',
      limit: 'Combien au plus.',
      cursor: 'Où continuer\u202f: vient du «\u00a0next\u00a0» d’une réponse.',
      fields:
        'Seulement ces parties, outre ce qu’en disent les listes. Répétez-le, ou séparez les noms par des virgules.',
      'getTable.q': 'Des mots qui doivent tous être dans la ligne, sans égard à la casse ni aux accents.',
      sort: 'La colonne qui ordonne\u202f; précédée de -, en commençant par la fin.',
      page: 'Quelle page de lignes.',
      size: 'Combien de lignes par page.',
      row: 'Seulement la ligne de cette clé.',
      format: 'JSON, ou CSV.',
      filters:
        'Colonne=valeur, comme dans une adresse\u202f: les lignes qui l’ont. Répétez une colonne pour l’une ou l’autre valeur. Une colonne nommée comme un autre paramètre est précédée de _.',
      'listTrail.person': 'Par qui, ou au sujet de qui\u202f: une adresse.',
      'listTrail.what': 'Seulement ce qui est de ce genre\u202f: grant, push, decide…',
      'listTrail.since': 'Fait à cet instant ou après.',
      'listTrail.until': 'Fait avant cet instant.',
      calendar: 'Le chemin d’un calendrier\u202f; tous sinon.',
      from: 'À partir de ce jour ou de cette heure\u202f; de maintenant sinon. Un jour seul est dans le fuseau horaire du site.',
      to: 'Jusqu’à ce jour ou à cette heure, non compris\u202f; un an plus tard sinon.',
      since: 'Appliqués à cette heure ou plus tard.',
      until: 'Appliqués avant cette heure.',
      'getCollection.language': 'La langue du lecteur.',
      'listCollections.language': 'La langue des titres.',
      'search.q': 'Ce qu’il faut chercher\u202f: des mots, ou «\u00a0une expression\u00a0» entre guillemets.',
      'search.language': 'La langue du lecteur, dont les pages viennent d’abord.',
      in: 'Seulement ce qui est dans cette langue.',
      kind: 'Seulement ce qui est de cette sorte.',
      section: 'Seulement ce qui est dans ce dossier de la racine.',
      rule: 'Seulement ce que trouvent ces règles.',
      severity: 'Seulement ce qui est de ces gravités.',
      'listFindings.language': 'La langue des messages.',
    },
    needsToken: (scope) => `Avec un jeton pour ${scope}.`,
    required: 'obligatoire',
    any: 'peu importe',
    usual: (value) => `${value} sinon`,
    send: 'Envoyer',
    sending: 'En attente de la réponse…',
    answer: 'Réponse',
    cut: 'La réponse est longue\u202f: seul son début est montré. La commande la donne en entier.',
    failed: 'Le serveur ne répond pas. Vérifiez votre connexion et recommencez.',
    command: 'Commande',
    problems: 'Quand quelque chose ne va pas',
    problemsIntro:
      'La réponse est un problème (RFC 9457, application/problem+json)\u202f: ce qui s’est passé, ce qui était attendu, et chaque paramètre fautif.',
    status: 'Statut',
    meaning: 'Ce qu’il veut dire',
    problem: {
      400: 'Un paramètre est inconnu, ou ce qu’il dit ne se comprend pas. «\u00a0errors\u00a0» nomme chacun et dit ce qui peut s’écrire.',
      401: 'Aucun jeton n’a été envoyé, ou il n’est plus valable\u202f: il a pris fin, ou il a été révoqué.',
      403: 'Le jeton ne sert pas à cela, ou la personne qu’il représente ne peut pas le faire.',
      404: 'Il n’y a rien de ce nom, ni aujourd’hui ni avant.',
      405: 'L’opération ne se demande pas avec cette méthode\u202f: l’en-tête Allow nomme les siennes.',
      406: 'L’en-tête Accept ne nomme aucun type qui puisse être répondu.',
      409: 'Ce qui a été regardé n’est plus le même.',
      410: 'Il y avait un fichier de ce nom\u202f; il a été supprimé.',
      500: 'Le serveur a échoué, et son responsable en est averti.',
      503: 'Le wiki ne peut pas être lu en ce moment, ou se prépare. Redemandez un peu plus tard.',
    },
  },
};
