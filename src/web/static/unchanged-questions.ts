import * as dataFiles from '../../store/data-files.ts';
import type { Reader } from '../../store/database.ts';
import * as files from '../../store/files.ts';
import * as history from '../../store/history.ts';
import * as pages from '../../store/pages.ts';
import * as recent from '../../store/recent.ts';
import type { Snapshot } from '../../store/snapshot.ts';
import * as translations from '../../store/translations.ts';
import * as wikiState from '../../store/wiki-state.ts';
import { type Asked, answerDigest } from './recall.ts';

type AnyQuestion = (reader: Reader, ...args: never[]) => Promise<unknown>;

/** The questions that pages put, by name; one that is not here is taken to have another answer each time. */
const QUESTIONS: ReadonlyMap<string, AnyQuestion> = new Map(
  [dataFiles, files, history, pages, recent, translations, wikiState].flatMap((module) =>
    Object.entries(module as unknown as Record<string, AnyQuestion>),
  ),
);

/** Whether each of these questions has the answer it had. */
export async function unchangedQuestions(
  reader: Reader,
  snapshot: Snapshot,
  asked: readonly Asked[],
): Promise<boolean[]> {
  const unchanged: boolean[] = [];
  for (const [name, args, digest] of asked) {
    const question = QUESTIONS.get(name);
    if (!question) {
      unchanged.push(false);
      continue;
    }
    const given = JSON.parse(args) as never[];
    const held = snapshot.get(question)?.(given[0] as never);
    unchanged.push(answerDigest(held ? held.answer : await question(reader, ...given)) === digest);
  }
  return unchanged;
}
