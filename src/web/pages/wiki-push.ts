import { open, rm } from 'node:fs/promises';
import { NotFound } from '../../config/errors.ts';
import { postSeries } from '../../contributions/post.ts';
import { headBranch, headNow } from '../../git/head.ts';
import { ObjectReader } from '../../git/objects.ts';
import { keepBody, pushReport, readPush, receivePackRefs } from '../../git/receive-pack.ts';
import type { Workshop } from '../../git/workshop.ts';
import { newId, tokenHash } from '../../mail/tokens.ts';
import { MAX_PUSH_BYTES, type Pushed, takePush } from '../../members/push.ts';
import { isAtLeast, roleOf } from '../../members/roles.ts';
import { nameOf } from '../../proposals/notices.ts';
import { markUsed, memberAt, noteAudit } from '../../store/members.ts';
import { accessTokenOf, markTokenUsed } from '../../store/sessions.ts';
import { type Answer, answer, COMMON_HEADERS } from '../answer.ts';
import { type Context, messagesOf } from '../context.ts';
import { patchList } from '../contributions/patch-list.ts';
import { secondsOf } from '../members/visitor.ts';
import { PROPOSALS } from '../proposals/addresses.ts';
import { cloneName } from './wiki-clone.ts';

const SERVICE = 'git-receive-pack';

/** How much of a push is read to know what it wants. */
const MAX_HEAD_BYTES = 64 * 1024;

const NOT_KEPT = { ...COMMON_HEADERS, 'cache-control': 'no-store', 'x-robots-tag': 'noindex' };

/** Who pushes: the token is the password, the name may be any (RFC 7617). */
interface Pusher {
  readonly folded: string;
  readonly hash: string;
}

/** What the wiki says to who wants to push: `GET /NAME.git/info/refs?service=git-receive-pack`. */
export async function pushRefs(context: Context, authorization: string | undefined): Promise<Answer> {
  const { gitDir } = namedRepository(context);
  const pusher = await pusherOf(context, authorization);
  if (!pusher) return unauthorized();
  if (!(await mayPush(context, pusher))) return forbidden();
  const branch = await headBranch(gitDir);
  const head = await headNow(context.wiki.objects, gitDir);
  if (branch === undefined || head === undefined) throw new NotFound('The wiki has no branch.');
  return answer(200, receivePackRefs(branch, head), {
    ...NOT_KEPT,
    'content-type': `application/x-${SERVICE}-advertisement`,
  });
}

/** Takes a push: `POST /NAME.git/git-receive-pack`. What is refused leaves nothing behind. */
export async function pushPack(
  context: Context,
  authorization: string | undefined,
  body: AsyncIterable<Uint8Array>,
): Promise<Answer> {
  namedRepository(context);
  const pusher = await pusherOf(context, authorization);
  if (!pusher) return unauthorized();
  if (!(await mayPush(context, pusher))) return forbidden();
  const { wiki, proposals } = context;
  if (!proposals) throw new NotFound('Nothing can be pushed here.');
  const workshop = { folder: await proposals.workshop(), gitDir: wiki.source.gitDir };
  const file = await keepBody(workshop, newId(), body, MAX_PUSH_BYTES);
  if (file === undefined) return answer(413, 'The push is too large.\n', { 'content-type': 'text/plain' });
  const objects = new ObjectReader(workshop.folder);
  try {
    const head = await beginningOf(file);
    // Git asks first whether a large push would be taken (http.postBuffer).
    if (head.toString('latin1') === '0000') return result(Buffer.alloc(0));
    const push = readPush(head);
    if (!push) return answer(400, 'This is no push of Git.\n', { 'content-type': 'text/plain' });
    const place = {
      source: wiki.source,
      workshop,
      wiki: wiki.objects,
      check: (change: { readonly base: string; readonly tip: string }) =>
        wiki.checkChange({ gitDir: workshop.folder, objects }, change),
      mayPush: () => mayPush(context, pusher),
      propose: (commits: readonly string[]) => propose(context, pusher, workshop, commits),
    };
    const pushed = await takePush(place, push, file);
    if (pushed.landed) await note(context, pusher, pushed.landed);
    return result(pushReport(push, { ...pushed, said: saidOf(context, pushed) }));
  } finally {
    objects.close();
    await rm(file, { force: true });
  }
}

function namedRepository(context: Context) {
  const [, name = ''] = context.path.split('/');
  if (name !== cloneName(context)) throw new NotFound('There is no such repository.');
  return context.wiki.source;
}

async function pusherOf(context: Context, authorization: string | undefined): Promise<Pusher | undefined> {
  const [, encoded = ''] = /^Basic +([A-Za-z0-9+/=]{1,400})$/i.exec(authorization ?? '') ?? [];
  const said = Buffer.from(encoded, 'base64').toString();
  const token = said.slice(said.indexOf(':') + 1);
  if (encoded === '' || token === '') return undefined;
  const hash = tokenHash(token);
  const row = await accessTokenOf(context.wiki.database.reader, hash, secondsOf(context));
  return row && { folded: row.folded, hash };
}

/** Asked anew each time: a role may be taken back in the middle of a push, and a token revoked. */
async function mayPush({ wiki, site }: Context, { folded, hash }: Pusher): Promise<boolean> {
  const { reader } = wiki.database;
  const now = Math.floor(Date.now() / 1000);
  if (!(await accessTokenOf(reader, hash, now))) return false;
  return isAtLeast(await roleOf(reader, folded, { lists: site.settings.lists, now }), 'committer');
}

async function note(
  context: Context,
  { folded, hash }: Pusher,
  { base, commit }: NonNullable<Pushed['landed']>,
): Promise<void> {
  const now = secondsOf(context);
  await context.wiki.database.write(async (writer) => {
    const detail = `${base.slice(0, 12)}..${commit.slice(0, 12)}`;
    await noteAudit(writer, { at: now, who: folded, what: 'push', about: '', detail });
    await markUsed(writer, folded, now);
    await markTokenUsed(writer, hash, now);
  });
}

/** Has commits reviewed, as any patches are. */
async function propose(
  context: Context,
  { folded }: Pusher,
  workshop: Workshop,
  commits: readonly string[],
): Promise<void> {
  const list = patchList(context);
  if (!list) throw new NotFound('This wiki has no list to propose changes on.');
  const { database } = context.wiki;
  const now = secondsOf(context);
  const member = await memberAt(database.reader, folded, now);
  const who = { name: member?.name ?? nameOf(folded), address: member?.address ?? folded };
  await postSeries({ database, workshop, list, now }, commits, who);
  context.proposals?.posted();
}

/** Of what a push breaks, so much is told to who pushes. */
const MAX_SAID = 20;

function saidOf({ site, origin }: Context, { findings, isProposed }: Pushed): string[] {
  const added = findings?.added.filter(({ severity }) => severity !== 'note') ?? [];
  const { checks } = messagesOf({ site }, site.defaultLanguage);
  const lines = added
    .slice(0, MAX_SAID)
    .map((finding) => `${finding.path}:${finding.line}: ${checks.sentence(finding)}`);
  const proposed = isProposed
    ? [messagesOf({ site }, site.defaultLanguage).members.proposed(origin + PROPOSALS)]
    : [];
  return [...proposed, ...lines, ...(added.length > MAX_SAID ? ['…'] : [])];
}

async function beginningOf(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(MAX_HEAD_BYTES), 0, MAX_HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function result(body: Buffer): Answer {
  return answer(200, body, { ...NOT_KEPT, 'content-type': `application/x-${SERVICE}-result` });
}

function unauthorized(): Answer {
  return answer(401, 'Give a token as the password: it is made on /-/account.\n', {
    ...NOT_KEPT,
    'content-type': 'text/plain; charset=utf-8',
    'www-authenticate': 'Basic realm="Greffe", charset="UTF-8"',
  });
}

function forbidden(): Answer {
  return answer(403, 'You may not push to this wiki: ask for write access on /-/account.\n', {
    ...NOT_KEPT,
    'content-type': 'text/plain; charset=utf-8',
  });
}
