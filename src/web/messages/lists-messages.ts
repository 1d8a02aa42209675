/** The words of mailing lists. Dates are ISO 8601 strings; counts are numbers of things. */
export interface ListsMessages {
  readonly lists: {
    readonly title: string;
    readonly intro: string;
    readonly none: string;
    readonly threads: (count: number) => string;
    readonly messages: (count: number) => string;
    readonly people: (count: number) => string;
    readonly others: (count: number) => string;
    readonly since: (date: string) => string;
    /** Before the time of the newest message. */
    readonly lastMessage: string;
    readonly lastThreads: string;
    readonly allThreads: string;
    readonly archiveOf: (list: string) => string;
    readonly empty: string;
    readonly write: string;
    readonly subscribe: string;
    readonly feed: string;
    readonly threadFeed: string;
    readonly download: string;
    readonly downloadThread: string;
    readonly clone: string;
    readonly cloneHelp: string;
    readonly howToWrite: string;
    readonly howToWriteText: string;
    readonly howToPatch: string;
    readonly newer: string;
    readonly older: string;
    readonly pages: string;
    readonly patch: string;
    readonly attachmentCount: (count: number) => string;
    readonly noSubject: string;
    readonly nobody: string;
    /** A day and a time of the site's zone. */
    readonly moment: (day: string, time: string) => string;
    readonly search: {
      readonly label: string;
      readonly button: string;
      readonly title: (text: string) => string;
      readonly found: (count: number, more: boolean) => string;
      readonly nothing: (text: string) => string;
      readonly notYet: (asked: string) => string;
      readonly helpTitle: string;
      readonly help: readonly { readonly write: string; readonly finds: string }[];
      readonly back: string;
      readonly feed: string;
      readonly download: string;
      readonly downloadThreads: string;
      readonly older: string;
    };
    readonly message: {
      readonly by: string;
      readonly on: string;
      readonly recipients: string;
      readonly to: string;
      readonly cc: string;
      readonly answersTo: string;
      readonly answersMissing: string;
      readonly inThread: (position: number, total: number) => string;
      readonly wholeThread: string;
      readonly overview: string;
      /** The tree of a thread that is read below. */
      readonly outline: string;
      readonly flat: string;
      readonly nested: string;
      readonly view: string;
      readonly raw: string;
      readonly permalink: string;
      readonly quoted: (lines: number) => string;
      readonly htmlOnly: string;
      readonly noText: string;
      readonly cut: string;
      readonly damaged: string;
      readonly attachments: string;
      readonly unnamed: (number: number) => string;
      readonly reply: string;
      readonly replyByMail: string;
      readonly replyHelp: string;
      readonly replyPatch: string;
      readonly here: string;
      readonly missing: string;
      readonly erased: string;
      readonly erasedTitle: string;
      readonly erasedText: string;
      readonly previous: string;
      readonly next: string;
      readonly received: (date: string) => string;
    };
    readonly verified: {
      readonly label: string;
      readonly from: (domain: string) => string;
      readonly signed: (domain: string) => string;
      readonly sent: (domain: string) => string;
      readonly failed: (domain: string) => string;
      readonly unknown: string;
      readonly help: string;
      readonly methods: Readonly<Record<'spf' | 'dkim' | 'dmarc' | 'arc', string>>;
      readonly result: (result: string) => string;
    };
    readonly followTitle: string;
    readonly followHelp: string;
    readonly feedSubtitle: (list: string) => string;
  };
}
