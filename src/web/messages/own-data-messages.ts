/** Words of the page on which somebody takes their data away, or erases it. */
export interface OwnDataMessages {
  readonly ownData: {
    readonly link: string;
    readonly title: string;
    readonly exportTitle: string;
    readonly exportIntro: string;
    readonly exportLink: string;
    readonly eraseTitle: string;
    readonly eraseIntro: string;
    readonly eraseStays: string;
    readonly askErasure: (address: string) => string;
    readonly moderates: string;
    readonly lastAdministrator: string;
    readonly lastAnyway: string;
    readonly confirm: (address: string) => string;
    readonly eraseButton: string;
    readonly faults: Readonly<Record<'confirm' | 'last', string>>;
    readonly erased: string;
    readonly erasedText: string;
  };
}
