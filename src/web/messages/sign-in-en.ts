import type { SignInMessages } from './sign-in-messages.ts';

export const englishSignInMessages: SignInMessages = {
  signIn: {
    everywhere: 'Sign out everywhere',
    withProvider: (name) => `Sign in with ${name}`,
    leaving: (name) => `You are being sent to ${name}, and come back here once it knows who you are.`,
    goThere: (name) => `Go to ${name}`,
    signOutThere: (name) => `Sign out of ${name} too`,
    withPasskey: 'Sign in with a passkey',
    passkeysTitle: 'Passkeys',
    passkeysIntro:
      'A passkey signs you in without a mail: by your fingerprint, your face or the code of your device, or by a security key.',
    passkeyNeedsScript: 'To add one, let this page run its script.',
    passkeyName: 'What to call it (the device it is on, for instance)',
    passkeyAdd: 'Add a passkey',
    passkeyAdded: (date) => `added on ${date}`,
    passkeyNeverUsed: 'never used',
    passkeyRemove: 'Remove',
    addingFaults: {
      stale: 'It took more than 10 minutes, or was done already. Add the passkey again.',
      wrong: 'What your device sent is not right, or it is known already. Nothing was added.',
      many: 'You have ten passkeys. Remove one to add another.',
    },
    passkeyNotTaken: 'This passkey was not taken',
    passkeyFaults: {
      stale: 'It took more than 10 minutes, or was done already. Begin again.',
      wrong: 'It is not known here, or was removed. Have a link mailed to you, and add it on your account.',
      copied:
        'Its device has counted fewer uses than we have: there may be a copy of it. Have a link mailed to you, and remove it on your account.',
    },
    passkeyScript: {
      waiting: 'Your device is asking you…',
      givenUp: 'Your device gave no passkey. Try again, or have a link mailed to you.',
      known: 'This device has a passkey for your account already.',
      failed: 'That did not work. Load the page again, or have a link mailed to you.',
    },
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
      level: {
        title: (name) => `${name} is not sure enough of who you are`,
        remedy: (name) =>
          `This site asks for a level of assurance that ${name} did not confirm. Begin again with a stronger way to sign in there, or write to whoever runs this site.`,
      },
      stale: {
        title: () => 'This sign-in is no longer good',
        remedy: () =>
          'It was begun in another browser or more than 10 minutes ago, or it was used. Begin again.',
      },
    },
  },
};
