import type { SignInMessages } from './sign-in-messages.ts';

export const frenchSignInMessages: SignInMessages = {
  signIn: {
    everywhere: 'Me déconnecter partout',
    withProvider: (name) => `Se connecter avec ${name}`,
    leaving: (name) => `Vous allez vers ${name}, et reviendrez ici quand ce service saura qui vous êtes.`,
    goThere: (name) => `Aller vers ${name}`,
    signOutThere: (name) => `Me déconnecter aussi chez ${name}`,
    withPasskey: 'Se connecter avec une clé d’accès',
    passkeysTitle: 'Clés d’accès',
    passkeysIntro:
      'Une clé d’accès (passkey) vous connecte sans courriel\u202f: par votre empreinte, votre visage ou le code de votre appareil, ou par une clé de sécurité.',
    passkeyNeedsScript: 'Pour en ajouter une, laissez cette page exécuter son script.',
    passkeyName: 'Son nom (l’appareil où elle est, par exemple)',
    passkeyAdd: 'Ajouter une clé d’accès',
    passkeyAdded: (date) => `ajoutée le ${date}`,
    passkeyNeverUsed: 'jamais utilisée',
    passkeyRemove: 'Supprimer',
    addingFaults: {
      stale: 'Plus de 10 minutes ont passé, ou c’était déjà fait. Ajoutez la clé de nouveau.',
      wrong: 'Ce que votre appareil a envoyé n’est pas valable, ou est déjà connu. Rien n’a été ajouté.',
      many: 'Vous avez dix clés d’accès. Supprimez-en une pour en ajouter une autre.',
    },
    passkeyNotTaken: 'Cette clé d’accès n’a pas permis la connexion',
    passkeyFaults: {
      stale: 'Plus de 10 minutes ont passé, ou c’était déjà fait. Recommencez.',
      wrong:
        'Elle n’est pas connue ici, ou a été supprimée. Faites-vous envoyer un lien, puis ajoutez-la sur votre compte.',
      copied:
        'Son appareil compte moins d’usages que nous\u202f: il en existe peut-être une copie. Faites-vous envoyer un lien, puis supprimez-la sur votre compte.',
    },
    passkeyScript: {
      waiting: 'Votre appareil vous interroge…',
      givenUp: 'Votre appareil n’a pas donné de clé d’accès. Réessayez, ou faites-vous envoyer un lien.',
      known: 'Cet appareil a déjà une clé d’accès pour votre compte.',
      failed: 'Cela n’a pas marché. Rechargez la page, ou faites-vous envoyer un lien.',
    },
    faults: {
      away: {
        title: (name) => `${name} ne répond pas`,
        remedy: () => 'Réessayez dans quelques minutes, ou faites-vous envoyer un lien.',
      },
      wrong: {
        title: (name) => `Ce que répond ${name} n’est pas valable`,
        remedy: () =>
          'La connexion n’a pas eu lieu. L’administration du site est prévenue\u202f; vous pouvez vous faire envoyer un lien.',
      },
      refused: {
        title: (name) => `${name} n’a pas permis la connexion`,
        remedy: (name) =>
          `Vous avez renoncé, ou ${name} ne vous laisse pas entrer ici. Réessayez, ou connectez-vous autrement.`,
      },
      unverified: {
        title: (name) => `${name} ne se porte pas garant de votre adresse`,
        remedy: (name) => `Faites vérifier votre adresse chez ${name}, ou faites-vous envoyer un lien.`,
      },
      level: {
        title: (name) => `${name} ne vous a pas identifié avec assez d’assurance`,
        remedy: (name) =>
          `Ce site demande un niveau que ${name} n’a pas confirmé. Recommencez en choisissant un moyen plus sûr, ou écrivez à l’exploitant du site.`,
      },
      stale: {
        title: () => 'Cette connexion n’est plus valable',
        remedy: () =>
          'Elle a commencé dans un autre navigateur ou il y a plus de 10 minutes, ou elle a déjà servi. Recommencez.',
      },
    },
  },
};
