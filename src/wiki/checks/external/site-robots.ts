import { setTimeout } from 'node:timers/promises';
import { type AskingOptions, askAddress } from './ask-address.ts';
import { MAX_ROBOTS_BYTES, type Robots, readRobots } from './robots.ts';

const MAX_REDIRECTS = 5;

export type AsksRobots = (url: URL) => Promise<Robots>;

/**
 * What each site lets us ask for, read from its `robots.txt` once. A site that has none lets everything be asked for, one
 * that cannot say lets nothing be (RFC 9309, section 2.3.1); throws what the network says.
 */
export function siteRobots(
  options: AskingOptions & { readonly turn: (url: URL) => Promise<void> },
): AsksRobots {
  const program = options.userAgent.split('/', 1)[0] as string;
  const known = new Map<string, Promise<Robots>>();
  return (url) => {
    const robots = known.get(url.origin) ?? ask(url);
    known.set(url.origin, robots);
    // A failure of the network may be over the next time.
    robots.catch(() => setTimeout(0).then(() => known.delete(url.origin)));
    return robots;
  };

  async function ask(site: URL): Promise<Robots> {
    let url = new URL('/robots.txt', site);
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      await options.turn(url);
      const answer = await askAddress('GET', url, { ...options, maxBytes: MAX_ROBOTS_BYTES });
      const { status, location, body } = answer;
      if (status >= 500) return () => false;
      if (status < 300) return readRobots(body?.toString() ?? '', program);
      const next = status < 400 && location !== undefined ? URL.parse(location, url.href) : null;
      if (!next || !/^https?:$/.test(next.protocol)) return () => true;
      url = next;
    }
    return () => true;
  }
}
