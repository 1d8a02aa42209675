import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gitOutcome } from './run.ts';

const TIMEOUT_MS = 10_000;
const CR = 0x0d;
const LF = 0x0a;

/** What `git am` takes from a mail (git-mailinfo(1)). Texts are UTF-8, empty where the mail says nothing. */
export interface MailInfo {
  readonly authorName: string;
  readonly authorEmail: string;
  /** The date as the mail writes it. */
  readonly date: string;
  /** The subject without the words in brackets before it. */
  readonly subject: string;
  /** What the mail says before its diff, after scissors where there are some. */
  readonly message: string;
  /** From the first line of what may be a diff to the end, as bytes. */
  readonly diff: Buffer;
}

export interface MailInfoOptions {
  /** Whether the CR at the end of lines that were encoded (quoted-printable, base64) goes; it stays by default, as with git. */
  readonly stripsCr?: boolean;
}

/** Reads a mail as `git am --scissors` does; undefined for one that git cannot read. */
export async function mailInfo(
  raw: Buffer,
  { stripsCr = false }: MailInfoOptions = {},
): Promise<MailInfo | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'greffe-mail-'));
  try {
    const { status, stdout } = await gitOutcome(
      undefined,
      [
        ...['mailinfo', '--scissors', '--encoding=UTF-8', `--quoted-cr=${stripsCr ? 'strip' : 'nowarn'}`],
        ...['message', 'diff'],
      ],
      {
        cwd: folder,
        env: { GIT_CEILING_DIRECTORIES: dirname(folder) },
        input: withoutWireEnds(raw),
        timeoutMs: TIMEOUT_MS,
      },
    );
    if (status !== 0) return undefined;
    const facts = factsOf(stdout.toString());
    return {
      authorName: facts.get('Author') ?? '',
      authorEmail: facts.get('Email') ?? '',
      date: facts.get('Date') ?? '',
      subject: facts.get('Subject') ?? '',
      message: await readFile(join(folder, 'message'), 'utf8'),
      diff: await readFile(join(folder, 'diff')),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A mail whose header has the line ends of the wire has them everywhere; in others a CR is part of the text. */
function withoutWireEnds(raw: Buffer): Buffer {
  const first = raw.indexOf(LF);
  if (first < 1 || raw[first - 1] !== CR) return raw;
  return Buffer.from(raw.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
}

/** Lines `Name: value`; a subject of many lines has the name before each. */
function factsOf(text: string): Map<string, string> {
  const facts = new Map<string, string>();
  for (const [, name = '', value = ''] of text.matchAll(/^([A-Z][a-z]+): (.*)$/gm)) {
    const before = facts.get(name);
    facts.set(name, before === undefined ? value : `${before}\n${value}`);
  }
  return facts;
}
