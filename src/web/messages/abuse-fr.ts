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
  },
};
