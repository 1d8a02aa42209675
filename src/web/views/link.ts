/** A link a person reads. `language` (BCP 47) is given where its text is not in the interface's language. */
export interface Link {
  readonly label: string;
  readonly href: string;
  readonly language?: string;
}
