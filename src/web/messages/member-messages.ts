import type { Role } from '../../store/member-tables.ts';

/** Words of the pages of members. */
export interface MemberMessages {
  readonly members: {
    readonly signInTitle: string;
    readonly signInIntro: string;
    readonly signInButton: string;
    readonly linkTitle: string;
    readonly linkText: string;
    readonly linkButton: string;
    readonly linkGone: string;
    readonly linkGoneText: string;
    readonly accountTitle: string;
    readonly signedInAs: (address: string) => string;
    readonly role: string;
    readonly roles: Readonly<Record<Role | 'none', string>>;
    readonly signOut: string;
    readonly signedOut: string;
    readonly signedOutText: string;
    readonly requestTitle: string;
    readonly requestIntro: string;
    readonly requestName: string;
    readonly requestReason: string;
    readonly requestButton: string;
    readonly requestWaits: string;
    readonly tokensTitle: string;
    readonly tokensIntro: string;
    readonly tokenLabel: string;
    readonly tokenButton: string;
    readonly tokenMade: string;
    readonly tokenUse: string;
    readonly until: (date: string) => string;
    readonly lastUsed: (date: string) => string;
    readonly neverUsed: string;
    readonly revoke: string;
    readonly sessionsTitle: string;
    readonly thisSession: string;
    readonly endSession: string;
    readonly membersTitle: string;
    readonly requests: string;
    readonly noRequests: string;
    readonly grant: string;
    readonly refuse: string;
    readonly because: string;
    readonly untilLabel: string;
    readonly all: string;
    readonly bySettings: string;
    readonly nobody: string;
    readonly trail: string;
    readonly what: Readonly<Record<string, string>>;
    readonly table: {
      readonly who: string;
      readonly role: string;
      readonly since: string;
      readonly used: string;
      readonly when: string;
      readonly what: string;
      readonly about: string;
    };
    /** To who pushes with `-o propose`. */
    readonly proposed: (address: string) => string;
    readonly exportTrail: string;
    readonly allTrail: string;
    readonly notAllowed: string;
    readonly notAllowedText: string;
  };
}
