import { listsOf, type MailList } from '../../mail/list.ts';
import { type Held, rolesOf, wholeRole } from '../../members/roles.ts';
import type { Role, SessionTable } from '../../store/member-tables.ts';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import type { UploadedFile } from '../forms/form.ts';

/** What a browser says of itself to the pages of members: nobody else’s pages are told. */
export interface Visitor {
  /** What it is signed in as; undefined where it is not. */
  readonly session: SessionTable | undefined;
  /** What tells it from others while it signs in. */
  readonly attempt: string | undefined;
  readonly agent: string;
  /** Who asks, as far as the network tells. */
  readonly client: string;
}

/** A page about whoever asks: never kept. */
export type MemberPage = (
  context: Context,
  visitor: Visitor,
  /** What was sent; undefined where the page is only looked at. */
  fields?: URLSearchParams,
  /** The files that were sent with it, by a page that takes them. */
  uploads?: readonly UploadedFile[],
) => Promise<Answer>;

/** Who is signed in, and what they may do. */
export interface Member {
  readonly folded: string;
  readonly address: string;
  /** What who vouched for them calls them; empty where nobody did. */
  readonly name: string;
  /** Of their session. */
  readonly session: string;
  /** In the whole wiki: a role in a part of it is none here. */
  readonly role: Role | undefined;
  /** All their roles, wherever they are for. */
  readonly held: readonly Held[];
}

export const secondsOf = ({ now }: Pick<Context, 'now'>) => Math.floor(now / 1000);

/** Who asks, where they are signed in. */
export async function memberOf(
  context: Context,
  { session }: Pick<Visitor, 'session'>,
): Promise<Member | undefined> {
  const { wiki, site } = context;
  if (!session) return undefined;
  const { folded, address, name, id } = session;
  const place = { lists: site.settings.lists, now: secondsOf(context) };
  const held = await rolesOf(wiki.database.reader, address, place);
  return { folded, address, name, session: id, role: wholeRole(held), held };
}

/** The list in whose name members are written to; undefined where the wiki has none: then nobody signs in. */
export function memberList({ site }: Pick<Context, 'site'>): MailList | undefined {
  return listsOf(site.settings)[0];
}
