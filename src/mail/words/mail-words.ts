import type { HoldReason } from '../spool.ts';
/** A mail in words. */
export interface MailText {
  readonly subject: string;
  readonly text: string;
}

/** What a mail says of a list. */
export interface ListWords {
  readonly title: string;
  /** Where one writes to it. */
  readonly address: string;
}

/** What the owner of an address is asked. */
export interface AskedWords {
  readonly list: ListWords;
  /** The address the request is about. */
  readonly subscriber: string;
  /** Where it was made: the address of the site, or by mail. */
  readonly site: string;
  readonly via: 'web' | 'mail';
  /** The address of the page with the button; undefined when the site has no public address. */
  readonly link: string | undefined;
  readonly days: number;
}

export interface ChangeWords {
  readonly title: string;
  readonly kind: 'added' | 'modified' | 'deleted' | 'renamed';
  readonly author: string;
  /** In words, as the reader's language writes it. */
  readonly date: string;
  /** The summary of the commit. */
  readonly summary: string;
  readonly link: string;
  /** Lines added and removed, as a difference shows them. */
  readonly excerpt: readonly string[];
}

export interface DigestWords {
  readonly subject: string;
  readonly from: string;
  readonly link: string | undefined;
}

/** Every word of the mails that Greffe writes, in one language. */
export interface MailWords {
  readonly confirmSubscription: (
    asked: AskedWords & { readonly mode: 'each' | 'digest' | 'mine'; readonly isChange: boolean },
  ) => MailText;
  readonly confirmUnsubscription: (asked: AskedWords) => MailText;
  /** To the owner of an address that nobody subscribed, who asks that it be unsubscribed. */
  readonly notSubscribed: (asked: Omit<AskedWords, 'link' | 'days'>) => MailText;
  readonly welcome: (said: {
    readonly list: ListWords;
    readonly mode: 'each' | 'digest' | 'mine';
    readonly archive: string | undefined;
    readonly unsubscribe: string;
    readonly unsubscribeLink: string | undefined;
  }) => MailText;
  readonly goodbye: (list: ListWords) => MailText;
  readonly confirmFollow: (asked: Omit<AskedWords, 'list'> & { readonly what: string }) => MailText;
  readonly changes: (said: {
    readonly what: string;
    readonly site: string;
    readonly changes: readonly ChangeWords[];
    readonly others: number;
    readonly history: string;
    readonly stop: string;
  }) => MailText;
  readonly digest: (said: {
    readonly list: ListWords;
    readonly date: string;
    readonly messages: readonly DigestWords[];
    readonly unsubscribe: string;
  }) => MailText;
  /** To those who keep a list: a message waits. Answering approves it. */
  readonly held: (said: {
    readonly list: ListWords;
    readonly from: string;
    readonly subject: string;
    readonly reason: HoldReason;
    /** The beginning of the message, quoted. */
    readonly excerpt: readonly string[];
    readonly link: string | undefined;
    readonly days: number;
    /** Whether those that follow within the hour are not told. */
    readonly isLast: boolean;
  }) => MailText;
  /** To whoever wrote a message that was not let through. */
  readonly refused: (said: {
    readonly list: ListWords;
    readonly subject: string;
    readonly because: string;
  }) => MailText;
}
