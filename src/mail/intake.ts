import type { DNSResolver } from 'mailauth';
import { authenticate, believedResults } from './authentication.ts';
import { judge, judgeRecipient, type Place } from './judge.ts';
import { parseMessage } from './mime/parse.ts';
import { rememberingResolver } from './name-servers.ts';
import { REFUSALS, type Refusal } from './refusals.ts';
import type { Door, Spool } from './spool.ts';

/** A message as a door has it before anybody looked at it. */
export interface Envelope {
  readonly door: Door;
  /** The envelope sender; empty for a bounce (RFC 5321, 4.5.5). */
  readonly sender: string;
  readonly recipients: readonly string[];
  /** Where it came from, when it came over the network from whoever sends it. */
  readonly remoteAddress?: string;
  /** What that called itself. */
  readonly helo?: string;
}

/** Where doors bring mail. */
export interface Intake {
  /** Why mail to an address is refused; undefined when it is taken. */
  recipient(address: string): Promise<Refusal | undefined>;
  /** How large a message may be, in bytes. */
  maxBytes(): Promise<number>;
  /**
   * Judges a message, whose lines end with LF, and keeps it. Undefined when it is on the disk, and whoever sends it may
   * forget it; otherwise why it is refused.
   */
  take(envelope: Envelope, raw: Buffer): Promise<Refusal | undefined>;
}

export interface IntakeOptions {
  readonly spool: Spool;
  /** The lists as they are now; undefined while no mail is taken. */
  readonly place: () => Promise<Place | undefined>;
  /** What this server calls itself in its verdicts (RFC 8601, 2.5). */
  readonly hostName: string;
  /** Whose verdicts are believed of mail that another server took first. */
  readonly trustedAuthserv?: string | undefined;
  /** Something is kept. */
  readonly kept: () => void;
  readonly failed: (error: unknown) => void;
}

/** A megabyte as those who set a limit think of it, with what its encoding adds to a file that large. */
const MEGABYTE = 1024 * 1024;

/** Takes mail of all doors: nothing is accepted that is not on the disk. */
export function openIntake(options: IntakeOptions): Intake {
  const { spool, place, kept, failed } = options;
  const resolver = rememberingResolver();
  return {
    async recipient(address) {
      const now = await place();
      return now ? judgeRecipient(now, address) : REFUSALS.notNow;
    },
    async maxBytes() {
      const { lists } = (await place()) ?? { lists: [] };
      return Math.max(MEGABYTE, ...lists.map(({ settings }) => settings.maxMegabytes * MEGABYTE));
    },
    async take(envelope, raw) {
      const now = await place();
      if (!now) return REFUSALS.notNow;
      const message = parseMessage(raw);
      const verified = await verify({ ...options, resolver }, envelope, raw);
      const { remoteAddress, ...said } = envelope;
      // Over LMTP it is another server of the office that brings it.
      const from = envelope.door === 'smtp' && remoteAddress !== undefined ? { remoteAddress } : {};
      const judged = await judge(now, { ...said, ...from, message, ...verified });
      if ('refusal' in judged) return judged.refusal;
      try {
        await spool.put(
          {
            arrivedAt: Math.floor(Date.now() / 1000),
            door: envelope.door,
            sender: envelope.sender,
            destinations: judged.destinations,
            isVerified: verified.isVerified,
            ...(verified.results !== undefined && { results: verified.results }),
          },
          raw,
        );
      } catch (error) {
        failed(error);
        return (error as NodeJS.ErrnoException).code === 'ENOSPC' ? REFUSALS.noSpace : REFUSALS.failed;
      }
      kept();
      return undefined;
    },
  };
}

interface Verified {
  readonly results?: string;
  readonly isVerified: boolean;
  readonly isRejected: boolean;
}

/** Mail from the network is verified here; of other mail, only a server that the operator named is believed. */
async function verify(
  {
    hostName,
    trustedAuthserv,
    resolver,
  }: Pick<IntakeOptions, 'hostName' | 'trustedAuthserv'> & {
    readonly resolver: DNSResolver;
  },
  { door, sender, remoteAddress, helo }: Envelope,
  raw: Buffer,
): Promise<Verified> {
  if (door !== 'smtp') {
    const believed = trustedAuthserv && believedResults(parseMessage(raw), trustedAuthserv);
    return believed ? { ...believed, isRejected: false } : { isVerified: false, isRejected: false };
  }
  return await authenticate(raw, {
    sender,
    hostName,
    resolver,
    ...(remoteAddress !== undefined && { ip: remoteAddress }),
    ...(helo !== undefined && { helo }),
  });
}
