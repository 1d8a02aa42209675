import type { SignInMessages } from './sign-in-messages.ts';

export const englishSignInMessages: SignInMessages = {
  signIn: {
    everywhere: 'Sign out everywhere',
    otherWays: 'Other ways to sign in',
    withProvider: (name) => `Sign in with ${name}`,
    leaving: (name) => `You are being sent to ${name}, and come back here once it knows who you are.`,
    goThere: (name) => `Go to ${name}`,
    signOutThere: (name) => `Sign out of ${name} too`,
    faults: {
      away: {
        title: (name) => `${name} does not answer`,
        remedy: () => 'Try again in a few minutes, or have a link mailed to you.',
      },
      wrong: {
        title: (name) => `The answer of ${name} is not right`,
        remedy: () =>
          'You are not signed in. Whoever runs this site was told; you may have a link mailed to you.',
      },
      refused: {
        title: (name) => `${name} did not sign you in`,
        remedy: (name) =>
          `You gave up, or ${name} does not let you in here. Try again, or sign in another way.`,
      },
      unverified: {
        title: (name) => `${name} does not vouch for your address`,
        remedy: (name) => `Have your address verified at ${name}, or have a link mailed to you.`,
      },
      stale: {
        title: () => 'This sign-in is no longer good',
        remedy: () =>
          'It was begun in another browser or more than 10 minutes ago, or it was used. Begin again.',
      },
    },
  },
};
