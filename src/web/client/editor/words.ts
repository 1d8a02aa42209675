/** Words of the editor, as the server writes them for its form. */
export interface EditorWords {
  readonly tools: string;
  readonly bold: string;
  readonly italic: string;
  readonly heading: string;
  readonly list: string;
  readonly quote: string;
  readonly link: string;
  readonly table: string;
  readonly picture: string;
  readonly plain: string;
  readonly rich: string;
  readonly linkWords: string;
  readonly linkAddress: string;
  readonly linkHelp: string;
  readonly columns: string;
  readonly rows: string;
  readonly column: string;
  readonly insert: string;
  readonly cancel: string;
  /** What the editor's own search says, by what it says in English. */
  readonly phrases: Readonly<Record<string, string>>;
}
