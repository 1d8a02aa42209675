/** A person or a program that a header names (RFC 5322, 3.4). */
export interface Mailbox {
  /** The display name, decoded; empty when there is none. */
  readonly name: string;
  /** As written, its domain in small letters; holds no white space and no control character. */
  readonly address: string;
}

/** One header field, in the order of the message. */
export interface HeaderField {
  /** In small letters. */
  readonly name: string;
  /** Unfolded, not decoded: Latin-1 text of its bytes. */
  readonly raw: string;
  /** Unfolded and decoded (RFC 2047, or UTF-8 as RFC 6532 has it), without control characters. */
  readonly value: string;
}

/** A leaf of a message's MIME tree (RFC 2045). */
export interface Part {
  /** `text/plain`, in small letters. */
  readonly type: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly disposition: 'inline' | 'attachment' | undefined;
  /** What it says its name is, decoded (RFC 2231): never a path to be trusted. */
  readonly filename: string | undefined;
  readonly encoding: string;
  /** Where its encoded bytes stand in the message. */
  readonly start: number;
  readonly end: number;
}

/** A message (RFC 5322) as read from its bytes. */
export interface Message {
  readonly raw: Buffer;
  readonly headers: readonly HeaderField[];
  /** Each Message-ID without its angle brackets; none when it has none that can be used. */
  readonly ids: readonly string[];
  /** What it answers, oldest first and its parent last: References, then In-Reply-To where that tells another. */
  readonly references: readonly string[];
  readonly subject: string;
  readonly from: Mailbox | undefined;
  readonly sender: Mailbox | undefined;
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly replyTo: readonly Mailbox[];
  /** Seconds since 1970 UTC; undefined when the header is missing or no date. */
  readonly date: number | undefined;
  readonly parts: readonly Part[];
  /** What bounds cut short, or what was mended to be read: for a person who wonders. */
  readonly faults: readonly MessageFault[];
}

export type MessageFault =
  | 'too-many-parts'
  | 'too-deep'
  | 'header-too-long'
  | 'too-many-headers'
  | 'no-end-of-part'
  | 'unknown-encoding'
  | 'unknown-charset'
  | 'no-header';
