import { isUtf8 } from 'node:buffer';
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

/** Reads a mail as `git am --scissors` does; undefined for one that git cannot read. */
export async function mailInfo(raw: Buffer): Promise<MailInfo | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'greffe-mail-'));
  try {
    const input = withoutWireEnds(raw);
    const recoded = await read(folder, input, '-u');
    // A charset that nobody knows, or that is not what it says: its bytes are taken as they are.
    const { status, stdout } = recoded.status === 0 ? recoded : await read(folder, input, '-n');
    if (status !== 0) return undefined;
    const facts = factsOf(textOf(stdout));
    return {
      authorName: facts.get('Author') ?? '',
      authorEmail: facts.get('Email') ?? '',
      date: facts.get('Date') ?? '',
      subject: facts.get('Subject') ?? '',
      message: textOf(await readFile(join(folder, 'message'))),
      diff: withoutQuotedEnds(await readFile(join(folder, 'diff'))),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** `recoding`: `-u` has texts in UTF-8, `-n` leaves them as they are (`--encoding=UTF-8` does so too in some versions of git). */
function read(folder: string, input: Buffer, recoding: '-u' | '-n') {
  return gitOutcome(
    undefined,
    ['mailinfo', recoding, '--scissors', '--quoted-cr=nowarn', 'message', 'diff'],
    {
      cwd: folder,
      env: { GIT_CEILING_DIRECTORIES: dirname(folder) },
      input,
      timeoutMs: TIMEOUT_MS,
    },
  );
}

/** A mail whose header has the line ends of the wire has them everywhere; in others a CR is part of the text. */
function withoutWireEnds(raw: Buffer): Buffer {
  const first = raw.indexOf(LF);
  if (first < 1 || raw[first - 1] !== CR) return raw;
  return withoutCr(raw);
}

/** A mail that is encoded (base64, quoted-printable) keeps them in it; git ends the lines that name files in LF, whatever these have. */
function withoutQuotedEnds(diff: Buffer): Buffer {
  const named = diff.toString('latin1').match(/^(?:diff --git|---|\+\+\+) [^\n]*/gm) ?? [];
  return named.length > 0 && named.every((line) => line.endsWith('\r')) ? withoutCr(diff) : diff;
}

function withoutCr(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
}

/** Lines that are not UTF-8 are Windows-1252: git recodes no field that the body has, and makes it UTF-8 of Latin-1 in the end. */
function textOf(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString();
  const lines = bytes.toString('latin1').split('\n');
  return lines.map((line) => lineOf(Buffer.from(line, 'latin1'))).join('\n');
}

const WINDOWS_1252 = new TextDecoder('windows-1252');

function lineOf(bytes: Buffer): string {
  return isUtf8(bytes) ? bytes.toString() : WINDOWS_1252.decode(bytes);
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
