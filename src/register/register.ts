import { join } from 'node:path';
import { commitChanges, makeBareRepository } from '../git/commit-changes.ts';
import { headCommit } from '../git/head.ts';
import { ObjectReader } from '../git/objects.ts';
import { GitFailure } from '../git/run.ts';
import { diffTrees } from '../git/tree-difference.ts';
import { saveCodeForges } from '../store/code-forges.ts';
import {
  codeState,
  forgetCode,
  measureCode,
  removeCodeAccounts,
  removeCodeRepositories,
  saveCodeAccounts,
  saveCodeOrganisations,
  saveCodeRepositories,
  saveCodeState,
} from '../store/code-index.ts';
import type { Database, Writer } from '../store/database.ts';
import { mailChanged } from '../store/mail-lists.ts';
import { changeTallies, noteTallies, type TallyChanges } from '../store/tally-changes.ts';
import { saveCodeTallies } from '../store/tally-code.ts';
import { type ChangedRecords, changedRecords, type SaidRecords } from './changed-records.ts';
import { accountEntry, repositoryEntry } from './index-entry.ts';
import { knownForges } from './known-forges.ts';
import { accountRecord, recordText, repositoryRecord } from './record.ts';
import { kindOfPath, recordPath } from './record-path.ts';
import type { RegisterContext } from './register-context.ts';

/** Another number makes the index again. */
const FORMAT = 6;

/** Git knows it in every repository. */
const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/** Records read and written together. */
const BATCH = 500;

/** Of recording beside others who record. */
const MAX_TRIES = 5;

export type RecordCounts = Omit<ChangedRecords, 'changes'>;

/** What became of what was said. */
export interface Recorded extends RecordCounts {
  /** The commit that was made; undefined when nothing was new. */
  readonly commit: string | undefined;
}

/** Where the register of a data folder is. */
export function registerRepository(dataFolder: string): string {
  return join(dataFolder, 'register.git');
}

/**
 * The register of source code: a bare Git repository of JSON files, which is its truth, and the index of it. What is said
 * of repositories and accounts, at once or some at a time, becomes one commit, or none when it says nothing new.
 */
export class Register {
  readonly gitDir: string;
  readonly #database: Database;
  readonly #objects: ObjectReader;

  private constructor(gitDir: string, database: Database) {
    this.gitDir = gitDir;
    this.#database = database;
    this.#objects = new ObjectReader(gitDir);
  }

  /** Opens the register of a data folder, made where there is none. */
  static async open(dataFolder: string, database: Database): Promise<Register> {
    const gitDir = registerRepository(dataFolder);
    await makeBareRepository(gitDir);
    return new Register(gitDir, database);
  }

  /** Records what is said, as it is said at `time` (seconds since 1970), by one commit with this message. */
  async record(
    context: RegisterContext,
    said: SaidRecords | (() => AsyncIterable<SaidRecords>),
    { message, time }: { readonly message: (counts: RecordCounts) => string; readonly time: number },
  ): Promise<Recorded> {
    for (let tries = 1; ; tries++) {
      await this.update(context);
      const parent = await headCommit(this.gitDir);
      const counts = { added: 0, changed: 0, unchanged: 0, repeated: 0 };
      try {
        const commit = await commitChanges(this.gitDir, {
          parent,
          files: this.#written(typeof said === 'function' ? said() : [said], counts),
          message: () => message(counts),
          time,
        });
        if (commit === undefined) return { ...counts, commit };
        await this.update(context);
        return { ...counts, commit };
      } catch (error) {
        const isLate = error instanceof GitFailure && (await headCommit(this.gitDir)) !== parent;
        if (!isLate || tries === MAX_TRIES) throw error;
      }
    }
  }

  /** The files of what is new, some records at a time; counts them as they go. */
  async *#written(
    said: Iterable<SaidRecords> | AsyncIterable<SaidRecords>,
    counts: { -readonly [C in keyof RecordCounts]: RecordCounts[C] },
  ) {
    for await (const some of said) {
      const { changes, ...found } = await changedRecords(this.#database.reader, some);
      for (const name of ['added', 'changed', 'unchanged', 'repeated'] as const) counts[name] += found[name];
      for (const { kind, record } of changes)
        yield { path: recordPath(kind, record), content: recordText(record) };
    }
  }

  /** Brings the index to the newest commit. Says whether anything changed. */
  async update(context: RegisterContext): Promise<boolean> {
    const head = (await headCommit(this.gitDir)) ?? '';
    const format = `${FORMAT} ${context.key}`;
    const state = await codeState(this.#database.reader);
    if (state?.head === head && state.format === format) return false;
    if (!state && head === '' && context.organisations.length === 0) return false;
    const follows = state?.format === format && state.head !== '' && (await this.has(state.head));
    await this.#database.write(async (writer) => {
      if (!follows) {
        await forgetCode(writer);
        await saveCodeOrganisations(writer, context.organisations, context.ancestors);
        await saveCodeForges(writer, knownForges(context));
      }
      const tallies: TallyChanges | undefined = follows ? new Map() : undefined;
      if (head !== '')
        await this.#follow(writer, follows ? state.head : EMPTY_TREE, head, { context, tallies });
      if (tallies) await changeTallies(writer, tallies);
      else await saveCodeTallies(writer);
      await measureCode(writer);
      await saveCodeState(writer, { head, format });
      await mailChanged(writer);
    });
    return true;
  }

  close(): void {
    this.#objects.close();
  }

  /** Whether a commit is in it. */
  async has(commit: string): Promise<boolean> {
    return (await this.#objects.idOf(`${commit}^{commit}`)) !== undefined;
  }

  async #follow(writer: Writer, from: string, to: string, following: Following): Promise<void> {
    let batch: Changed[] = [];
    for await (const { path, oid } of diffTrees(this.#objects, from, to)) {
      const place = kindOfPath(path);
      if (!place) continue;
      batch.push({ ...place, oid });
      if (batch.length < BATCH) continue;
      await this.#take(writer, batch, following);
      batch = [];
    }
    await this.#take(writer, batch, following);
  }

  async #take(writer: Writer, batch: readonly Changed[], { context, tallies }: Following): Promise<void> {
    const counted = batch.filter(({ kind }) => kind === 'repository').map(({ key }) => key);
    if (tallies) await noteTallies(writer, tallies, counted, -1);
    const keys = (kind: Changed['kind']) =>
      batch.filter((one) => one.kind === kind && one.oid === undefined).map(({ key }) => key);
    await removeCodeRepositories(writer, keys('repository'));
    await removeCodeAccounts(writer, keys('account'));
    const read = await Promise.all(
      batch.map(async ({ kind, oid }) => ({
        kind,
        text: oid === undefined ? undefined : (await this.#objects.read(oid)).toString(),
      })),
    );
    const texts = (kind: Changed['kind']) =>
      read.flatMap((one) => (one.kind === kind && one.text !== undefined ? [JSON.parse(one.text)] : []));
    await saveCodeRepositories(
      writer,
      texts('repository').map((value) => repositoryEntry(repositoryRecord.parse(value), context)),
    );
    await saveCodeAccounts(
      writer,
      texts('account').map((value) => accountEntry(accountRecord.parse(value), context)),
    );
    if (tallies) await noteTallies(writer, tallies, counted, 1);
  }
}

interface Following {
  readonly context: RegisterContext;
  /** By how much the tallies change; undefined where they are counted anew. */
  readonly tallies: TallyChanges | undefined;
}

interface Changed {
  readonly kind: 'repository' | 'account';
  readonly key: string;
  readonly oid: string | undefined;
}
