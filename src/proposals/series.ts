import type { PatchSubject } from './patch/patch-subject.ts';

/** A mail that may be part of a series, as far as grouping is concerned. Times are seconds since 1970 UTC. */
export interface Arrived {
  readonly messageId: string;
  readonly thread: number;
  /** Of who sent it, as addresses are compared. */
  readonly folded: string;
  readonly receivedAt: number;
  readonly prefix: PatchSubject;
}

/** What is known of a series that others of may come. */
export interface KnownSeries {
  readonly id: number;
  readonly proposal: number;
  readonly version: number;
  readonly total: number;
  readonly name: string;
  readonly thread: number;
  readonly stem: string;
  readonly folded: string;
  readonly first_at: number;
  /** The places that are taken; 0 is that of the cover letter. */
  readonly places: ReadonlySet<number>;
  /** Of its cover letter and its patches. */
  readonly titles: readonly string[];
  /** Whether something may still become of its proposal. */
  readonly isOpen: boolean;
}

/** Patches of a series without a thread come within that, one after the other. */
const TOGETHER_S = 3_600;

/**
 * What the Message-IDs of a series have in common: `git send-email` counts (`TIME.PID-2-ada@…`), `git format-patch` names the
 * cover letter (`cover.TIME.git.ada@…`), b4 does both.
 */
export function stemOf(messageId: string): string {
  const counted = /^(.+)-\d{1,4}-(.+)$/.exec(messageId);
  if (counted) return `${counted[1]}-${counted[2]}`.replace(/-[0-9a-f]{12}@/, '@');
  const formatted = /^(?:cover|[0-9a-f]{40,64})\.(\d+\.git\..+)$/.exec(messageId);
  return formatted?.[1] ?? messageId;
}

/** How many patches there are with this one; a patch by itself is a series of one. */
export function totalOf({ total }: PatchSubject): number {
  return total ?? 1;
}

/** Its place among them. A patch by itself is the first, a letter without a number before one the cover letter. */
export function placeOf({ number }: PatchSubject): number {
  return number ?? 1;
}

/** The series that a mail is part of; undefined when it begins one. */
export function seriesOf(arrived: Arrived, known: readonly KnownSeries[]): KnownSeries | undefined {
  const { prefix, folded, thread, receivedAt, messageId } = arrived;
  if (totalOf(prefix) === 1 && prefix.number === undefined) return undefined;
  const fitting = known.filter(
    (series) =>
      series.folded === folded &&
      series.version === prefix.version &&
      series.total === totalOf(prefix) &&
      series.name === prefix.name &&
      !series.places.has(placeOf(prefix)),
  );
  const stem = stemOf(messageId);
  return (
    fitting.find((series) => series.stem === stem) ??
    fitting.find((series) => series.thread === thread) ??
    fitting.find(({ first_at }) => Math.abs(receivedAt - first_at) <= TOGETHER_S)
  );
}

/**
 * The proposal of which a mail that begins a series begins another revision: an answer to it with a higher version, or one
 * with a title of it, from the same sender. Undefined when it is another proposal.
 */
export function proposalOf(arrived: Arrived, known: readonly KnownSeries[]): number | undefined {
  const { prefix, folded, thread } = arrived;
  const own = known.filter((series) => series.folded === folded && series.isOpen);
  const title = comparable(prefix.title);
  const alike = own.filter(({ titles }) => titles.some((one) => comparable(one) === title));
  const later = (series: readonly KnownSeries[]) =>
    series.filter(({ version }) => version < prefix.version).at(0)?.proposal;
  const again = alike.find(({ version }) => version === prefix.version && title !== '')?.proposal;
  return later(alike) ?? later(own.filter((series) => series.thread === thread)) ?? again;
}

function comparable(title: string): string {
  return title.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
