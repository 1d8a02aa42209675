import type { SubscriptionMessages } from './subscription-messages.ts';

const quoted = (text: string) => `«\u00a0${text}\u00a0»`;

/** The words of subscriptions, in French. */
export const frenchSubscriptionMessages: SubscriptionMessages = {
  subscription: {
    title: (list) => `S’abonner à ${quoted(list)}`,
    intro:
      'Recevez les messages de la liste dans votre boîte. Il n’y a pas de compte à créer\u202f: une adresse suffit.',
    address: 'Votre adresse électronique',
    addressHelp: 'Vous y recevrez un message pour confirmer.',
    addressWrong: 'Cela ne ressemble pas à une adresse électronique. Écrivez-la comme prenom@exemple.fr.',
    addressExample: 'prenom@exemple.fr',
    what: 'Ce que vous recevez',
    modes: {
      each: 'Chaque message',
      digest: 'Un résumé par jour',
      mine: 'Mes discussions seulement',
    },
    modeHelp: {
      each: 'Dès qu’il est écrit.',
      digest: 'Les messages de la journée en un seul, avec leur sommaire.',
      mine: 'Celles que vous commencez, et celles où vous répondez.',
    },
    language: 'Langue des messages de service',
    subscribe: 'S’abonner',
    byMail: (address) => `Vous pouvez aussi envoyer un message vide à ${address}.`,
    already: 'Déjà abonné\u202f? Remplissez de nouveau ce formulaire pour changer ce que vous recevez, ou',
    leave: 'quittez la liste',
    leaveTitle: (list) => `Quitter ${quoted(list)}`,
    leaveIntro:
      'Le plus simple est le lien de désabonnement de chaque message de la liste. Si vous n’en avez plus, donnez votre adresse\u202f: un message vous y demandera de confirmer.',
    leaveButton: 'Quitter la liste',
    leaveByLink: 'Ne plus recevoir la liste',
    sentTitle: 'Regardez votre boîte de réception',
    sent: (address) => `Un message va y arriver, à l’adresse ${address}.`,
    sentNext:
      'Ouvrez-le et suivez son lien pour confirmer. Tant que vous ne l’avez pas fait, rien ne change.',
    sentNothing:
      'S’il n’arrive pas dans les dix minutes, regardez parmi les indésirables. Un seul message est envoyé par jour à une adresse\u202f: demain, vous pourrez recommencer.',
    back: (list) => `Retour à ${quoted(list)}`,
    confirmSubscription: (list) => `Recevoir ${quoted(list)}\u202f?`,
    confirmSubscriptionText: 'Pressez le bouton pour confirmer votre abonnement.',
    confirmUnsubscription: (list) => `Quitter ${quoted(list)}\u202f?`,
    confirmFollow: (what) => `Suivre ${quoted(what)} par courriel\u202f?`,
    confirmFollowText: 'Vous serez prévenu de ce qui y change, une fois par heure au plus.',
    confirm: 'Confirmer',
    subscribed: (list) => `Vous recevez ${quoted(list)}`,
    subscribedText: 'Un message de bienvenue vous dit comment écrire à la liste, et comment la quitter.',
    left: (list) => `Vous ne recevez plus ${quoted(list)}`,
    leftText: 'C’est fait. Vous pouvez toujours lire la liste ici, et y écrire.',
    leaveNowText: 'Pressez le bouton, et c’est fait.',
    following: (what) => `Vous suivez ${quoted(what)}`,
    followingText: 'Chaque message que vous recevrez aura un lien pour ne plus être prévenu.',
    unfollow: 'Ne plus être prévenu\u202f?',
    unfollowText: 'Pressez le bouton, et vous ne recevrez plus ces messages.',
    unfollowButton: 'Ne plus être prévenu',
    unfollowed: 'Vous ne serez plus prévenu',
    unfollowedText: 'C’est fait.',
    expired: 'Ce lien ne vaut plus',
    expiredText:
      'Il a déjà servi, ou plus de trois jours ont passé. Si vous vouliez confirmer quelque chose, refaites la demande\u202f: vous recevrez un nouveau lien.',
    tooMany: 'Trop de demandes',
    tooManyText: 'Beaucoup de demandes viennent de votre réseau. Attendez une heure, ou écrivez à la liste.',
    beTold: 'Être prévenu par courriel',
    followTitle: (what) => `Suivre ${quoted(what)} par courriel`,
    followIntro:
      'Vous recevrez un message quand quelque chose y change\u202f: qui, quoi, et un extrait. Un par heure au plus.',
    follow: 'Suivre',
    privacy:
      'Votre adresse ne sert qu’à cela. Elle n’est montrée à personne, et elle est effacée quand vous partez.',
    held: {
      title: (list) => `Un message attend pour ${quoted(list)}`,
      reasons: {
        'first-contribution':
          'C’est la première modification de cette adresse sur le web. Acceptée, les suivantes n’attendront plus.',
        'not-subscribed': 'Son auteur n’est pas abonné\u202f: le message attend votre décision.',
        'not-moderator':
          'Seuls les responsables écrivent à cette liste\u202f: le message attend votre décision.',
        unverified:
          'Il porte l’adresse de quelqu’un qui peut écrire ici, mais rien ne prouve qu’il vient de là.',
      },
      from: 'De',
      subject: 'Objet',
      came: 'Arrivé',
      text: 'Le message',
      approve: 'Laisser passer',
      discard: 'Supprimer',
      refuse: 'Renvoyer à son auteur',
      help: 'Laissé passer, il est archivé et envoyé aux abonnés. Supprimé, il est effacé et personne n’est prévenu.',
      because: 'Pourquoi il est renvoyé, pour son auteur',
      becauseMissing: 'Dites pourquoi\u202f: son auteur recevra ces mots.',
      done: {
        approve: 'Le message passe',
        refuse: 'Le message est renvoyé',
        discard: 'Le message est supprimé',
      },
      doneText: {
        approve: 'Il sera dans les archives dans un instant.',
        refuse: 'Son auteur reçoit vos raisons.',
        discard: 'Il n’en reste rien.',
      },
      gone: 'Ce message n’attend plus',
      goneText: 'Quelqu’un a déjà décidé, ou trente jours ont passé.',
    },
  },
};
