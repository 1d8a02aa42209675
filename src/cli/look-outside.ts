import { connect as connectPlain } from 'node:net';
import { connect, type PeerCertificate } from 'node:tls';
import type { Relay } from '../config/relay.ts';

/** What one look of `greffe doctor` found; `remedy` is given when something is wrong. */
export interface Finding {
  readonly about: string;
  readonly found: string;
  readonly remedy?: string;
}

const TIMEOUT_MS = 5_000;
const DAY_MS = 86_400_000;
/** A certificate is renewed long before. */
const MIN_VALID_DAYS = 14;
/** How far the clocks of two machines may be apart. */
const MAX_SKEW_MS = 3_600_000;

/** Whether the machine's clock can be right: it is not before the newest commit. Times are milliseconds since 1970. */
export function lookAtClock(now: number, newestCommit: number | undefined): Finding {
  const about = 'clock';
  const found = `${new Date(now).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  if (newestCommit === undefined || newestCommit - now < MAX_SKEW_MS) return { about, found };
  const committed = new Date(newestCommit).toISOString().slice(0, 16).replace('T', ' ');
  return {
    about,
    found: `${found}, before the newest commit (${committed} UTC).`,
    remedy: 'Set the clock of this machine, or of the one that committed.',
  };
}

/** Whether what the lists send can leave: the relay answers as an SMTP server does (RFC 5321, 4.2). */
export async function lookAtRelay(relay: Relay | undefined): Promise<Finding> {
  const about = 'mail';
  if (!relay) return { about, found: 'no relay (GREFFE_RELAY): what the lists send waits' };
  const place = `the relay ${relay.host}:${relay.port}`;
  try {
    const greeting = await greetingOf(relay);
    if (greeting.startsWith('220')) return { about, found: `${place} answers` };
    return { about, found: `${place} answers ${JSON.stringify(greeting)}.`, remedy: 'Look at its log.' };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return {
      about,
      found: `${place} does not answer (${code ?? message}).`,
      remedy: 'Start it, or set GREFFE_RELAY.',
    };
  }
}

function greetingOf({ host, port, secure }: Relay): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { host, port, timeout: TIMEOUT_MS };
    const socket = secure ? connect({ ...options, servername: host }) : connectPlain(options);
    socket.once('data', (bytes: Buffer) => {
      resolve(bytes.toString('latin1').split('\r\n', 1)[0] ?? '');
      socket.destroy();
    });
    socket.once('timeout', () =>
      socket.destroy(Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' })),
    );
    socket.once('error', reject);
    socket.once('end', () => reject(new Error('it hangs up')));
  });
}

/** Whether the site's public address shows a certificate that browsers take, and for how long. */
export async function lookAtCertificate(url: string): Promise<Finding> {
  const about = 'certificate';
  const { protocol, hostname, port } = new URL(url);
  if (protocol !== 'https:')
    return { about, found: `${url} is not an https address: what readers ask for can be read on its way` };
  try {
    const certificate = await certificateOf(hostname, Number(port || 443));
    const days = Math.floor((Date.parse(certificate.valid_to) - Date.now()) / DAY_MS);
    const found = `of ${hostname}, valid for ${days} more days`;
    return days < MIN_VALID_DAYS ? { about, found: `${found}.`, remedy: 'Renew it.' } : { about, found };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== undefined && UNREACHED.has(code))
      return { about, found: `${hostname} cannot be reached from here (${code}), not looked at` };
    return {
      about,
      found: `browsers refuse that of ${hostname}: ${message.split(/[;.]/, 1)[0]}.`,
      remedy: 'Install a certificate for that name, signed by an authority that browsers know.',
    };
  }
}

const UNREACHED = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

function certificateOf(host: string, port: number): Promise<PeerCertificate> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, servername: host, timeout: TIMEOUT_MS }, () => {
      resolve(socket.getPeerCertificate());
      socket.destroy();
    });
    socket.once('timeout', () => {
      socket.destroy(Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' }));
    });
    socket.once('error', reject);
  });
}
