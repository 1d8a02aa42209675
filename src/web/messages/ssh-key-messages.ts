import type { SshKeyFault } from '../../members/ssh-keys.ts';

/** Words of the keys by which members come over SSH. */
export interface SshKeyMessages {
  readonly sshKeys: {
    readonly title: string;
    readonly intro: string;
    readonly none: string;
    readonly added: (date: string) => string;
    readonly fingerprint: string;
    readonly remove: string;
    readonly removeOf: (label: string) => string;
    readonly key: string;
    readonly keyHelp: string;
    readonly label: string;
    readonly labelHelp: string;
    readonly add: string;
    readonly faults: Readonly<Record<SshKeyFault, string>>;
  };
}
