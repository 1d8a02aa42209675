import type { OpenIdFault } from '../../members/openid/fault.ts';

/** Words of the ways to sign in. */
export interface SignInMessages {
  readonly signIn: {
    readonly everywhere: string;
    readonly otherWays: string;
    /** `name`: how the provider is called. */
    readonly withProvider: (name: string) => string;
    readonly leaving: (name: string) => string;
    readonly goThere: (name: string) => string;
    readonly signOutThere: (name: string) => string;
    readonly faults: Readonly<
      Record<
        OpenIdFault['fault'],
        { readonly title: (name: string) => string; readonly remedy: (name: string) => string }
      >
    >;
  };
}
