import exceptionIds from 'spdx-exceptions/index.json' with { type: 'json' };
import deprecatedIds from 'spdx-license-ids/deprecated.json' with { type: 'json' };
import currentIds from 'spdx-license-ids/index.json' with { type: 'json' };

/** What an SPDX licence expression says (SPDX 2.3, annex D), and what is to be mended in it. */
export interface LicenceExpression {
  /** As it should be written: identifiers and operators in their spelling, superfluous blanks gone. */
  readonly canonical: string;
  /** The licences named, without exceptions, each once. */
  readonly ids: readonly string[];
  /** What SPDX does not know, as it is written. */
  readonly unknown: readonly string[];
  /** What SPDX no longer wants, with what it wants instead. */
  readonly deprecated: readonly { readonly id: string; readonly instead: string | undefined }[];
  /** Whether only the spelling differs from `canonical`. */
  readonly isRespelled: boolean;
}

/** Longer is no expression anybody wrote; its nesting is bounded with it. */
const MAX_LENGTH = 2_000;
const TOKEN = /\s*(\(|\)|[A-Za-z0-9][A-Za-z0-9.\-:]*\+?)/y;
const REFERENCE = /^(?:DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+$/;

const byFold = (ids: readonly string[]) => new Map(ids.map((id) => [id.toLowerCase(), id]));
const CURRENT = byFold(currentIds);
const DEPRECATED = byFold(deprecatedIds);
const EXCEPTIONS = byFold(exceptionIds);

const INSTEAD: Readonly<Record<string, string>> = {
  'BSD-2-Clause-FreeBSD': 'BSD-2-Clause-Views',
  'BSD-2-Clause-NetBSD': 'BSD-2-Clause',
  'GPL-2.0-with-GCC-exception': 'GPL-2.0-or-later WITH GCC-exception-2.0',
  'GPL-2.0-with-autoconf-exception': 'GPL-2.0-only WITH Autoconf-exception-2.0',
  'GPL-2.0-with-bison-exception': 'GPL-2.0-or-later WITH Bison-exception-2.2',
  'GPL-2.0-with-classpath-exception': 'GPL-2.0-only WITH Classpath-exception-2.0',
  'GPL-2.0-with-font-exception': 'GPL-2.0-only WITH Font-exception-2.0',
  'GPL-3.0-with-GCC-exception': 'GPL-3.0-only WITH GCC-exception-3.1',
  'GPL-3.0-with-autoconf-exception': 'GPL-3.0-only WITH Autoconf-exception-3.0',
  'StandardML-NJ': 'SMLNJ',
  'bzip2-1.0.5': 'bzip2-1.0.6',
  'eCos-2.0': 'GPL-2.0-or-later WITH eCos-exception-2.0',
  wxWindows: 'LGPL-2.0-or-later WITH WxWindows-exception-3.1',
};

interface Known {
  readonly id: string;
  readonly isDeprecated: boolean;
  readonly instead?: string | undefined;
}

/** One identifier, in any case; `+` may follow it. */
export function licenceId(written: string): Known | undefined {
  const isLater = written.endsWith('+');
  const fold = (isLater ? written.slice(0, -1) : written).toLowerCase();
  const old = DEPRECATED.get(fold);
  if (old !== undefined) {
    const gnu = /^(?:[AL]?GPL|GFDL)-\d\.\d$/.test(old)
      ? `${old}-${isLater ? 'or-later' : 'only'}`
      : undefined;
    return { id: isLater ? `${old}+` : old, isDeprecated: true, instead: gnu ?? INSTEAD[old] };
  }
  const id = CURRENT.get(fold);
  return id === undefined ? undefined : { id: isLater ? `${id}+` : id, isDeprecated: false };
}

/** Reads an expression; nothing if it is not formed as one. Unknown identifiers do not make it malformed. */
export function readLicenceExpression(text: string): LicenceExpression | undefined {
  const tokens = text.length > MAX_LENGTH ? undefined : tokenized(text);
  if (!tokens || tokens.length === 0) return undefined;
  const reader = new ExpressionReader(tokens);
  const canonical = reader.read();
  if (canonical === undefined) return undefined;
  const { ids, unknown, deprecated } = reader;
  return {
    canonical,
    ids: [...ids],
    unknown: [...unknown],
    deprecated: [...deprecated].map(([id, instead]) => ({ id, instead })),
    isRespelled: canonical !== text && deprecated.size === 0,
  };
}

function tokenized(text: string): readonly string[] | undefined {
  const tokens: string[] = [];
  const trimmed = text.trim();
  TOKEN.lastIndex = 0;
  let end = 0;
  while (end < trimmed.length) {
    const match = TOKEN.exec(trimmed);
    if (!match) return undefined;
    tokens.push(match[1] as string);
    end = TOKEN.lastIndex;
  }
  return tokens;
}

/** A descent through `OR`, `AND`, `WITH`, in that order of binding. */
class ExpressionReader {
  readonly ids = new Set<string>();
  readonly unknown = new Set<string>();
  readonly deprecated = new Map<string, string | undefined>();
  readonly #tokens: readonly string[];
  #next = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  read(): string | undefined {
    const all = this.#joined('OR', () => this.#joined('AND', () => this.#licence()));
    return this.#next === this.#tokens.length ? all : undefined;
  }

  #joined(operator: string, part: () => string | undefined): string | undefined {
    let whole = part();
    while (whole !== undefined && this.#takes(operator)) {
      const more = part();
      whole = more === undefined ? undefined : `${whole} ${operator} ${more}`;
    }
    return whole;
  }

  #licence(): string | undefined {
    if (this.#takes('(')) {
      const inner = this.#joined('OR', () => this.#joined('AND', () => this.#licence()));
      return inner !== undefined && this.#takes(')') ? `(${inner})` : undefined;
    }
    const written = this.#identifier();
    if (written === undefined) return undefined;
    const licence = this.#known(written);
    if (!this.#takes('WITH')) return licence;
    const exception = this.#identifier();
    if (exception === undefined) return undefined;
    const id = EXCEPTIONS.get(exception.toLowerCase());
    if (id === undefined) this.unknown.add(exception);
    return `${licence} WITH ${id ?? exception}`;
  }

  #known(written: string): string {
    const known = licenceId(written);
    if (!known) {
      if (!REFERENCE.test(written)) this.unknown.add(written);
      this.ids.add(written);
      return written;
    }
    if (known.isDeprecated) this.deprecated.set(known.id, known.instead);
    const best = known.instead ?? known.id;
    this.ids.add(best.split(' WITH ')[0] as string);
    return best;
  }

  #identifier(): string | undefined {
    const token = this.#tokens[this.#next];
    if (token === undefined || /^(?:\(|\)|and|or|with)$/i.test(token)) return undefined;
    this.#next++;
    return token;
  }

  #takes(word: string): boolean {
    if (this.#tokens[this.#next]?.toUpperCase() !== word) return false;
    this.#next++;
    return true;
  }
}
