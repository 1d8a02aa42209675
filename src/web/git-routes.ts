import { Hono } from 'hono';
import { askedOfGit, protocolOf, pushedBody } from './git-service.ts';
import { archivePack, archiveRefs, EPOCHS } from './pages/lists/clone.ts';
import { REGISTER_CLONE, registerPack, registerPush, registerRefs } from './pages/register/clone.ts';
import { wikiPack, wikiRefs } from './pages/wiki-clone.ts';
import { pushPack, pushRefs } from './pages/wiki-push.ts';

import { questionOf } from './request.ts';
import type { Responder } from './responder.tsx';
import { type Environment, type HonoContext, streamed, write } from './write.ts';

type Refs = typeof archiveRefs | typeof wikiRefs;
type Pack = typeof archivePack | typeof wikiPack | typeof registerPack;

/** Where programs of Git ask (gitprotocol-http(5)): the wiki, and the archives of its lists. */
export function gitRoutes(responder: Responder): Hono<Environment> {
  const app = new Hono<Environment>();
  const route = (place: string, refs: Refs, pack: Pack) => {
    app.get(`${place}/info/refs`, (c) => sendRefs(c, responder, refs));
    app.post(`${place}/git-upload-pack`, (c) => sendPack(c, responder, pack));
  };
  const wiki = '/:repository{[^/]+\\.git}';
  app.get(`${wiki}/info/refs`, (c, next) =>
    c.req.query('service') === 'git-receive-pack' ? sendPushRefs(c, responder) : next(),
  );
  app.post(`${wiki}/git-receive-pack`, (c) => takePushOf(c, responder));
  for (const epoch of EPOCHS) route(`/-/lists/:name/${epoch}`, archiveRefs, archivePack);
  app.post(`${REGISTER_CLONE}/git-receive-pack`, (c) => write(c, registerPush()));
  route(REGISTER_CLONE, registerRefs, registerPack);
  route(wiki, wikiRefs, wikiPack);
  return app;
}

async function sendRefs(c: HonoContext, responder: Responder, refs: Refs): Promise<Response> {
  const made = await responder.perform(questionOf(c.req.raw, c.env?.id), async (context) =>
    refs(context, protocolOf(c.req.raw)),
  );
  return 'stream' in made ? streamed(c, made) : await write(c, made);
}

async function sendPack(c: HonoContext, responder: Responder, pack: Pack): Promise<Response> {
  const { raw } = c.req;
  const made = await responder.perform(questionOf(raw, c.env?.id), async (context) =>
    pack(context, { protocol: protocolOf(raw), asked: await askedOfGit(raw) }),
  );
  return 'stream' in made ? streamed(c, made) : await write(c, made);
}

async function sendPushRefs(c: HonoContext, responder: Responder): Promise<Response> {
  const made = await responder.perform(questionOf(c.req.raw, c.env?.id), (context) =>
    pushRefs(context, c.req.header('authorization')),
  );
  return 'stream' in made ? streamed(c, made) : await write(c, made);
}

async function takePushOf(c: HonoContext, responder: Responder): Promise<Response> {
  const { raw } = c.req;
  const made = await responder.perform(questionOf(raw, c.env?.id), (context) =>
    pushPack(context, c.req.header('authorization'), pushedBody(raw)),
  );
  return 'stream' in made ? streamed(c, made) : await write(c, made);
}
