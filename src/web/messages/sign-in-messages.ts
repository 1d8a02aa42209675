/** Words of the ways to sign in. */
export interface SignInMessages {
  readonly signIn: {
    readonly everywhere: string;
  };
}
