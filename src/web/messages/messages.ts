import type { MarkdownLabels } from '../../markdown/labels.ts';
import type { AbuseMessages } from './abuse-messages.ts';
import type { ApiMessages } from './api-messages.ts';
import type { CheckMessages } from './check-messages.ts';
import type { CodeFeedsMessages } from './code-feeds-messages.ts';
import type { CodeMessages } from './code-messages.ts';
import type { CodePagesMessages } from './code-pages-messages.ts';
import type { CodeRepositoryMessages } from './code-repository-messages.ts';
import type { CodeStatisticsMessages } from './code-statistics-messages.ts';
import type { ContributionMessages } from './contribution-messages.ts';
import type { DataMessages } from './data-messages.ts';
import type { DifferenceMessages } from './difference-messages.ts';
import type { FeedMessages } from './feed-messages.ts';
import type { GrantMessages } from './grant-messages.ts';
import type { HistoryMessages } from './history-messages.ts';
import type { ListsMessages } from './lists-messages.ts';
import type { MemberMessages } from './member-messages.ts';
import type { OpenDataMessages } from './open-data-messages.ts';
import type { OwnDataMessages } from './own-data-messages.ts';
import type { ProposalMessages } from './proposal-messages.ts';
import type { ReviewMessages } from './review-messages.ts';
import type { SearchMessages } from './search-messages.ts';
import type { SignInMessages } from './sign-in-messages.ts';
import type { SoftwareMessages } from './software-messages.ts';
import type { SshKeyMessages } from './ssh-key-messages.ts';
import type { StaticSiteMessages } from './static-site-messages.ts';
import type { SubscriptionMessages } from './subscription-messages.ts';
import type { TokenMessages } from './token-messages.ts';
import type { TrailMessages } from './trail-messages.ts';

/** Languages the interface is written in. Pages may be in any language. */
export type InterfaceLocale = 'fr' | 'en';

/** What a person reads when a request fails: what happened, and what to do about it. */
export interface ErrorMessage {
  readonly title: string;
  readonly sentence: string;
  readonly remedy: string;
}

/**
 * Every word of the interface in one language. Dates are ISO 8601 strings, shown in the zone they are
 * written in; sizes are bytes; languages are BCP 47 tags.
 */
export interface Messages
  extends DataMessages,
    ApiMessages,
    DifferenceMessages,
    HistoryMessages,
    ListsMessages,
    StaticSiteMessages,
    SubscriptionMessages,
    FeedMessages,
    SearchMessages,
    ProposalMessages,
    ReviewMessages,
    ContributionMessages,
    MemberMessages,
    SignInMessages,
    CodeMessages,
    SoftwareMessages,
    CodePagesMessages,
    CodeStatisticsMessages,
    CodeRepositoryMessages,
    CodeFeedsMessages,
    AbuseMessages,
    GrantMessages,
    TrailMessages,
    TokenMessages,
    SshKeyMessages,
    OpenDataMessages,
    OwnDataMessages {
  readonly locale: InterfaceLocale;
  /** `2022-01-10T…` as "10 January 2022". */
  readonly date: (iso: string) => string;
  /** `2022-01-10T…` as "January 2022". */
  readonly month: (iso: string) => string;
  readonly number: (value: number) => string;
  /** Decimal units: 12000 is "12 kB". */
  readonly fileSize: (bytes: number) => string;
  /** The name of a language in this locale, as it stands inside a sentence. */
  readonly languageName: (tag: string) => string;

  /** Around what is wrong in the wiki. */
  readonly checks: CheckMessages;
  readonly layout: {
    readonly skipToContent: string;
    readonly home: string;
    readonly menu: string;
    readonly navigation: string;
    readonly breadcrumb: string;
    readonly languages: string;
    readonly licence: string;
    readonly lastChangedOn: string;
    readonly by: string;
    readonly history: string;
    readonly source: string;
    readonly translations: string;
  };
  readonly page: {
    readonly contents: string;
    readonly tags: string;
    readonly publishedOn: string;
    readonly untranslated: (wanted: string, shown: string) => string;
    readonly translate: string;
    readonly stale: (changes: number) => string;
    readonly staleDiff: string;
    readonly staleOriginal: (language: string) => string;
    readonly draft: string;
    readonly notice: string;
  };
  readonly listing: {
    readonly pages: string;
    readonly folders: string;
    readonly files: string;
    readonly others: string;
    readonly empty: string;
    readonly name: string;
    readonly type: string;
    readonly size: string;
    readonly changed: string;
    readonly pageCount: (count: number) => string;
    readonly symlinkTo: (target: string) => string;
    readonly submodule: (commit: string) => string;
    readonly fileType: (mediaType: string, extension: string) => string;
  };
  readonly history: {
    readonly title: (page: string) => string;
    readonly label: string;
    readonly versions: (count: number) => string;
    readonly by: string;
    readonly committedBy: (name: string) => string;
    readonly renamedFrom: string;
    readonly created: string;
    readonly deleted: string;
    readonly newer: string;
    readonly older: string;
    readonly pages: string;
    readonly backToPage: string;
    readonly empty: string;
  };
  readonly diff: {
    readonly title: (page: string) => string;
    readonly label: string;
    readonly before: string;
    readonly after: string;
    readonly added: (count: number) => string;
    readonly removed: (count: number) => string;
    readonly addedLine: string;
    readonly removedLine: string;
    readonly oldLineNumber: string;
    readonly newLineNumber: string;
    readonly line: string;
    readonly hunk: (oldStart: number, newStart: number) => string;
    readonly identical: string;
    readonly tooLarge: string;
    readonly unfollowed: string;
    readonly renamed: string;
    readonly nothingBefore: string;
    readonly nothingAfter: string;
  };
  readonly translations: {
    readonly title: string;
    readonly intro: string;
    readonly page: string;
    readonly language: string;
    readonly summary: string;
    readonly details: string;
    readonly original: string;
    readonly present: string;
    readonly missing: string;
    readonly stale: (changes: number) => string;
    readonly staleCount: string;
    readonly diff: string;
    readonly diffOf: (title: string) => string;
    readonly coverage: string;
    readonly empty: string;
  };
  readonly notFound: {
    readonly title: string;
    readonly sentence: string;
    readonly didYouMean: string;
    readonly moved: string;
    readonly otherLanguages: string;
    readonly remedy: string;
    readonly home: string;
  };
  readonly gone: {
    readonly title: string;
    readonly deletedOn: string;
    readonly by: string;
    readonly reason: (subject: string) => string;
    readonly commit: string;
    readonly lastVersion: string;
    readonly lastVersionOf: (title: string) => string;
  };
  readonly errors: {
    readonly code: (status: number) => string;
    /** Before what the log calls the request. */
    readonly request: string;
    readonly badRequest: ErrorMessage;
    readonly refused: ErrorMessage;
    readonly methodNotAllowed: ErrorMessage;
    readonly internal: ErrorMessage;
    readonly unavailable: ErrorMessage;
  };
  readonly preparing: {
    readonly title: string;
    readonly sentence: string;
    readonly progress: string;
    readonly progressOf: (done: number, total: number) => string;
    readonly refresh: string;
  };
  /** Words the client script needs. */
  readonly client: {
    readonly copy: string;
    readonly copied: string;
    readonly copyFailed: string;
    readonly table: string;
    readonly code: string;
    readonly diagram: string;
    readonly diagramSource: string;
  };
  /** Words inside rendered Markdown. */
  readonly markdown: MarkdownLabels;
}
