/** A way in for mail, open. */
export interface Door {
  /** Where it is, in words: `smtp://127.0.0.1:2525`. */
  readonly address: string;
  /** Takes nothing more; ends what is under way. */
  close(): Promise<void>;
}

/** What doors tell the operator. */
export interface DoorEvents {
  readonly warned: (sentence: string) => void;
  readonly failed: (error: unknown) => void;
}
