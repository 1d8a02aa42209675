/** Words of what one says of a proposal on the web. */
export interface ReviewMessages {
  readonly review: {
    /** Above the ways to say something. */
    readonly title: string;
    readonly help: string;
    /** Of who is not signed in. */
    readonly signIn: string;
    readonly byMail: string;
    readonly chooseLine: Readonly<Record<'rendered' | 'source', string>>;
    readonly commentLine: (line: number) => string;
    /** Of the page as it is read, by the line where it begins. */
    readonly commentBlock: (line: number) => string;
    readonly wholeTitle: string;
    readonly linesTitle: (path: string, from: number, to: number) => string;
    readonly removedTitle: (path: string, from: number, to: number) => string;
    readonly otherLines: string;
    readonly from: string;
    readonly to: string;
    readonly show: string;
    readonly quoted: string;
    readonly comment: string;
    readonly wording: string;
    readonly wordingHelp: string;
    readonly send: string;
    readonly public: (address: string) => string;
    readonly sent: string;
    readonly faults: Readonly<Record<'empty' | 'name' | 'long' | 'changed' | 'lines', string>>;
    readonly mayNot: string;
    readonly mayNotText: string;
    readonly back: string;
    /** Of a wording that somebody suggests. */
    readonly suggestion: string;
    readonly removesLines: string;
    /** To the author of a change. */
    readonly suggestions: string;
    readonly suggestionsHelp: string;
    readonly suggestionBy: (name: string) => string;
    readonly accept: string;
    readonly suggestionState: Readonly<Record<'accepted' | 'outdated', string>>;
    readonly notAccepted: string;
  };
  /** Of the queue of proposals. */
  readonly queue: {
    readonly filter: string;
    readonly list: string;
    readonly every: string;
    readonly from: string;
    readonly path: string;
    readonly pathHelp: string;
    readonly text: string;
    readonly state: string;
    readonly order: string;
    readonly orders: Readonly<Record<'changed' | 'newest' | 'oldest', string>>;
    readonly show: string;
    readonly clear: string;
    readonly found: (count: number) => string;
    /** To who is signed in. */
    readonly mine: string;
    readonly mineIntro: string;
    readonly views: string;
    readonly decide: string;
    readonly sent: string;
    readonly all: string;
    readonly news: Readonly<Record<'unseen' | 'version' | 'changed', string>>;
    /** What changed since the version that one had seen. */
    readonly sinceSeen: (version: number) => string;
  };
}
