import { Readable } from 'node:stream';
import { type Context, Hono } from 'hono';
import { GreffeError } from '../config/errors.ts';
import { type Answer, acceptedEncoding, COMMON_HEADERS, textAnswer } from './answer.ts';
import { readyAnswer } from './answer-cache.ts';
import { apiAnswer } from './api/api-answer.ts';
import { apiDocumentation } from './api/documentation.tsx';
import { type Assets, themeStylesheet } from './assets.ts';
import { statusPage } from './failures.tsx';
import { feedPage } from './feeds/feed-page.ts';
import { clientAddress } from './forms/client-address.ts';
import { type FormPage, readFields, refuseOtherSites } from './forms/form.ts';
import { askedOfGit, protocolOf } from './git-service.ts';
import type { FetchHook } from './hook.ts';
import { type OperatingOptions, operatingRoutes } from './operating.ts';
import { archive } from './pages/archive.ts';
import { blamePage } from './pages/blame.tsx';
import { calendarPage } from './pages/calendar.tsx';
import { checksPage } from './pages/checks.tsx';
import { collectionPage } from './pages/collection.tsx';
import { commitPage } from './pages/commit.tsx';
import { diffPage } from './pages/diff.tsx';
import { type FileStream, rawFile } from './pages/file.ts';
import { followPage } from './pages/follow.tsx';
import { historyPage } from './pages/history.tsx';
import { llms, robots, sitemap } from './pages/indexes.ts';
import { archivePack, archiveRefs, EPOCHS } from './pages/lists/clone.ts';
import { lists } from './pages/lists/lists.tsx';
import { foundMbox } from './pages/lists/mboxes.ts';
import {
  confirmForm,
  confirmPage,
  leaveForm,
  leavePage,
  unfollowForm,
  unfollowPage,
} from './pages/mail/confirm.tsx';
import { followByMailPage, followingByMail } from './pages/mail/follow-by-mail.tsx';
import { heldForm, heldPage } from './pages/mail/held.tsx';
import { subscribePage, subscribing, unsubscribePage } from './pages/mail/subscribe.tsx';
import { contributePage } from './pages/proposals/contribute.tsx';
import { decideForm, decidePage, proposalPage } from './pages/proposals/proposal.tsx';
import { proposalsPage } from './pages/proposals/proposals.tsx';
import { recentPage } from './pages/recent.tsx';
import { searchPage, searchSuggestions } from './pages/search.tsx';
import { tablePage } from './pages/table.tsx';
import { translationsPage } from './pages/translations.tsx';
import { treePage } from './pages/tree.tsx';
import { versionPage } from './pages/version.tsx';
import { wikiAddress } from './pages/wiki-address.ts';
import { wikiPack, wikiRefs } from './pages/wiki-clone.ts';
import { type ByteRange, bytesOf, rangeHeaders, rangeOf } from './range.ts';
import { isNotModified, localeOf, questionOf } from './request.ts';
import type { Page, Question, Responder } from './responder.tsx';

export interface AppOptions extends OperatingOptions {
  readonly assets: Assets;
  readonly responder: Responder;
  readonly hook: FetchHook;
}

/** What the server knows of a request besides itself. */
type Environment = { Bindings: { readonly id?: string | undefined; readonly client?: string | undefined } };

type HonoContext = Context<Environment>;

/** A file of the wiki goes before what is made under the same name. */
const orFile =
  (made: Page): Page =>
  async (context) => {
    const own = await wikiAddress(context);
    return own.status === 404 ? await made(context) : own;
  };

/** Every address of the server, and what answers it. */
export function createApp(options: AppOptions): Hono<Environment> {
  const { assets, responder, hook } = options;
  const app = new Hono<Environment>();
  const get = (path: string, page: Page) => app.get(path, (c) => send(c, responder, page));

  app.get('/-/assets/:theme{theme-[0-9a-fA-F]{6}\\.css}', async (c) =>
    write(c, textAnswer(themeStylesheet(`#${c.req.param('theme').slice(6, 12)}`), 'text/css; charset=utf-8')),
  );
  app.get('/-/assets/*', async (c) => {
    const found = await assets.answer(c.req.path.slice('/-/assets/'.length));
    return found ? await write(c, found) : await write(c, statusPage(assets, localeOf(c.req.raw), 404));
  });
  app.post('/-/hooks/fetch', (c) => announced(c, hook));
  app.get('/-/hooks/fetch', (c) => write(c, statusPage(assets, localeOf(c.req.raw), 405, { allow: 'POST' })));
  app.route('/', operatingRoutes(options));
  get('/-/translations', translationsPage);
  get('/-/search', searchPage);
  get('/-/search/suggestions', searchSuggestions);
  get('/-/checks', checksPage);
  get('/-/history/*', historyPage);
  get('/-/diff/*', diffPage);
  get('/-/raw/*', rawFile);
  get('/-/recent', recentPage);
  get('/-/commit/*', commitPage);
  get('/-/version/*', versionPage);
  get('/-/tree/*', treePage);
  get('/-/blame/*', blamePage);
  get('/-/archive/*', archive);
  get('/-/table/*', tablePage);
  get('/-/calendar/*', calendarPage);
  get('/-/collections/*', collectionPage);
  get('/-/feeds/*', feedPage);
  get('/-/follow', followPage);
  const post = (path: string, page: FormPage, fromAnywhere = false) =>
    app.post(path, (c) => sendForm(c, responder, page, fromAnywhere));
  const { subscribe, unsubscribe } = subscribing();
  get('/-/lists/:name/subscribe', subscribePage);
  post('/-/lists/:name/subscribe', subscribe);
  get('/-/lists/:name/unsubscribe', unsubscribePage);
  post('/-/lists/:name/unsubscribe', unsubscribe);
  get('/-/lists/:name/unsubscribe/:signed', leavePage);
  // Mail clients press the button themselves (RFC 8058).
  post('/-/lists/:name/unsubscribe/:signed', leaveForm, true);
  get('/-/lists/:name/held/:token', heldPage);
  post('/-/lists/:name/held/:token', heldForm);
  get('/-/confirm/:token', confirmPage);
  post('/-/confirm/:token', confirmForm);
  get('/-/follow/mail', followByMailPage);
  post('/-/follow/mail', followingByMail());
  get('/-/follow/stop/:signed', unfollowPage);
  post('/-/follow/stop/:signed', unfollowForm, true);
  get('/-/lists', lists);
  const gitRoutes = (
    place: string,
    refs: typeof archiveRefs | typeof wikiRefs,
    pack: typeof archivePack | typeof wikiPack,
  ) => {
    app.get(`${place}/info/refs`, (c) => sendRefs(c, responder, refs));
    app.post(`${place}/git-upload-pack`, (c) => sendPack(c, responder, pack));
  };
  for (const epoch of EPOCHS) gitRoutes(`/-/lists/:name/${epoch}`, archiveRefs, archivePack);
  gitRoutes('/:repository{[^/]+\\.git}', wikiRefs, wikiPack);
  get('/-/lists/*', lists);
  app.post('/-/lists/:name/', (c) => sendFound(c, responder));
  get('/-/contribute', contributePage);
  get('/-/proposals', proposalsPage);
  get('/-/proposals/', proposalsPage);
  get('/-/proposals/:number/decide/:token', decidePage);
  post('/-/proposals/:number/decide/:token', decideForm);
  get('/-/proposals/*', proposalPage);
  get('/-/api', apiDocumentation);
  for (const path of ['/-/openapi.json', '/-/api/*']) app.all(path, (c) => sendToProgram(c, responder));
  get('/sitemap.xml', orFile(sitemap));
  get('/robots.txt', orFile(robots));
  get('/llms.txt', orFile(llms));
  get('*', wikiAddress);
  app.all('*', (c) => write(c, statusPage(assets, localeOf(c.req.raw), 405, { allow: 'GET, HEAD' })));
  return app;
}

async function send(c: HonoContext, responder: Responder, page: Page): Promise<Response> {
  const question = questionOf(c.req.raw, c.env?.id);
  const made = await responder.respond(question, page);
  if ('stream' in made) return streamed(c, made);
  return await write(c, made, responder, question);
}

/** What came of a form. `fromAnywhere`: what it holds is secret enough to be believed, whichever page sends it. */
async function sendForm(
  c: HonoContext,
  responder: Responder,
  page: FormPage,
  fromAnywhere: boolean,
): Promise<Response> {
  const client = clientAddress(c.env?.client, c.req.header('x-forwarded-for'));
  const made = await responder.perform(questionOf(c.req.raw, c.env?.id), async (context) => {
    if (!fromAnywhere) refuseOtherSites(c.req.raw);
    return await page(context, { fields: await readFields(c.req.raw), client });
  });
  return 'stream' in made ? streamed(c, made) : await write(c, made);
}

/** What is downloaded of a search: nothing that is kept for who only looks at the same address. */
async function sendFound(c: HonoContext, responder: Responder): Promise<Response> {
  const question = questionOf(c.req.raw, c.env?.id);
  const made = await responder.respond({ ...question, key: `post ${question.key}` }, foundMbox);
  return 'stream' in made ? streamed(c, made) : await write(c, made);
}

async function sendRefs(
  c: HonoContext,
  responder: Responder,
  refs: typeof archiveRefs | typeof wikiRefs,
): Promise<Response> {
  const made = await responder.perform(questionOf(c.req.raw, c.env?.id), async (context) =>
    refs(context, protocolOf(c.req.raw)),
  );
  return 'stream' in made ? streamed(c, made) : await write(c, made);
}

async function sendPack(
  c: HonoContext,
  responder: Responder,
  pack: typeof archivePack | typeof wikiPack,
): Promise<Response> {
  const { raw } = c.req;
  const made = await responder.perform(questionOf(raw, c.env?.id), async (context) =>
    pack(context, { protocol: protocolOf(raw), asked: await askedOfGit(raw) }),
  );
  return 'stream' in made ? streamed(c, made) : await write(c, made);
}

/** What a program asked for, or a problem, whatever the method and the media types it names. */
async function sendToProgram(c: HonoContext, responder: Responder): Promise<Response> {
  const asking = { method: c.req.method, accept: c.req.header('accept') };
  const { made, question } = await apiAnswer(asking, questionOf(c.req.raw, c.env?.id), responder);
  return await write(c, made, responder, question);
}

/** Writes an answer in the best encoding the client accepts, or says that its own copy is still right. */
async function write(
  c: HonoContext,
  made: Answer,
  responder?: Responder,
  question?: Question,
): Promise<Response> {
  const part = partAsked(c, made.status, made.headers, () => made.body.length);
  if (part && !isHeld(c, made.headers)) return partial(made.headers, made.body.length, part, () => made.body);
  const encoding = acceptedEncoding(c.req.header('accept-encoding'));
  const ready =
    responder && question ? await responder.cache.ready(question.key, made, encoding) : readyAnswer(made);
  const headers = new Headers();
  for (let at = 0; at < ready.headers.length; at += 2)
    headers.append(ready.headers[at] as string, ready.headers[at + 1] as string);
  if (ready.status === 200 && isNotModified(c.req.header('if-none-match'), ready.etag)) {
    for (const name of ['content-length', 'content-encoding', 'content-type']) headers.delete(name);
    return new Response(null, { status: 304, headers });
  }
  const body = c.req.method === 'HEAD' ? null : (ready.body as Buffer<ArrayBuffer>);
  return new Response(body, { status: ready.status, headers });
}

function streamed(c: HonoContext, { status, headers, stream }: FileStream): Response {
  if (isHeld(c, headers)) return new Response(null, { status: 304, headers });
  const length = Number(headers['content-length']);
  const part = partAsked(c, status, headers, () => length);
  if (part) return partial(headers, length, part, stream);
  const body = c.req.method === 'HEAD' ? null : (Readable.toWeb(Readable.from(stream())) as ReadableStream);
  return new Response(body, { status, headers });
}

type Headed = Readonly<Record<string, string>>;

/** Whether the client has this very answer. */
function isHeld(c: HonoContext, { etag }: Headed): boolean {
  return isNotModified(c.req.header('if-none-match'), etag);
}

/** The part that is asked for of what is sent in parts too (RFC 9110, 14): a file of the wiki. */
function partAsked(c: HonoContext, status: number, headers: Headed, length: () => number) {
  const range = c.req.header('range');
  if (range === undefined || c.req.method !== 'GET' || status !== 200) return undefined;
  if (headers['accept-ranges'] !== 'bytes') return undefined;
  return rangeOf({ range, ifRange: c.req.header('if-range') }, length(), headers.etag);
}

function partial(
  headers: Headed,
  length: number,
  part: ByteRange | 'unsatisfiable',
  bytes: () => Buffer | AsyncIterable<Buffer>,
): Response {
  if (part === 'unsatisfiable') {
    const none = { ...COMMON_HEADERS, 'content-range': `bytes */${length}`, 'content-length': '0' };
    return new Response(null, { status: 416, headers: none });
  }
  const whole = bytes();
  const body = Buffer.isBuffer(whole)
    ? (whole.subarray(part.start, part.end) as Buffer<ArrayBuffer>)
    : (Readable.toWeb(Readable.from(bytesOf(whole, part))) as ReadableStream);
  return new Response(body, { status: 206, headers: { ...headers, ...rangeHeaders(part, length) } });
}

/** What came of a forge's announcement, as a line of text. */
async function announced(c: HonoContext, hook: FetchHook): Promise<Response> {
  try {
    const outcome = await hook.take(c.req.raw);
    return c.text(`${outcome}\n`, outcome === 'soon' ? 202 : 200);
  } catch (error) {
    if (!(error instanceof GreffeError)) throw error;
    return c.text(`${error.message} ${error.remedy ?? ''}\n`, error.status);
  }
}
