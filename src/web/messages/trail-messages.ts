/** Words of the page of what members did. */
export interface TrailMessages {
  readonly trail: {
    readonly title: string;
    readonly intro: string;
    readonly person: string;
    readonly what: string;
    readonly anything: string;
    readonly since: string;
    readonly until: string;
    readonly show: string;
    readonly nothing: string;
    readonly older: string;
    readonly csv: string;
    readonly jsonLines: string;
    readonly badDay: string;
  };
}
