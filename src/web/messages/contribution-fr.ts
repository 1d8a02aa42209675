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
    confirm: 'L’envoyer',
    sentTitle: 'Merci, elle est envoyée',
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
    signedInAs: (address) =>
      `Vous êtes connecté·e comme ${address}\u00a0: aucune confirmation n’est demandée.`,
    publish: 'Publier',
    keep: 'Garder avec la modification',
    more: 'Modifier aussi d’autres pages',
    edit: 'Modifier',
    drop: 'Laisser tel quel',
    forget: 'Tout oublier',
    draftTitle: 'Votre modification, en plusieurs fichiers',
    stage: {
      draft:
        'Rien n’est encore envoyé. Cette page n’est qu’à vous\u202f: gardez son adresse pour y revenir sous 7 jours.',
      asked:
        'Elle est de vous, et vous voulez l’envoyer\u202f? Elle sera publique sur la liste, avec votre nom et votre adresse.',
      sent: 'Les responsables du wiki la regardent. Vous recevrez un message quand ils décideront, ou s’ils demandent quelque chose\u202f; répondez-y par courriel.',
    },
    sendAll: 'L’envoyer',
    fileKind: { added: 'nouveau', changed: 'modifié', deleted: 'supprimé' },
    filesConflict:
      'Quelqu’un d’autre a modifié entre-temps les mêmes lignes de certains fichiers\u202f: reprenez-les, puis envoyez.',
    fileConflict: 'Modifié entre-temps par quelqu’un d’autre.',
    notPublished: {
      moved: 'Quelqu’un a publié au même moment\u202f: relisez, puis publiez.',
      dirty:
        'La copie de travail du wiki a des modifications que personne n’a enregistrées\u202f: son exploitant doit regarder.',
      elsewhere: 'Ce wiki est publié depuis ailleurs\u202f: envoyez plutôt la modification.',
      refused: 'Vous n’avez plus accès en écriture ici\u202f: envoyez plutôt la modification.',
    },
    addTitle: 'Ajouter à cette modification',
    addPage: 'Une autre page',
    addPageHelp: 'Son adresse ou son chemin, comme guides/faq. Si elle n’existe pas encore, elle est créée.',
    addPageButton: 'Modifier cette page',
    addFile: 'Une image ou un document',
    addFileHelp: 'PNG, JPEG, GIF, WebP, SVG ou PDF, 3 Mo au plus.',
    addFolder: 'Dans le dossier (aucun\u00a0: à la racine)',
    addFileButton: 'Ajouter ce fichier',
    notAdded: 'Ce n’est pas ajouté',
    backToChange: 'Revenir à la modification',
    noSuchPage:
      'Ce n’est ni une page ni un texte de ce wiki que l’on puisse modifier ici. Donnez son adresse, comme guides/faq.',
    uploadFaults: {
      kind: 'Seuls les fichiers PNG, JPEG, GIF, WebP, SVG et PDF sont acceptés, dans un dossier du wiki.',
      large:
        'Il est trop gros\u00a0: 3 Mo par fichier, 6 Mo par modification. Réduisez-le, ou envoyez-le avec Git.',
      'not-what-it-says':
        'Le fichier n’est pas ce que dit son nom, il est coupé, ou autre chose le suit. Exportez-le de nouveau depuis le logiciel qui l’a fait.',
      active: 'Le fichier contient un script, une action ou quelque chose venu d’ailleurs. Exportez-le sans.',
    },
  },
};
