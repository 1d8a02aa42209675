import type { ContributionMessages } from './contribution-messages.ts';

export const frenchContributionMessages: ContributionMessages = {
  contribution: {
    editTitle: (title) => `Améliorer «\u00a0${title}\u00a0»`,
    newTitle: (path) => `Nouvelle page\u202f: ${path}`,
    intro:
      'Modifiez le texte, voyez comment il se lira, et envoyez-le. Les responsables du wiki le relisent avant de le publier.',
    byMail: 'Passer plutôt par Git et le courriel',
    text: 'Texte',
    textHelp: 'En Markdown\u202f: ce qui est entre des signes comme ** ou # est mis en forme.',
    preview: 'Voir comment il se lira',
    previewTitle: 'Comment il se lira',
    goOn: 'Reprendre le texte',
    changes: 'Ce que vous avez modifié',
    nothingChanged: 'Rien n’est encore modifié.',
    who: 'Qui vous êtes',
    name: 'Votre nom',
    address: 'Votre adresse électronique',
    addressHelp:
      'Vous y recevrez un lien pour confirmer, puis les réponses. Votre nom et votre adresse seront publics, comme pour toute contribution.',
    reason: 'En une ligne, ce que vous modifiez et pourquoi',
    reasonHelp: 'Par exemple\u202f: faq\u202f: le délai est de 30 jours',
    send: 'Envoyer la modification',
    sendVersion: 'Envoyer cette version',
    remove: 'Supprimer cette page',
    removeHelp:
      'Dites plus haut qui vous êtes et pourquoi. Les liens vers la page ne mèneront plus nulle part.',
    removeButton: 'Proposer de la supprimer',
    leaveEmpty: 'Laissez ce champ vide',
    wrong: 'La modification n’est pas encore envoyée\u202f:',
    wrongs: {
      name: 'Donnez votre nom\u202f: il accompagne la modification dans l’historique.',
      address: 'Donnez une adresse où l’on peut vous écrire, comme vous@exemple.org.',
      reason: 'Dites en une ligne ce que vous modifiez et pourquoi.',
      same: 'Rien n’est modifié\u202f: changez d’abord le texte.',
      large: 'Le texte est trop long pour ce formulaire\u202f: envoyez-le par courriel.',
    },
    merged:
      'La page a été modifiée entre-temps par quelqu’un d’autre\u202f: votre modification a été ajoutée à la sienne. Relisez le tout, et envoyez-le.',
    conflict:
      'Quelqu’un d’autre a modifié les mêmes lignes entre-temps. Votre texte est ci-dessous, entier, et ce qui le distingue de la page d’aujourd’hui est marqué\u202f: gardez ce qui est juste des deux, et envoyez-le.',
    conflictYours: 'De la page d’aujourd’hui à votre texte',
    findings: 'À regarder',
    notEditable: 'Ce fichier ne se modifie pas ici',
    notEditableText: 'Ce n’est pas un texte en UTF-8, ou il est trop grand. On peut le modifier avec Git.',
    checkMail: 'Regardez vos messages',
    checkMailText: (address) =>
      `Un message est en route vers ${address}. La modification est envoyée quand vous appuyez sur le bouton, derrière son lien.`,
    checkMailNext:
      'Cela peut prendre quelques minutes. Si rien n’arrive, regardez parmi les indésirables, et vérifiez l’adresse.',
    mineTitle: 'Votre modification',
    askedText:
      'Elle est bien de vous, et vous voulez l’envoyer\u00a0? Elle sera publique sur la liste, avec votre nom et votre adresse.',
    confirm: 'L’envoyer',
    sentTitle: 'Merci, elle est envoyée',
    sentText:
      'Les responsables du wiki la relisent. Vous recevrez un message quand ils auront décidé, ou s’ils ont une question\u202f; répondez-y par courriel.',
    onItsWay: 'Elle est en route vers la liste\u202f: revenez dans un instant.',
    seeProposal: (number) => `La voir, proposition ${number}`,
    improve: 'L’améliorer',
    withdraw: 'La retirer',
    withdrawHelp: 'Ce qui a été envoyé reste dans les archives de la liste, sans être publié.',
    withdrawnTitle: 'Votre modification est retirée',
    withdrawnText: 'Elle ne sera pas publiée.',
    gone: 'Ce lien n’est plus valable',
    goneText:
      'La modification n’a pas été confirmée, ou l’adresse de cette page est coupée. Rien n’a été envoyé.',
    backToPage: 'Revenir à la page',
    draftKept: 'Un texte que vous n’aviez pas envoyé est gardé dans ce navigateur.',
    draftRestore: 'Le reprendre',
    draftForget: 'L’oublier',
  },
};
