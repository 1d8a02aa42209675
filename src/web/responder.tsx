import { Busy, GreffeError, Unavailable } from '../config/errors.ts';
import type { Lists } from '../mail/lists.ts';
import { Trace } from '../wiki/trace.ts';
import type { Wiki } from '../wiki/wiki.ts';
import type { Answer } from './answer.ts';
import { AnswerCache } from './answer-cache.ts';
import type { Assets } from './assets.ts';
import { askSite, type Context, type Decider } from './context.ts';
import { failurePage, preparingPage } from './failures.tsx';
import { KeptParts } from './kept-parts.ts';
import type { InterfaceLocale } from './messages/messages.ts';
import type { FileStream } from './pages/file.ts';
import type { RequestLog } from './request-log.ts';

/** What of a request decides its answer. */
export interface Question {
  /** Of the public address: `https://wiki.example`. */
  readonly origin: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly wantsMarkdown: boolean;
  /** In which a page that is no page of the wiki speaks to its reader. */
  readonly locale: InterfaceLocale;
  /** Tells this question from all others. */
  readonly key: string;
  /** Of the request that asks: what its reader and the operator's log call it. */
  readonly id: string;
}

/** What pages ask besides the wiki. */
export interface Desks {
  readonly lists?: Lists | undefined;
  readonly proposals?: Decider | undefined;
  /** Whether people sign in without a mail. */
  readonly signsIn?: boolean;
  readonly register?: string | undefined;
}

export type Page = (context: Context) => Promise<Answer | FileStream>;

/** Where the answers are kept. */
const MAX_CACHED_BYTES = 64 * 1024 * 1024;

/** Where parts of answers are. */
const MAX_PARTS_BYTES = 16 * 1024 * 1024;

/** Answers that say where a thing is are kept; that there is none is not, since anyone can ask for anything. */
const KEPT_STATUSES = new Set([200, 301, 410]);

/** Makes answers from pages, keeps them while they are right, and turns what goes wrong into an answer too. */
export class Responder {
  readonly cache = new AnswerCache(MAX_CACHED_BYTES);
  readonly #parts = new KeptParts(MAX_PARTS_BYTES);
  readonly #wiki: Wiki;
  readonly #assets: Assets;
  readonly #log: RequestLog;
  readonly #desks: Desks;
  readonly #making = new Map<string, Promise<Answer | FileStream>>();

  constructor(wiki: Wiki, assets: Assets, log: RequestLog, desks: Desks = {}) {
    this.#wiki = wiki;
    this.#assets = assets;
    this.#log = log;
    this.#desks = desks;
  }

  /** The answer of a page to a question; the one that was kept, where it is still right. Never throws. */
  respond(question: Question, page: Page): Promise<Answer | FileStream> {
    return this.#answer(question, async () => {
      const kept = await this.cache.verified(question.key, this.#wiki.generation, this.#wiki.database.reader);
      return kept ?? (await this.#makeOnce(question, page));
    });
  }

  /** The answer of what a request changes, made for it alone, and not kept. Never throws. */
  perform(question: Question, page: Page): Promise<Answer | FileStream> {
    return this.#answer(question, () => this.#make(question, page));
  }

  async #answer(question: Question, make: () => Promise<Answer | FileStream>): Promise<Answer | FileStream> {
    try {
      if (this.#wiki.generation === 0)
        return preparingPage(this.#assets, question.locale, this.#wiki.progress);
      return await make();
    } catch (error) {
      const { id, path, locale } = question;
      const isOurs =
        !(error instanceof GreffeError) || (error instanceof Unavailable && !(error instanceof Busy));
      if (isOurs) this.#log.failed(error, { id, path });
      return failurePage(this.#assets, locale, error, isOurs ? id : undefined);
    }
  }

  /** Many readers who ask for the same page at the same time wait for one rendering. */
  #makeOnce(question: Question, page: Page): Promise<Answer | FileStream> {
    const key = `${this.#wiki.generation} ${question.key}`;
    const underWay = this.#making.get(key);
    if (underWay) return underWay;
    const made = this.#make(question, page).finally(() => this.#making.delete(key));
    this.#making.set(key, made);
    return made;
  }

  async #make(
    { origin, path, query, wantsMarkdown, key, locale }: Question,
    page: Page,
  ): Promise<Answer | FileStream> {
    const generation = this.#wiki.generation;
    const trace = new Trace(this.#wiki.database.reader);
    const site = await askSite(trace.ask);
    if (!site) return preparingPage(this.#assets, locale, this.#wiki.progress);
    const publicOrigin = site.settings.url?.replace(/\/$/, '') ?? origin;
    const context: Context = {
      wiki: this.#wiki,
      site,
      ask: trace.ask,
      assets: this.#assets,
      origin: publicOrigin,
      path,
      query,
      wantsMarkdown,
      now: Date.now(),
      part: this.#parts.get,
      ...(this.#desks.lists && { lists: this.#desks.lists }),
      ...(this.#desks.proposals && { proposals: this.#desks.proposals }),
      ...(this.#desks.signsIn && { signsIn: true }),
      ...(this.#desks.register !== undefined && { register: this.#desks.register }),
    };
    const answer = await page(context);
    // An index that changed meanwhile may have answered half of the questions before, half after.
    const keepable =
      'body' in answer &&
      KEPT_STATUSES.has(answer.status) &&
      answer.headers['cache-control'] !== 'no-store' &&
      generation === this.#wiki.generation;
    if (keepable) this.cache.keep(key, answer, trace, generation);
    return answer;
  }
}
