import type { ReviewMessages } from './review-messages.ts';

const lines = (from: number, to: number) => (from === to ? `ligne ${from}` : `lignes ${from} à ${to}`);

/** Les mots des relectures, en français. */
export const frenchReviewMessages: ReviewMessages = {
  review: {
    title: 'Donner son avis',
    help: 'Ce que vous écrivez est un message sur la liste, à votre nom, envoyé aussi à qui a fait la proposition.',
    signIn: 'Se connecter pour commenter ou décider',
    byMail: 'Répondre par courriel',
    chooseLine: {
      rendered: 'Pour commenter un passage ou proposer une autre formulation, suivez le lien placé dessous.',
      source: 'Pour commenter une ligne ou proposer une autre formulation, suivez le numéro de la ligne.',
    },
    commentLine: (line) => `Commenter la ligne ${line}`,
    commentBlock: (line) => `Commenter ce passage (ligne ${line})`,
    wholeTitle: 'Commenter l’ensemble',
    linesTitle: (path, from, to) => `Commenter ${path}, ${lines(from, to)}`,
    removedTitle: (path, from, to) =>
      `Commenter ${path}, ${lines(from, to)} retirée${from === to ? '' : 's'}`,
    otherLines: 'D’autres lignes',
    from: 'De la ligne',
    to: 'à la ligne',
    show: 'Les afficher',
    quoted: 'Les lignes, telles que votre message les cite',
    comment: 'Votre commentaire',
    wording: 'La formulation que vous proposez',
    wordingHelp:
      'Modifiez les lignes pour proposer une autre formulation, que l’auteur peut accepter d’une pression. Laissées telles quelles, elles ne proposent rien\u202f; effacées, elles proposent de retirer ces lignes.',
    send: 'Envoyer',
    public: (address) =>
      `Vous êtes connecté·e comme ${address}. Votre message est public, à votre nom\u202f; l’auteur de la proposition peut vous répondre par courriel, et votre adresse figure dans l’historique du wiki s’il accepte votre formulation.`,
    sent: 'Votre message part vers la liste\u202f: il apparaît ici dans un instant.',
    faults: {
      empty: 'Écrivez un commentaire, ou modifiez la formulation.',
      name: 'Donnez votre nom\u202f: il accompagne votre message.',
      long: 'C’est trop long\u202f: 10\u00a0000 caractères au plus.',
      changed:
        'La proposition a changé depuis que vous avez ouvert cette page. Ce que vous avez écrit est gardé ci-dessous\u202f: regardez de nouveau les lignes.',
      lines: 'La proposition n’a pas ces lignes\u202f: choisissez-en d’autres.',
    },
    mayNot: 'Vous ne pouvez pas écrire à cette liste',
    mayNotText:
      'Elle ne prend que les messages de ses abonnés\u202f: abonnez-vous avec l’adresse de votre connexion.',
    back: 'Retour à la proposition',
    suggestion: 'Formulation proposée',
    removesLines: 'Ces lignes sont retirées.',
    suggestions: 'Formulations proposées',
    suggestionsHelp:
      'En accepter une la met dans votre modification, l’envoie comme nouvelle version de la même proposition, et crédite qui l’a proposée.',
    suggestionBy: (name) => `Par ${name}`,
    accept: 'L’accepter',
    suggestionState: {
      accepted: 'Vous l’avez acceptée.',
      outdated:
        'Votre texte a changé à cet endroit depuis\u202f: elle ne peut plus être acceptée d’une pression. Reprenez-la à la main, avec le bouton qui améliore votre modification.',
    },
    notAccepted:
      'Cette formulation n’est plus pour votre texte, qui a changé à cet endroit depuis\u202f: rien n’a été fait, rien n’est perdu.',
  },
  queue: {
    filter: 'Filtrer',
    list: 'Liste',
    every: 'Toutes',
    from: 'Envoyée par',
    path: 'Modifie le fichier ou le dossier',
    pathHelp: 'Comme guides/faq ou guides.',
    text: 'Mots du titre',
    state: 'État',
    order: 'Ordre',
    orders: {
      changed: 'Dernières modifiées d’abord',
      newest: 'Plus récentes d’abord',
      oldest: 'Plus anciennes d’abord',
    },
    show: 'Les afficher',
    clear: 'Sans filtre',
    found: (count) => (count < 2 ? `${count} proposition` : `${count} propositions`),
    mine: 'Vos propositions à suivre',
    mineIntro:
      'Ce que vous pouvez décider, ce que vous avez envoyé, et ce qui est nouveau depuis votre dernier passage.',
    views: 'Quelles propositions',
    decide: 'À décider',
    sent: 'Que j’ai envoyées',
    all: 'Toutes',
    news: { unseen: 'Nouvelle', version: 'Nouvelle version', changed: 'Du nouveau' },
    sinceSeen: (version) => `Ce qui a changé depuis la version ${version}, que vous aviez vue`,
  },
};
