import type { Messages } from '../messages/messages.ts';
import type { ProblemWords } from '../messages/problem-messages.ts';

/** Something wrong in a file of data. */
export interface FileProblem {
  /** The rule not kept, as `ragged-row`. */
  readonly rule: string;
  /** From 1. */
  readonly line: number;
  readonly column?: string;
  /** In English: what is wrong, and the remedy. */
  readonly message: string;
  /** What it is about, as the file has it. */
  readonly values: ProblemWords;
  /** The path of the file, where it is not that of the page. */
  readonly file?: string;
}

export interface FileProblemsProps {
  readonly messages: Messages;
  /** The file of the page, where the problems of others are listed with its own. */
  readonly path?: string;
  readonly problems: readonly FileProblem[];
  /** All of them, of which `problems` may be the first. */
  readonly problemCount: number;
}

/** What was found wrong in the file shown, folded: the rest of it is there all the same. */
export function FileProblems({ messages, path, problems, problemCount }: FileProblemsProps) {
  const words = messages.problems;
  if (problemCount === 0) return null;
  const fromFiles = problems.some(({ file }) => file !== undefined);
  const named = problems.some(({ column }) => column !== undefined);
  return (
    <details class="fold file-problems">
      <summary>{words.count(problemCount)}</summary>
      <p>{words.intro}</p>
      <div class="table-scroll">
        <table aria-label={words.count(problemCount)}>
          <thead>
            <tr>
              {fromFiles && <th scope="col">{words.file}</th>}
              <th scope="col" class="number">
                {words.line}
              </th>
              {named && <th scope="col">{words.column}</th>}
              <th scope="col">{words.problem}</th>
            </tr>
          </thead>
          <tbody>
            {problems.map(({ rule, line, column, message, values, file }) => (
              <tr>
                {fromFiles && <td>{file ?? path}</td>}
                <td class="number">{messages.number(line)}</td>
                {named && <td>{column}</td>}
                <td>{words.sentence(rule, values) ?? <span lang="en">{message}</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {problems.length < problemCount && <p>{words.more(problems.length, problemCount)}</p>}
    </details>
  );
}
