import type { SignInMessages } from './sign-in-messages.ts';

export const frenchSignInMessages: SignInMessages = {
  signIn: {
    everywhere: 'Me déconnecter partout',
  },
};
