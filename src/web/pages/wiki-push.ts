import { createReadStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Busy, Invalid, NotFound } from '../../config/errors.ts';
import { headBranch, headNow } from '../../git/head.ts';
import { FLUSH, packet } from '../../git/pkt-line.ts';
import { MAX_REQUEST_BYTES, readPush } from '../../git/push-request.ts';
import { pushReport, receivePackRefs } from '../../git/receive-pack.ts';
import { newId, tokenHash } from '../../mail/tokens.ts';
import { MAX_PUSH_BYTES } from '../../members/push.ts';
import { PACK_FAULTS } from '../../members/push-refusals.ts';
import { mayEnter, type PushDoor, receivePush } from '../../members/receive-push.ts';
import { hasTokenScope } from '../../members/token-scopes.ts';
import { accessTokenOf, markTokenUsed } from '../../store/sessions.ts';
import { type Answer, answer, COMMON_HEADERS } from '../answer.ts';
import { type Context, messagesOf } from '../context.ts';
import { patchList } from '../contributions/patch-list.ts';
import { busyAnswer, type PushedBody } from '../git-service.ts';
import { keepBody } from '../kept-body.ts';
import { PROPOSALS } from '../proposals/addresses.ts';
import { cloneName } from './wiki-clone.ts';

const SERVICE = 'git-receive-pack';

const NOT_KEPT = { ...COMMON_HEADERS, 'cache-control': 'no-store', 'x-robots-tag': 'noindex' };

/** What the wiki says to who wants to push: `GET /NAME.git/info/refs?service=git-receive-pack`. */
export async function pushRefs(context: Context, authorization: string | undefined): Promise<Answer> {
  const { gitDir } = namedRepository(context);
  const door = await doorOf(context, authorization);
  if (!('wiki' in door)) return door;
  const branch = await headBranch(gitDir);
  const head = await headNow(context.wiki.objects, gitDir);
  if (branch === undefined || head === undefined) throw new NotFound('The wiki has no branch.');
  const body = [packet(`# service=${SERVICE}\n`), FLUSH, receivePackRefs(branch, head)];
  return answer(200, Buffer.concat(body), {
    ...NOT_KEPT,
    'content-type': `application/x-${SERVICE}-advertisement`,
  });
}

/** Takes a push: `POST /NAME.git/git-receive-pack`. What is refused leaves nothing behind. */
export async function pushPack(
  context: Context,
  authorization: string | undefined,
  { chunks, told = 0 }: PushedBody,
): Promise<Answer> {
  namedRepository(context);
  const door = await doorOf(context, authorization);
  if (!('wiki' in door)) return door;
  if (told > MAX_PUSH_BYTES) return sentence(413, `${capital(PACK_FAULTS['too-large'])}.`);
  const path = join(door.workshop.folder, `push-${newId()}.body`);
  try {
    const isWhole = await keepBody(path, chunks, MAX_PUSH_BYTES).catch((cause) => {
      if (isOfDisk(cause)) throw cause;
      throw new Invalid('The push ended before all had come.', 'Push again.', { cause });
    });
    const head = await beginningOf(path);
    // Git asks first whether a large push would be taken (http.postBuffer).
    if (head.toString('latin1') === '0000') return result(Buffer.alloc(0));
    const push = readPush(head);
    if (push === undefined || push === 'more') return sentence(400, 'This is no push of Git.');
    if (!isWhole) {
      const said = [PACK_FAULTS['too-large']];
      const results = push.commands.map(({ ref }) => ({ ref, refusal: 'the objects are refused' }));
      return result(pushReport(push, { results, unpacked: PACK_FAULTS['too-large'], said }));
    }
    const pack = createReadStream(path, { start: push.packAt ?? 0 });
    const { pushes } = context.wiki;
    return result(await pushes.run(() => receivePush(door, push, pack[Symbol.asyncIterator]())));
  } catch (error) {
    if (error instanceof Busy) return busyAnswer(error);
    throw error;
  } finally {
    await rm(path, { force: true });
  }
}

function namedRepository(context: Context) {
  const [, name = ''] = context.path.split('/');
  if (name !== cloneName(context)) throw new NotFound('There is no such repository.');
  return context.wiki.source;
}

/** The door for who pushes: the token is the password, the name may be any (RFC 7617). */
async function doorOf(context: Context, authorization: string | undefined): Promise<PushDoor | Answer> {
  const { wiki, proposals, site, origin } = context;
  if (!proposals) throw new NotFound('Nothing can be pushed here.');
  const [, encoded = ''] = /^Basic +([A-Za-z0-9+/=]{1,400})$/i.exec(authorization ?? '') ?? [];
  const said = Buffer.from(encoded, 'base64').toString();
  const hash = tokenHash(said.slice(said.indexOf(':') + 1));
  const row = () => accessTokenOf(wiki.database.reader, hash, Math.floor(Date.now() / 1000));
  const pusher = encoded === '' ? undefined : await row();
  if (!pusher) return unauthorized();
  const { checks, members } = messagesOf({ site }, site.defaultLanguage);
  const door: PushDoor = {
    wiki,
    workshop: { folder: await proposals.workshop(), gitDir: wiki.source.gitDir },
    settings: site.settings,
    list: patchList(context),
    folded: pusher.folded,
    isKnown: async () => (await row()) !== undefined,
    isFor: async (scope) => {
      const token = await row();
      return token !== undefined && hasTokenScope(token, scope);
    },
    used: (writer, now) => markTokenUsed(writer, hash, now),
    posted: () => proposals.posted(),
    words: { finding: (finding) => checks.sentence(finding), proposed: members.proposed(origin + PROPOSALS) },
  };
  return (await mayEnter(door)) ? door : forbidden();
}

async function beginningOf(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(MAX_REQUEST_BYTES), 0, MAX_REQUEST_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function result(body: Buffer): Answer {
  return answer(200, body, { ...NOT_KEPT, 'content-type': `application/x-${SERVICE}-result` });
}

function sentence(status: number, text: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return answer(status, `${text}\n`, {
    ...NOT_KEPT,
    'content-type': 'text/plain; charset=utf-8',
    ...headers,
  });
}

function unauthorized(): Answer {
  return sentence(401, 'Give a token as the password: it is made on /-/account.', {
    'www-authenticate': 'Basic realm="Greffe", charset="UTF-8"',
  });
}

function forbidden(): Answer {
  return sentence(
    403,
    'You may not push to this wiki with this token: ask for write access, or make a token for git push, on /-/account.',
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Whether it is not the client that fails, or what it sends. */
const isOfDisk = ({ code }: NodeJS.ErrnoException) =>
  code === 'ENOSPC' || code === 'EACCES' || code === 'EROFS';
