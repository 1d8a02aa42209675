import type { SignInMessages } from './sign-in-messages.ts';

export const frenchSignInMessages: SignInMessages = {
  signIn: {
    everywhere: 'Me déconnecter partout',
    otherWays: 'Se connecter autrement',
    withProvider: (name) => `Se connecter avec ${name}`,
    leaving: (name) => `Vous allez vers ${name}, et reviendrez ici quand ce service saura qui vous êtes.`,
    goThere: (name) => `Aller vers ${name}`,
    signOutThere: (name) => `Me déconnecter aussi chez ${name}`,
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
      stale: {
        title: () => 'Cette connexion n’est plus valable',
        remedy: () =>
          'Elle a commencé dans un autre navigateur ou il y a plus de 10 minutes, ou elle a déjà servi. Recommencez.',
      },
    },
  },
};
