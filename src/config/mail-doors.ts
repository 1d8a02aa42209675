import { hostname } from 'node:os';
import { Invalid } from './errors.ts';

/** Where a server listens: a host and port, or a socket of the file system. */
export type Listening = { readonly host: string; readonly port: number } | { readonly path: string };

/** A mailbox read over IMAP. */
export interface ImapAccount {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly user: string;
  readonly password: string;
  readonly mailbox: string;
}

/** By which doors mail for the lists comes in, as the operator decided. */
export interface MailDoors {
  readonly smtp?: Listening;
  readonly lmtp?: Listening;
  /** The folder of a Maildir to which another mail server delivers. */
  readonly maildir?: string;
  readonly imap?: ImapAccount;
  /** Files of a private key and of a certificate chain, in PEM: with them SMTP offers STARTTLS. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** What this server calls itself: in its greeting, and as the first word of its verdicts (RFC 8601, 2.5). */
  readonly hostName: string;
  /** Whose verdicts are believed in mail that came by LMTP, Maildir or IMAP; those of others are not looked at. */
  readonly trustedAuthserv?: string;
}

/** Those of the command line; each goes before its variable of the environment. */
export interface NamedDoors {
  readonly smtp?: string | undefined;
  readonly lmtp?: string | undefined;
  readonly maildir?: string | undefined;
}

/** Reads by which doors mail comes in; undefined when by none. Throws {@link Invalid} where one cannot be understood. */
export function readMailDoors(named: NamedDoors, env: NodeJS.ProcessEnv): MailDoors | undefined {
  const smtp = named.smtp ?? (env.GREFFE_SMTP || undefined);
  const lmtp = named.lmtp ?? (env.GREFFE_LMTP || undefined);
  const maildir = named.maildir ?? (env.GREFFE_MAILDIR || undefined);
  const imap = env.GREFFE_IMAP || undefined;
  const tls = readTls(env);
  if (!smtp && !lmtp && !maildir && !imap) return undefined;
  return {
    ...(smtp && { smtp: readListening(smtp, 'GREFFE_SMTP or --smtp') }),
    ...(lmtp && { lmtp: readListening(lmtp, 'GREFFE_LMTP or --lmtp') }),
    ...(maildir && { maildir }),
    ...(imap && { imap: readImap(imap) }),
    ...(tls && { tls }),
    hostName: readHostName(env.GREFFE_MAIL_HOST || hostname()),
    ...(env.GREFFE_TRUSTED_AUTHSERV && { trustedAuthserv: env.GREFFE_TRUSTED_AUTHSERV.toLowerCase() }),
  };
}

function readListening(text: string, from: string): Listening {
  if (text.startsWith('unix:') && text.length > 5) return { path: text.slice(5) };
  const found = /^(?:\[([0-9a-f:.]+)\]|([^\s:[\]]*)):(\d{1,5})$/i.exec(text);
  const port = Number(found?.[3]);
  if (!found || port > 65_535)
    throw new Invalid(
      `${JSON.stringify(text)} is no address to listen on.`,
      `Write HOST:PORT or unix:PATH in ${from}.`,
    );
  return { host: found[1] ?? (found[2] || '::'), port };
}

function readTls({ GREFFE_TLS_KEY: key, GREFFE_TLS_CERT: cert }: NodeJS.ProcessEnv): MailDoors['tls'] {
  if (!key && !cert) return undefined;
  if (!key || !cert)
    throw new Invalid(
      'A TLS key without its certificate, or the other way round.',
      'Set GREFFE_TLS_KEY and GREFFE_TLS_CERT, both the name of a file in PEM.',
    );
  return { key, cert };
}

/** RFC 5092, as far as an account of one mailbox needs it: `imaps://user:password@host/MAILBOX`. */
function readImap(text: string): ImapAccount {
  let url: URL;
  try {
    url = new URL(text);
  } catch (cause) {
    // The text holds a password: it is not repeated.
    throw notImap({ cause });
  }
  const secure = url.protocol === 'imaps:';
  if (!(secure || url.protocol === 'imap:') || !url.hostname || !url.username) throw notImap();
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 993 : 143),
    secure,
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    mailbox: decodeURIComponent(url.pathname.slice(1)) || 'INBOX',
  };
}

function notImap(options?: ErrorOptions): Invalid {
  return new Invalid(
    'GREFFE_IMAP is not the URL of a mailbox.',
    'Write imaps://USER:PASSWORD@HOST/MAILBOX, with % escapes in the user and the password.',
    options,
  );
}

function readHostName(name: string): string {
  if (!/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(name))
    throw new Invalid(`${JSON.stringify(name)} is not the name of a host.`, 'Set GREFFE_MAIL_HOST.');
  return name.toLowerCase();
}
