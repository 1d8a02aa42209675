import { listsOf, type MailList } from '../../mail/list.ts';
import { roleOf } from '../../members/roles.ts';
import { signedIn } from '../../members/sign-in.ts';
import type { Role } from '../../store/member-tables.ts';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import type { UploadedFile } from '../forms/form.ts';

/** What a browser says of itself to the pages of members: nobody else’s pages are told. */
export interface Visitor {
  readonly cookie: string | undefined;
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
  /** Of their session. */
  readonly session: string;
  readonly role: Role | undefined;
}

/** Bound to one host, and over an encrypted connection only, where there is one (RFC 6265bis, 4.1.3). */
const NAMES = ['__Host-greffe', 'greffe'] as const;

export function cookieOf(header: string | null): string | undefined {
  for (const name of NAMES) {
    const value = new RegExp(`(?:^|; ?)${name}=([a-z2-7]{10,60})(?:;|$)`).exec(header ?? '')?.[1];
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The header that begins a session, or ends it where there is no `value`. */
export function setCookie({ origin }: Pick<Context, 'origin'>, value: string | undefined): string {
  const isSecure = origin.startsWith('https:');
  const age = value === undefined ? 0 : 30 * 86_400;
  const name = NAMES[isSecure ? 0 : 1];
  return `${name}=${value ?? ''}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
}

export const secondsOf = ({ now }: Pick<Context, 'now'>) => Math.floor(now / 1000);

/** Who asks, where they are signed in. */
export async function memberOf(context: Context, { cookie }: Visitor): Promise<Member | undefined> {
  const { wiki, site } = context;
  const session = await signedIn(wiki.database, cookie, secondsOf(context));
  if (!session) return undefined;
  const { folded, address, id } = session;
  const place = { lists: site.settings.lists, now: secondsOf(context) };
  return { folded, address, session: id, role: await roleOf(wiki.database.reader, address, place) };
}

/** The list in whose name members are written to; undefined where the wiki has none: then nobody signs in. */
export function memberList({ site }: Pick<Context, 'site'>): MailList | undefined {
  return listsOf(site.settings)[0];
}
