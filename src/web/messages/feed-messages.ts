/** The words of feeds, and of the page that explains how to follow. */
export interface FeedMessages {
  readonly feed: {
    readonly siteSubtitle: (site: string) => string;
    readonly folderSubtitle: (folder: string) => string;
    readonly fileTitle: (title: string) => string;
    readonly fileSubtitle: (title: string) => string;
    readonly collectionSubtitle: (title: string) => string;
    readonly searchTitle: (text: string) => string;
    readonly searchSubtitle: (text: string) => string;
    readonly unknownPerson: string;
    readonly readOn: string;
    readonly deleted: string;
    readonly sameContent: string;
    readonly notText: (size: string) => string;
    readonly field: (name: string) => string;
    readonly filesChanged: (names: string) => string;
  };
  readonly follow: {
    readonly title: string;
    readonly link: string;
    readonly linkHere: string;
    readonly intro: string;
    readonly here: (title: string) => string;
    readonly site: string;
    readonly collections: string;
    readonly tables: string;
    readonly calendars: string;
    readonly folders: string;
    readonly more: (count: number) => string;
    readonly what: string;
    readonly whatText: readonly string[];
    readonly how: string;
    readonly howSteps: readonly string[];
    readonly readers: string;
    readonly calendarHelp: string;
    readonly anyPage: string;
    readonly atom: string;
    readonly json: string;
    readonly subscribe: string;
    readonly holds: {
      readonly recent: string;
      readonly folder: string;
      readonly page: string;
      readonly table: string;
      readonly calendar: string;
      readonly file: string;
      readonly collection: string;
      readonly events: string;
    };
    readonly recent: string;
    readonly allDates: string;
  };
}
