import { Invalid } from './errors.ts';

/** The SMTP server that takes what goes out. */
export interface Relay {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (RFC 8314); otherwise STARTTLS where the server offers it. */
  readonly secure: boolean;
  /** Whether STARTTLS is demanded: as soon as a password is sent to another machine. */
  readonly requireTls: boolean;
  readonly user?: string;
  readonly password?: string;
  /** Messages a second at most; undefined for as many as it takes. */
  readonly rate?: number;
  /** How many messages are sent at the same time. */
  readonly connections: number;
  /** What this server calls itself. */
  readonly name?: string;
}

const MAX_CONNECTIONS = 50;

/** Reads GREFFE_RELAY, GREFFE_RELAY_RATE and GREFFE_RELAY_CONNECTIONS; undefined when mail does not go out. */
export function readRelay(env: NodeJS.ProcessEnv): Relay | undefined {
  if (!env.GREFFE_RELAY) return undefined;
  const url = URL.parse(env.GREFFE_RELAY);
  const secure = url?.protocol === 'smtps:';
  // The text holds a password: it is not repeated.
  if (!url || !(secure || url.protocol === 'smtp:') || !url.hostname || url.pathname.length > 1)
    throw new Invalid(
      'GREFFE_RELAY is not the URL of an SMTP server.',
      'Write smtp://USER:PASSWORD@HOST:PORT or smtps://…, with % escapes in the user and the password.',
    );
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const rate = readRate(env.GREFFE_RELAY_RATE);
  const isHere = /^(?:localhost|127\.\d+\.\d+\.\d+|::1)$/.test(host);
  return {
    host,
    port: Number(url.port) || (secure ? 465 : url.username ? 587 : 25),
    secure,
    requireTls: !secure && url.username !== '' && !isHere,
    ...(url.username !== '' && {
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
    }),
    ...(rate !== undefined && { rate }),
    connections: readConnections(env.GREFFE_RELAY_CONNECTIONS),
    ...(env.GREFFE_MAIL_HOST && { name: env.GREFFE_MAIL_HOST.toLowerCase() }),
  };
}

const PERIODS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };

/** `5/s`, `100/m`, `2000/h`, or a number a second. */
function readRate(text: string | undefined): number | undefined {
  if (!text) return undefined;
  const [, count, period = 's'] = /^(\d{1,6}(?:\.\d+)?)(?:\/([smh]))?$/.exec(text) ?? [];
  const rate = Number(count) / (PERIODS[period] as number);
  if (!(rate > 0))
    throw new Invalid(
      `${JSON.stringify(text)} is no rate.`,
      'Write 5/s, 100/m or 2000/h in GREFFE_RELAY_RATE.',
    );
  return rate;
}

function readConnections(text: string | undefined): number {
  if (!text) return 5;
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > MAX_CONNECTIONS)
    throw new Invalid(
      `${JSON.stringify(text)} is no number of connections.`,
      `Write a number from 1 to ${MAX_CONNECTIONS} in GREFFE_RELAY_CONNECTIONS.`,
    );
  return count;
}
