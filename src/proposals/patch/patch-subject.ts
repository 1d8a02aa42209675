/** What the words in brackets before the subject of a patch say. */
export interface PatchSubject {
  /** What it is for: `logiciels-libres` in `[PATCH logiciels-libres v2 1/3]`; empty when nothing is named. */
  readonly name: string;
  /** 1 when none is said. */
  readonly version: number;
  /** Its place in a series, 0 for the cover letter; undefined of a patch by itself. */
  readonly number: number | undefined;
  /** How many patches the series has. */
  readonly total: number | undefined;
  /** In capitals: `RFC`, `RESEND`. */
  readonly flags: readonly PatchFlag[];
  /** What comes after the brackets. */
  readonly title: string;
  /** Whether it is the answer to a patch (`Re:`), or one that is passed on. */
  readonly isReply: boolean;
}

const FLAGS = ['RFC', 'RESEND', 'WIP', 'DRAFT', 'REPOST', 'POC', 'TEST', 'FIXUP'] as const;
export type PatchFlag = (typeof FLAGS)[number];

const MAX_SUBJECT = 1_000;
const MAX_NUMBER = 9_999;

/** The marks of an answer, in the languages of those who write here; `Re[2]:` and `Re^2:` too. */
const REPLY = /^(?:(?:re|r[eé]f|rép|aw|sv|antw|fwd?|tr|wg)(?:\[\d+\]|\^\d+)?\s?:\s*)/i;
const BRACKETS = /^\[([^[\]]*)\]\s*/;

/**
 * Reads the subject of a patch, whatever the order and the spelling of its words: `[PATCH v2 1/3]`, `[PATCHv2 1/3]`,
 * `[RFC PATCH name v2]`, `[PATCH name,v2,1/3]`, `[PATCH 1/3 v2]`, `[list] [PATCH] [1/3]`. Undefined when none of the brackets
 * says PATCH.
 */
export function readPatchSubject(subject: string): PatchSubject | undefined {
  let rest = subject.slice(0, MAX_SUBJECT).replace(/\s+/g, ' ').trim();
  let isReply = false;
  const brackets: string[] = [];
  for (;;) {
    const reply = REPLY.exec(rest);
    const bracket = BRACKETS.exec(rest);
    if (reply) isReply = true;
    else if (bracket) brackets.push(bracket[1] as string);
    else break;
    rest = rest.slice((reply ?? bracket)?.[0].length);
  }
  const first = brackets.findIndex((bracket) => PATCH.test(bracket));
  if (first === -1) return undefined;
  // What stands before is the name of the list; after, only what could be words of the first.
  const words = brackets
    .slice(first)
    .filter((bracket, at) => at === 0 || bracket.split(SEPARATOR).every((word) => isSpecial(word)))
    .flatMap((bracket) => bracket.replace(PATCH, ' PATCH $1 ').split(SEPARATOR));
  return { ...readWords(words.filter((word) => word !== '')), title: rest, isReply };
}

/** The word, also with the version grown on to it. */
const PATCH = /(?<![\p{L}\p{N}_-])PATCH(?:ES|SET)?(v\d+(?:\.\d+)?)?(?![\p{L}\p{N}_-])/iu;
const SEPARATOR = /[\s,;|]+/;
const VERSION = /^v\.?(\d{1,4})(?:\.\d{1,4})?$/i;
const PLACE = /^#?(\d{1,4})\/(\d{1,4})$/;

function isSpecial(word: string): boolean {
  return (
    word === '' || PATCH.test(word) || VERSION.test(word) || PLACE.test(word) || flagsOf(word).length > 0
  );
}

/** `PATCH/RFC` is two words; the name of a branch or a folder (`docs/rfc`) is one. */
function flagsOf(word: string): PatchFlag[] {
  const parts = word.toUpperCase().split('/');
  const flags = parts.filter((part): part is PatchFlag => (FLAGS as readonly string[]).includes(part));
  return flags.length === parts.filter((part) => part !== '' && part !== 'PATCH').length ? flags : [];
}

function readWords(words: readonly string[]): Omit<PatchSubject, 'title' | 'isReply'> {
  const name: string[] = [];
  const flags = new Set<PatchFlag>();
  let version = 1;
  let place: readonly [number, number] | undefined;
  for (const word of words) {
    const versioned = VERSION.exec(word);
    const placed = PLACE.exec(word);
    const flagged = flagsOf(word);
    if (versioned) version = Math.max(1, Number(versioned[1]));
    else if (placed && Number(placed[2]) > 0 && Number(placed[2]) <= MAX_NUMBER)
      place ??= [Number(placed[1]), Number(placed[2])];
    else if (flagged.length > 0) for (const flag of flagged) flags.add(flag);
    else if (!/^\/?PATCH(?:ES|SET)?\/?$/i.test(word)) name.push(word);
  }
  return { name: name.join(' '), version, number: place?.[0], total: place?.[1], flags: [...flags] };
}
