import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { Invalid, Refused } from '../config/errors.ts';
import type { Wiki } from '../wiki/wiki.ts';

/** The largest announcement that a forge sends. */
const MAX_BODY_BYTES = 25 * 1024 * 1024;

/** How often those who name no token may make the wiki fetch. */
const UNNAMED_INTERVAL_MS = 5_000;

/** Takes the announcement of a forge that its repository changed. */
export class FetchHook {
  readonly #wiki: Wiki;
  readonly #token: string | undefined;
  readonly #failed: (error: unknown) => void;
  #last = Number.NEGATIVE_INFINITY;
  #scheduled: NodeJS.Timeout | undefined;

  constructor(wiki: Wiki, token: string | undefined, failed: (error: unknown) => void) {
    this.#wiki = wiki;
    this.#token = token;
    this.#failed = failed;
  }

  /**
   * Fetches at once for who knows the token, and says whether anything was new; where the operator set none, fetches soon,
   * and no more often than is kind to the forge. Throws {@link Refused} when the token is not the one.
   */
  async take(request: Request): Promise<'updated' | 'nothing new' | 'soon'> {
    if (this.#token !== undefined) {
      if (!(await knows(request, this.#token))) {
        throw new Refused(
          'The token is not the one this server expects.',
          'Set the secret of the webhook to GREFFE_HOOK_TOKEN.',
        );
      }
      return (await this.#wiki.update()) ? 'updated' : 'nothing new';
    }
    this.#scheduled ??= setTimeout(
      () => {
        this.#scheduled = undefined;
        this.#last = performance.now();
        this.#wiki.update().catch(this.#failed);
      },
      Math.max(this.#last + UNNAMED_INTERVAL_MS - performance.now(), 0),
    ).unref();
    return 'soon';
  }
}

/** Whether a request names the token, in one of the ways forges have: as it is, or as the key of a signature of its body. */
async function knows(request: Request, token: string): Promise<boolean> {
  const { headers } = request;
  const named =
    headers.get('authorization')?.replace(/^Bearer /, '') ?? headers.get('x-gitlab-token') ?? undefined;
  if (named !== undefined) return same(named, token);
  const signature = headers.get('x-hub-signature-256') ?? undefined;
  if (signature === undefined) return false;
  const body = await readBody(request);
  return same(signature, `sha256=${createHmac('sha256', token).update(body).digest('hex')}`);
}

async function readBody(request: Request): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > MAX_BODY_BYTES) throw new Invalid('The announcement is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Compares in a time that tells nothing of where they differ. */
function same(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
