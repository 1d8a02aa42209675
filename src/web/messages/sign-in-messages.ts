import type { OpenIdFault } from '../../members/openid/fault.ts';
import type { AddingFault } from '../../members/passkeys/add.ts';
import type { PasskeyFault } from '../../members/passkeys/sign-in.ts';

/** Words of the ways to sign in. */
export interface SignInMessages {
  readonly signIn: {
    readonly everywhere: string;
    /** `name`: how the provider is called. */
    readonly withProvider: (name: string) => string;
    readonly leaving: (name: string) => string;
    readonly goThere: (name: string) => string;
    readonly signOutThere: (name: string) => string;
    readonly withPasskey: string;
    readonly passkeysTitle: string;
    readonly passkeysIntro: string;
    readonly passkeyNeedsScript: string;
    readonly passkeyName: string;
    readonly passkeyAdd: string;
    readonly passkeyAdded: (date: string) => string;
    readonly passkeyNeverUsed: string;
    readonly passkeyRemove: string;
    readonly addingFaults: Readonly<Record<AddingFault, string>>;
    readonly passkeyNotTaken: string;
    readonly passkeyFaults: Readonly<Record<PasskeyFault, string>>;
    /** What the browser says, while a device does its part and after. */
    readonly passkeyScript: {
      readonly waiting: string;
      readonly givenUp: string;
      readonly known: string;
      readonly failed: string;
    };
    readonly faults: Readonly<
      Record<
        OpenIdFault['fault'],
        { readonly title: (name: string) => string; readonly remedy: (name: string) => string }
      >
    >;
  };
}
