import { commitNamed } from '../store/commits.ts';
import type { Ask } from '../wiki/trace.ts';

/** A piece of the message of a commit: text, or the name of another commit of the wiki. */
export type MessagePiece = string | { readonly text: string; readonly commit: string };

const COMMIT_NAME = /\b([0-9a-f]{7,40})\b/;

/** More names than that stay text. */
const MAX_NAMES = 20;

/** An address between angle brackets, as trailers have: pages give no e-mail address away. */
const ADDRESS = /[ \t]*<[^<>\s]+@[^<>\s]+>/g;

/** The message of a commit without e-mail addresses, the commits that it names told apart. */
export async function shownMessage(ask: Ask, message: string): Promise<MessagePiece[]> {
  const pieces: MessagePiece[] = [];
  let names = 0;
  for (const [index, text] of message.replace(ADDRESS, '').split(COMMIT_NAME).entries()) {
    const isName = index % 2 === 1 && /\d/.test(text) && names++ < MAX_NAMES;
    const commit = isName ? await ask(commitNamed, text) : undefined;
    pieces.push(commit ? { text, commit: commit.id } : text);
  }
  return pieces.filter((piece) => piece !== '');
}
