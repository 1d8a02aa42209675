import type { Finding } from '../../wiki/checks/finding.ts';
import type { ProblemMessages } from './problem-messages.ts';

/** What is wrong in a table or a calendar, after the name of the column. */
export function dataSentence({ detail }: Pick<Finding, 'detail'>, words: ProblemMessages): string {
  const sentence = words.sentence(String(detail.problem), detail) ?? String(detail.message);
  return detail.field === undefined ? sentence : `${detail.field} · ${sentence}`;
}
