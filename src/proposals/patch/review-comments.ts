/** A line of a patch, as an answer quotes it. */
export interface QuotedLine {
  readonly kind: 'added' | 'removed' | 'context';
  /** Without the sign that begins it. */
  readonly text: string;
}

/** What somebody says of a line of a patch that they quote. */
export interface ReviewComment {
  /** The file, where what is quoted names it. */
  readonly path?: string;
  readonly line: QuotedLine;
  readonly text: string;
}

const QUOTED = /^ {0,1}>[ ]?(.*)$/;
const KINDS: Readonly<Record<string, QuotedLine['kind']>> = { '+': 'added', '-': 'removed', ' ': 'context' };

/** The comments of an answer to a patch, its lines ended by LF: each text that follows a quoted line of the diff. */
export function reviewComments(text: string): ReviewComment[] {
  const comments: ReviewComment[] = [];
  let path: string | undefined;
  let line: QuotedLine | undefined;
  let said: string[] = [];
  const end = () => {
    const own = said.join('\n').trim();
    said = [];
    if (own !== '' && line) comments.push({ ...(path !== undefined && { path }), line, text: own });
    if (own !== '') line = undefined;
  };
  for (const each of withoutSignature(text)) {
    const [, quoted] = QUOTED.exec(each) ?? [];
    if (quoted === undefined) {
      said.push(each);
      continue;
    }
    end();
    const named = /^(?:\+\+\+ b\/|diff --git a\/.* b\/)(.+)$/.exec(quoted);
    if (named) {
      path = named[1];
      line = undefined;
    } else if (/^(?:--- |\+\+\+ |@@ |index |-- $|>)/.test(quoted)) line = undefined;
    else if (quoted !== '') {
      const kind = KINDS[quoted[0] as string];
      line = kind && { kind, text: quoted.slice(1) };
    }
  }
  end();
  return comments;
}

function withoutSignature(text: string): readonly string[] {
  const lines = text.split('\n');
  const signature = lines.lastIndexOf('-- ');
  return signature === -1 ? lines : lines.slice(0, signature);
}
