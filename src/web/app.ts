import { Hono } from 'hono';
import { GreffeError } from '../config/errors.ts';
import { MAX_UPLOAD_BYTES } from '../contributions/uploads.ts';
import type { OpenIdProvider } from '../members/openid/provider.ts';
import { type Answer, textAnswer } from './answer.ts';
import { apiAnswer } from './api/api-answer.ts';
import { apiDocumentation } from './api/documentation.tsx';
import { type Assets, themeStylesheet } from './assets.ts';
import type { Context } from './context.ts';
import { statusPage } from './failures.tsx';
import { feedPage } from './feeds/feed-page.ts';
import { clientAddress } from './forms/client-address.ts';
import { type FormPage, readFields, readUploads, refuseOtherSites } from './forms/form.ts';
import { gitRoutes } from './git-routes.ts';
import type { FetchHook } from './hook.ts';
import { guarded, meet } from './members/meet.ts';
import type { MemberPage, Visitor } from './members/visitor.ts';
import { type OperatingOptions, operatingRoutes } from './operating.ts';
import { archive } from './pages/archive.ts';
import { blamePage } from './pages/blame.tsx';
import { calendarPage } from './pages/calendar.tsx';
import { checksPage } from './pages/checks.tsx';
import { collectionPage } from './pages/collection.tsx';
import { commitPage } from './pages/commit.tsx';
import { addFilePage } from './pages/contributions/add-file.tsx';
import { changeFilePage } from './pages/contributions/change-file.tsx';
import { contributionPage } from './pages/contributions/contribution.tsx';
import { editPage } from './pages/contributions/edit.tsx';
import { diffPage } from './pages/diff.tsx';
import { rawFile } from './pages/file.ts';
import { followPage } from './pages/follow.tsx';
import { historyPage } from './pages/history.tsx';
import { llms, robots, sitemap } from './pages/indexes.ts';
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
import { accountPage } from './pages/members/account.tsx';
import { blockedPage } from './pages/members/blocked.tsx';
import { membersPage } from './pages/members/members.tsx';
import { openIdBeginning, openIdCallback } from './pages/members/openid.tsx';
import { ownDataFile, ownDataPage } from './pages/members/own-data.tsx';
import { ownProposalsPage } from './pages/members/own-proposals.tsx';
import { newPasskeyOptions, passkeyOptions, passkeySignIn } from './pages/members/passkeys.tsx';
import { reviewPage } from './pages/members/review.tsx';
import { signInLink, signInPage } from './pages/members/sign-in.tsx';
import { signedOutPage } from './pages/members/signed-out.tsx';
import { trailCsv, trailJsonLines, trailPage } from './pages/members/trail.tsx';
import { undoPage } from './pages/members/undo.tsx';
import { commentPage } from './pages/proposals/comment.tsx';
import { contributePage } from './pages/proposals/contribute.tsx';
import { decideForm, decidePage } from './pages/proposals/decide.tsx';
import { proposalPage } from './pages/proposals/proposal.tsx';
import { proposalsPage } from './pages/proposals/proposals.tsx';
import { recentPage } from './pages/recent.tsx';
import { codePageAnswer } from './pages/register/code.tsx';
import { registerPage } from './pages/register/register.ts';
import { searchPage, searchSuggestions } from './pages/search.tsx';
import { declarePage } from './pages/software/declare.tsx';
import { softwareListPage } from './pages/software/list.tsx';
import { softwareOr } from './pages/software/software-or.ts';
import { tablePage } from './pages/table.tsx';
import { translationsPage } from './pages/translations.tsx';
import { treePage } from './pages/tree.tsx';
import { versionPage } from './pages/version.tsx';
import { wikiAddress } from './pages/wiki-address.ts';
import { localeOf, questionOf } from './request.ts';
import type { RequestLog } from './request-log.ts';
import type { Page, Responder } from './responder.tsx';
import { type Environment, type HonoContext, streamed, write } from './write.ts';

export interface AppOptions extends OperatingOptions {
  readonly assets: Assets;
  readonly responder: Responder;
  readonly hook: FetchHook;
  readonly log: RequestLog;
  /** By whom people sign in besides by mail. */
  readonly provider: OpenIdProvider | undefined;
}

/** A file of the wiki goes before what is made under the same name. */
const orFile =
  (made: Page): Page =>
  async (context) => {
    const own = await wikiAddress(context);
    return own.status === 404 ? await made(context) : own;
  };

/** Every address of the server, and what answers it. */
export function createApp(options: AppOptions): Hono<Environment> {
  const { assets, responder, hook, log, provider } = options;
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
  get('/-/software', softwareListPage);
  const post = (path: string, page: FormPage, taking: Taking = {}) =>
    app.post(path, (c) => sendForm(c, responder, page, taking));
  const { subscribe, unsubscribe } = subscribing();
  get('/-/lists/:name/subscribe', subscribePage);
  post('/-/lists/:name/subscribe', subscribe);
  get('/-/lists/:name/unsubscribe', unsubscribePage);
  post('/-/lists/:name/unsubscribe', unsubscribe);
  get('/-/lists/:name/unsubscribe/:signed', leavePage);
  // Mail clients press the button themselves (RFC 8058).
  post('/-/lists/:name/unsubscribe/:signed', leaveForm, { fromAnywhere: true });
  get('/-/lists/:name/held/:token', heldPage);
  post('/-/lists/:name/held/:token', heldForm);
  get('/-/confirm/:token', confirmPage);
  post('/-/confirm/:token', confirmForm);
  get('/-/follow/mail', followByMailPage);
  post('/-/follow/mail', followingByMail());
  get('/-/follow/stop/:signed', unfollowPage);
  post('/-/follow/stop/:signed', unfollowForm, { fromAnywhere: true });
  get('/-/lists', lists);
  app.route('/', gitRoutes(responder));
  get('/-/code', codePageAnswer);
  get('/-/code/*', registerPage);
  get('/-/lists/*', lists);
  app.post('/-/lists/:name/', (c) => sendFound(c, responder));
  const member = (path: string, page: MemberPage, taking: Taking = {}) => {
    app.get(path, (c) => sendMember(c, responder, page));
    app.post(path, (c) => sendMember(c, responder, page, taking));
  };
  member('/-/software/:key/declare', declarePage);
  get('/-/software/*', softwareOr);
  get('/-/contribute', contributePage);
  member('/-/edit/*', editPage(), { takesFiles: true });
  const contribution = contributionPage();
  const changeFile = changeFilePage();
  member('/-/contribution/:token', contribution);
  member('/-/contribution/:token/edit', changeFile, { takesFiles: true });
  member('/-/contribution/:token/edit/*', changeFile, { takesFiles: true });
  member('/-/contribution/:token/add', addFilePage(), { takesFiles: true });
  get('/-/proposals', proposalsPage);
  get('/-/proposals/', proposalsPage);
  member('/-/proposals/mine', ownProposalsPage);
  get('/-/proposals/:number/decide/:token', decidePage);
  post('/-/proposals/:number/decide/:token', decideForm);
  member('/-/proposals/:number/review', reviewPage);
  member('/-/proposals/:number/review/comment', commentPage());
  get('/-/proposals/*', proposalPage);
  member('/-/sign-in', signInPage(provider));
  member('/-/sign-in/openid', openIdBeginning(provider, log));
  member('/-/sign-in/openid/callback', openIdCallback(provider, log));
  member('/-/sign-in/passkey', passkeySignIn);
  member('/-/sign-in/passkey/options', passkeyOptions());
  member('/-/signed-out', signedOutPage);
  member('/-/sign-in/:token', signInLink);
  member('/-/account', accountPage(provider));
  member('/-/account/passkey/options', newPasskeyOptions);
  member('/-/account/data', ownDataPage);
  member('/-/account/data.json', ownDataFile);
  member('/-/members', membersPage);
  member('/-/members/blocked', blockedPage);
  member('/-/members/undo', undoPage);
  member('/-/members/trail', trailPage);
  member('/-/members/trail.csv', trailCsv);
  member('/-/members/trail.jsonl', trailJsonLines);
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

/** Which forms are taken. */
interface Taking {
  /** What it holds is secret enough to be believed, whichever page sends it. */
  readonly fromAnywhere?: boolean;
  readonly maxBytes?: number;
  readonly takesFiles?: boolean;
}

/** A text of 256 kB takes three bytes for each where it is not ASCII, as forms are encoded. */
const MAX_EDIT_BYTES = 1024 * 1024;

/** The same with a picture or a document. */
const MAX_UPLOAD_FORM_BYTES = MAX_EDIT_BYTES + MAX_UPLOAD_BYTES;

/** What came of a form. */
async function sendForm(
  c: HonoContext,
  responder: Responder,
  page: FormPage,
  { fromAnywhere = false, maxBytes }: Taking,
): Promise<Response> {
  const client = clientAddress(c.env?.client, c.req.header('x-forwarded-for'));
  const made = await responder.perform(questionOf(c.req.raw, c.env?.id), async (context) => {
    if (!fromAnywhere) refuseOtherSites(c.req.raw);
    return await page(context, { fields: await readFields(c.req.raw, maxBytes), client });
  });
  return 'stream' in made ? streamed(c, made) : await write(c, made);
}

/** What is shown to a member, or done for one: never kept. */
async function sendMember(
  c: HonoContext,
  responder: Responder,
  page: MemberPage,
  taking?: Taking,
): Promise<Response> {
  const client = clientAddress(c.env?.client, c.req.header('x-forwarded-for'));
  const made = await responder.perform(questionOf(c.req.raw, c.env?.id), async (context) => {
    if (taking) refuseOtherSites(c.req.raw);
    const met = await meet(context, c.req.raw, client);
    return guarded(context, met, await memberAnswer(c.req.raw, context, met.visitor, page, taking));
  });
  return 'stream' in made ? streamed(c, made) : await write(c, made);
}

async function memberAnswer(
  request: Request,
  context: Context,
  visitor: Visitor,
  page: MemberPage,
  taking: Taking | undefined,
): Promise<Answer> {
  if (!taking) return await page(context, visitor);
  if (!taking.takesFiles) return await page(context, visitor, await readFields(request, taking.maxBytes));
  const { fields, uploads } = await readUploads(request, MAX_EDIT_BYTES, MAX_UPLOAD_FORM_BYTES);
  return await page(context, visitor, fields, uploads);
}

/** What is downloaded of a search: nothing that is kept for who only looks at the same address. */
async function sendFound(c: HonoContext, responder: Responder): Promise<Response> {
  const question = questionOf(c.req.raw, c.env?.id);
  const made = await responder.respond({ ...question, key: `post ${question.key}` }, foundMbox);
  return 'stream' in made ? streamed(c, made) : await write(c, made);
}

/** What a program asked for, or a problem, whatever the method and the media types it names. */
async function sendToProgram(c: HonoContext, responder: Responder): Promise<Response> {
  const asking = { method: c.req.method, accept: c.req.header('accept'), request: c.req.raw };
  const { made, question } = await apiAnswer(asking, questionOf(c.req.raw, c.env?.id), responder);
  return await write(c, made, responder, question);
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
