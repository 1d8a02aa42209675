import type { Messages } from '../messages/messages.ts';

/** A day, written for the reader; `iso` (ISO 8601) keeps the instant. */
export function DateOf({ iso, messages }: { readonly iso: string; readonly messages: Messages }) {
  return <time datetime={iso}>{messages.date(iso)}</time>;
}
