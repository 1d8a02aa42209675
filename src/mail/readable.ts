import { htmlText } from './html-text.ts';
import type { Message, Part } from './mime/message.ts';
import { partText } from './mime/parse.ts';

/** What of a message people read, and what they download. */
export interface Readable {
  /** The parts of plain text that are the message itself, in order. */
  readonly texts: readonly Part[];
  /** The HTML that says the same as a text; or says it alone, when there is none. */
  readonly html: readonly Part[];
  /** The rest, each with its place among the parts, from 1. */
  readonly attachments: readonly { readonly number: number; readonly part: Part }[];
}

/** Tells the message from what is attached to it. */
export function readable({ parts }: Pick<Message, 'parts'>): Readable {
  const isBody = (part: Part, type: string) =>
    part.type === type && part.disposition !== 'attachment' && part.filename === undefined;
  const texts = parts.filter((part) => isBody(part, 'text/plain'));
  const html = parts.filter((part) => isBody(part, 'text/html'));
  const own = new Set([...texts, ...html]);
  return {
    texts,
    html,
    attachments: parts.flatMap((part, at) => (own.has(part) ? [] : [{ number: at + 1, part }])),
  };
}

/** The text of a message: of its plain parts, or of its HTML when there are none. */
export function messageText(message: Message): string {
  const { texts, html } = readable(message);
  if (texts.length > 0) return texts.map((part) => partText(message, part).text).join('\n');
  return html.map((part) => htmlText(partText(message, part).text)).join('\n');
}
