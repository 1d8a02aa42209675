import type { SignInMessages } from './sign-in-messages.ts';

export const englishSignInMessages: SignInMessages = {
  signIn: {
    everywhere: 'Sign out everywhere',
  },
};
