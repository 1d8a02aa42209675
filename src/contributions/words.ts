import type { MailText } from '../mail/words/mail-words.ts';

/** The mails to who changes a page on the web, in one language. */
export interface ContributionWords {
  /** To confirm an address, and to keep. */
  readonly confirm: (said: {
    readonly paths: readonly string[];
    readonly reason: string;
    readonly site: string;
    readonly link: string;
    readonly days: number;
  }) => MailText;
  /** To keep, for who is known already. */
  readonly sent: (said: {
    readonly paths: readonly string[];
    readonly reason: string;
    readonly site: string;
    readonly link: string;
  }) => MailText;
  readonly withdrawn: string;
}
