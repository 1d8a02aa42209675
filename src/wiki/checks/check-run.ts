import type { ObjectReader } from '../../git/objects.ts';
import type { Writer } from '../../store/database.ts';
import { fileAt } from '../../store/files.ts';
import { addFindings, findingsAt, removeFindings } from '../../store/findings.ts';
import { pageFactsAt } from '../../store/pages.ts';
import { decodeText } from '../decode.ts';
import type { IndexContext } from '../index-context.ts';
import { type PageFacts, readFacts } from '../page.ts';
import type { Site } from '../site.ts';
import type { Ask } from '../trace.ts';
import { type Finding, findingRows, readFinding, type Scope } from './finding.ts';
import { sourceLines } from './source-place.ts';

/** How many links that lead nowhere obvious are followed in one run, and how many texts are kept. */
const MAX_FOLLOWED = 100_000;
const MAX_KEPT = 200;

/** One look at the wiki while its index is written: what several rules ask, asked once. */
export class CheckRun {
  readonly writer: Writer;
  readonly site: Site;
  readonly ask: Ask;
  /** How many more links may be followed. */
  linksLeft = MAX_FOLLOWED;
  readonly #context: IndexContext;
  readonly #lines = new Map<string, readonly string[]>();
  readonly #facts = new Map<string, PageFacts | undefined>();

  constructor(writer: Writer, context: IndexContext, site: Site) {
    this.writer = writer;
    this.site = site;
    this.#context = context;
    this.ask = (question, ...args) => question(writer, ...args);
  }

  get objects(): ObjectReader {
    return this.#context.objects;
  }

  /** The lines of a page; none when it is no more. */
  async lines(path: string): Promise<readonly string[]> {
    const known = this.#lines.get(path);
    if (known) return known;
    const file = await fileAt(this.writer, path);
    const lines = file ? sourceLines(decodeText(await this.#context.objects.read(file.oid)).text) : [];
    return keep(this.#lines, path, lines);
  }

  async facts(path: string): Promise<PageFacts | undefined> {
    if (this.#facts.has(path)) return this.#facts.get(path);
    const json = await pageFactsAt(this.writer, path);
    return keep(this.#facts, path, json === undefined ? undefined : readFacts(json));
  }

  /** Puts what one look found in these files in the place of what it had found before. */
  async replace(scope: Scope, paths: readonly string[], findings: readonly Finding[]): Promise<void> {
    const rows = findingRows(scope, findings);
    const { replaced } = this.#context;
    if (replaced) {
      const known = (await findingsAt(this.writer, paths)).filter((row) => row.scope === scope);
      replaced(known.map(readFinding), rows.map(readFinding));
    }
    await removeFindings(this.writer, scope, paths);
    await addFindings(this.writer, rows);
  }
}

function keep<T>(kept: Map<string, T>, key: string, value: T): T {
  if (kept.size >= MAX_KEPT) kept.clear();
  kept.set(key, value);
  return value;
}
