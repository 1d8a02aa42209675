import type { AbuseMessages } from './abuse-messages.ts';

export const frenchAbuseMessages: AbuseMessages = {
  abuse: {
    proofTitle: 'Un instant avant l’envoi',
    proofIntro:
      'Beaucoup de formulaires arrivent en ce moment. Pour écarter les programmes, votre navigateur fait un petit calcul, puis envoie le vôtre de lui-même. Rien n’est demandé à un autre site.',
    proofLabel: 'Calcul',
    proofBegan: 'Calcul en cours, quelques secondes.',
    proofHalf: 'Calcul à moitié fait.',
    proofDone: 'Calcul terminé, envoi en cours.',
    proofNone:
      'Si rien ne se passe, ou si vous préférez ne pas calculer, envoyez-le ainsi\u202f: le message de confirmation partira dix minutes plus tard.',
    proofNoneButton: 'Envoyer sans calcul',
    notTaken: 'Cet envoi n’est pas accepté',
    notTakenText:
      'Ce site ne prend pas cet envoi. Si vous pensez que c’est une erreur, écrivez aux responsables du wiki.',
    blockedTitle: 'Ce qui est bloqué',
    blockedIntro:
      'Rien n’est pris d’une adresse, d’un domaine ou d’un réseau bloqué, ni ce qui contient des mots bloqués\u202f: ni par un formulaire, ni par courriel, ni pour se connecter. Personne n’est averti de ce qui l’arrête.',
    blockedNone: 'Rien n’est bloqué.',
    blockedAdd: 'Bloquer',
    blockedKind: 'Sorte',
    blockedWhat: 'Quoi',
    blockedWhatHelp:
      'spam@example.org\u202f; example.org et ce qui est dessous\u202f; 192.0.2.0/24\u202f; des mots ou un lien, où * tient lieu de ce qui n’a pas d’espace.',
    blockedReason: 'Pourquoi (pour les responsables)',
    blockedEnds: 'jusqu’au',
    blockedUntil: 'Jusqu’au (sans fin si vide)',
    blockedForGood: 'sans fin',
    blockedRemove: 'Débloquer',
    undoTitle: 'Annuler tout ce qu’a fait une adresse',
    undoIntro:
      'Ses propositions ouvertes sont rejetées, ce qui attend d’elle est oublié, et un seul commit reprend ses modifications. Tout est montré avant.',
    undoAddress: 'Adresse',
    undoShow: 'Montrer',
    undoWrong: 'Ce n’est pas une adresse.',
    undoNothing: 'Il n’y a rien de cette adresse.',
    undoAbove:
      'Cette adresse a un rôle au-dessus du vôtre\u202f: demandez à une personne qui administre le wiki.',
    undoForged:
      'Un commit dit lui-même qui l’a écrit\u202f: vérifiez que ceux-ci sont bien de cette adresse.',
    undoProposals: 'Propositions ouvertes, rejetées',
    undoHeld: 'Messages en attente, oubliés',
    undoUnsent: 'Modifications pas encore envoyées, oubliées',
    undoCommits: 'Commits à reprendre',
    undoLeftOut: (paths) => ['Laissé\u202f: d’autres ont changé les mêmes lignes', ...paths].join(', '),
    undoOlder: 'Les commits plus anciens de cette adresse',
    undoChoose: 'Montrer ce que change ce choix',
    undoMerge: 'fusion\u202f: seul ce qu’elle a fait d’elle-même est repris',
    undoFiles: 'Ce que cela change',
    undoReason: 'Pourquoi',
    undoBlock: 'Bloquer aussi cette adresse',
    undoSure: 'Je veux annuler ce qu’a fait une personne qui a un rôle',
    undoNotSure: 'Cochez la case\u202f: cette personne a un rôle.',
    undoButton: 'Annuler ce qui est coché',
    undoChanged:
      'Votre choix ou le wiki a changé depuis ce qui était montré\u202f: rien n’est fait. Regardez encore, puis recommencez.',
    undoFailed: 'Le wiki ne peut pas être modifié maintenant\u202f: rien n’est fait. Réessayez plus tard.',
    undoDone: 'C’est annulé',
    undoNotBlocked:
      'L’adresse n’est pas bloquée\u202f: elle est à une personne responsable du wiki ou d’une liste.',
    undoRole: (role) => `Attention\u202f: cette adresse a un rôle\u202f: ${role}.`,
    undoMore: (count) => `Seuls les ${count} plus récents sont ici.`,
    undoDoneText: (address) => `Rien de ${address} n’attend plus.`,
    undoSubject: (count) => `Annule ${count} modification${count > 1 ? 's' : ''}`,
    blockedKinds: {
      address: 'Adresse',
      domain: 'Domaine',
      network: 'Réseau',
      text: 'Mots ou lien',
    },
    blockedFaults: {
      everything: 'Cela bloquerait tout le monde, ou presque\u202f: désignez moins.',
      unreadable: 'Cela ne se lit pas comme la sorte choisie.',
      expression:
        'C’est une expression régulière\u202f: écrivez des mots, où * tient lieu de ce qui n’a pas d’espace.',
      keeper:
        'Cela bloquerait une personne responsable du wiki ou d’une liste\u202f: retirez d’abord son rôle.',
      past: 'Ce jour est passé\u202f: choisissez-en un autre, ou laissez vide pour bloquer sans fin.',
      day: 'Ce n’est pas un jour\u202f: écrivez par exemple 2027-01-31, ou laissez vide pour bloquer sans fin.',
    },
  },
};
