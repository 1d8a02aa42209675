import { readPackets } from './pkt-line.ts';

/** A branch that a client of Git wants moved. */
export interface PushCommand {
  readonly before: string;
  readonly after: string;
  /** `refs/heads/main`. */
  readonly ref: string;
}

/** What a client of `git push` sends, before its objects (gitprotocol-pack(5)). */
export interface PushRequest {
  readonly commands: readonly PushCommand[];
  readonly capabilities: ReadonlySet<string>;
  /** What `git push -o` says. */
  readonly options: readonly string[];
  /** Whether there are more commands than anybody would read: those here are the first. */
  readonly isCut: boolean;
  /** Where its pack begins; undefined when it sends none. */
  readonly packAt: number | undefined;
}

/** How much of a push is read to know what it wants. */
export const MAX_REQUEST_BYTES = 64 * 1024;

/** Reads what a client sends; undefined where it is no push, `more` where it is not whole yet. */
export function readPush(head: Buffer): PushRequest | 'more' | undefined {
  const read = readPackets(head);
  if (!read) return undefined;
  const commands: PushCommand[] = [];
  let capabilities: ReadonlySet<string> = new Set();
  for (const line of read.packets) {
    // Where a clone of the newest commits begins: what is before that is here.
    if (/^shallow [0-9a-f]{40,64}\n?$/.test(line.toString('latin1'))) continue;
    const [text = '', told] = line.toString().replace(/\n$/, '').split('\0');
    if (commands.length === 0 && told !== undefined) capabilities = new Set(told.trim().split(' '));
    const [, before, after, ref] = /^([0-9a-f]{40,64}) ([0-9a-f]{40,64}) (\S+)$/.exec(text) ?? [];
    if (!before || !after || !ref) return undefined;
    commands.push({ before, after, ref });
  }
  const found = { commands, capabilities };
  const isFull = head.length >= MAX_REQUEST_BYTES;
  const cut = (): PushRequest | 'more' | undefined => {
    if (!isFull) return 'more';
    return commands.length === 0 ? undefined : { ...found, options: [], isCut: true, packAt: undefined };
  };
  if (read.end === undefined) return cut();
  const told = capabilities.has('push-options') && commands.length > 0 ? readPackets(head, read.end) : null;
  if (told === undefined) return undefined;
  if (told !== null && told.end === undefined) return cut();
  const options = told?.packets.map((option) => option.toString().trimEnd()) ?? [];
  const hasPack = commands.some((command) => !isDeletion(command));
  return { ...found, options, isCut: false, packAt: hasPack ? (told ?? read).end : undefined };
}

const ZEROS = /^0+$/;

export function isDeletion({ after }: PushCommand): boolean {
  return ZEROS.test(after);
}
