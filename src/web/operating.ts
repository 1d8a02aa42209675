import { createHash, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import type { Wiki } from '../wiki/wiki.ts';
import { healthAnswer } from './health.ts';
import type { Metrics } from './metrics.ts';

export interface OperatingOptions {
  readonly wiki: Wiki;
  readonly metrics: Metrics;
  /** What must be named to read the metrics; anyone may when there is none. */
  readonly metricsToken?: string | undefined;
}

/** What watches over the server asks: `/-/health`, `/-/metrics`. */
export function operatingRoutes({ wiki, metrics, metricsToken }: OperatingOptions): Hono {
  const routes = new Hono();
  routes.get('/-/health', async () => {
    const { status, headers, body } = await healthAnswer(wiki);
    return new Response(body as Buffer<ArrayBuffer>, { status, headers });
  });
  routes.get('/-/metrics', async (c) => {
    if (metricsToken !== undefined && !names(c.req.header('authorization'), metricsToken))
      return c.text('Name the token of GREFFE_METRICS_TOKEN: Authorization: Bearer TOKEN.\n', 401, {
        'www-authenticate': 'Bearer',
      });
    return c.text(await metrics.text(), 200, {
      'content-type': metrics.contentType,
      'cache-control': 'no-store',
    });
  });
  return routes;
}

/** Whether a request bears the token (RFC 6750, 2.1), compared in a time that tells nothing of where it differs. */
function names(authorization: string | undefined, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${token}`));
}
