import type { MailText } from '../mail/words/mail-words.ts';

/** The mails to members, in one language. */
export interface MemberWords {
  readonly signIn: (said: {
    readonly site: string;
    readonly link: string;
    readonly minutes: number;
  }) => MailText;
  /** To those who may grant it. */
  readonly requested: (said: {
    readonly name: string;
    readonly address: string;
    readonly reason: string;
    readonly link: string;
  }) => MailText;
  readonly granted: (said: {
    readonly site: string;
    readonly link: string;
    readonly because: string;
  }) => MailText;
  readonly refused: (said: { readonly site: string; readonly because: string }) => MailText;
  /** To whom it is: it may have been somebody else. */
  readonly passkeyAdded: (said: { readonly name: string; readonly link: string }) => MailText;
  /** To whom it is, as with a passkey. */
  readonly sshKeyAdded: (said: {
    readonly label: string;
    readonly fingerprint: string;
    readonly link: string;
  }) => MailText;
  /** To those who keep the wiki: roles that nobody uses. */
  readonly unused: (said: {
    readonly people: readonly string[];
    readonly months: number;
    readonly link: string;
  }) => MailText;
  readonly ending: (said: {
    readonly site: string;
    readonly link: string;
    /** The last one, as ISO 8601 has it. */
    readonly day: string;
  }) => MailText;
  readonly revoked: (said: { readonly site: string; readonly because: string }) => MailText;
}
