import { takesCommits } from '../../git/land-on.ts';
import { readMailAddress } from '../../mail/mail-address.ts';
import { firstOutside, writing } from '../../members/roles.ts';
import type { Context } from '../context.ts';
import { memberOf, type Visitor } from '../members/visitor.ts';

/** Who is signed in, and changes something. */
export interface KnownAuthor {
  readonly folded: string;
  readonly address: string;
  /** Undefined of who has not said it yet. */
  readonly name: string | undefined;
  /** Whether they may write these files without being asked for. */
  readonly mayPublish: boolean;
}

/** Who asks, where they are signed in, to change some files. */
export async function knownAuthor(
  context: Context,
  visitor: Visitor,
  paths: readonly string[],
): Promise<KnownAuthor | undefined> {
  const member = await memberOf(context, visitor);
  if (!member) return undefined;
  const { folded, address, held } = member;
  const name = held.find(({ grant }) => grant?.name)?.grant?.name;
  const isHere = takesCommits(context.wiki.source);
  const mayPublish = isHere && writing(held).length > 0 && firstOutside(held, paths) === undefined;
  return { folded, address, name, mayPublish };
}

/** What says who changes something, and why. */
export interface WhoFields {
  readonly reason: string;
  readonly name: string;
  readonly address: string;
}

export type WhoFault = 'name' | 'address' | 'reason';

const MAX_REASON = 1_000;
const MAX_NAME = 100;
const MAX_ADDRESS = 300;

/** What somebody typed of themselves, as it is kept: a message of a commit is one line first. */
export function readWho(sent: URLSearchParams): WhoFields {
  return {
    reason: readLine(sent, 'reason', MAX_REASON),
    name: readLine(sent, 'name', MAX_NAME),
    address: readLine(sent, 'address', MAX_ADDRESS),
  };
}

function readLine(sent: URLSearchParams, name: string, max: number): string {
  return (sent.get(name) ?? '')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .toWellFormed()
    .slice(0, max);
}

/** What is missing to send a change, in the order of the form. */
export function whoFaults({ reason, name, address }: WhoFields, author: KnownAuthor | undefined): WhoFault[] {
  const faults: WhoFault[] = [];
  if (reason === '') faults.push('reason');
  if (!/\p{L}/u.test(name)) faults.push('name');
  if (!author && readMailAddress(address) === undefined) faults.push('address');
  return faults;
}

/** What a form makes: a change of its own, the next version of one, or a file of one that is gathered. */
export type EditedAs =
  | { readonly kind: 'first'; readonly author: KnownAuthor | undefined }
  | { readonly kind: 'version'; readonly author?: undefined }
  | { readonly kind: 'draft'; readonly author?: undefined };
