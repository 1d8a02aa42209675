import type { ScorePart } from '../../../register/score.ts';
import type { Messages } from '../../messages/messages.ts';

interface ScoreProps {
  readonly messages: Messages;
  readonly score: number;
  readonly parts: readonly ScorePart[];
}

/** What the score is made of: each reason, what it gives, what it could, what to do about it. */
export function RepositoryScore({ messages, score, parts }: ScoreProps) {
  const { code: words, codeRepository } = messages;
  return (
    <section class="code-score">
      <h2>{words.score(score)}</h2>
      <p>{words.scoreIntro}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.reason}</th>
            <th scope="col" class="number">
              {words.points}
            </th>
            <th scope="col" class="number">
              {codeRepository.possible}
            </th>
            <th scope="col">{words.advice}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr class={isToDo(part) ? 'is-to-do' : undefined}>
              <th scope="row">{words.reasons[part.reason][0]}</th>
              <td class="number">{messages.number(part.points)}</td>
              <td class="number">{messages.number(Math.max(part.possible, 0))}</td>
              <td>{adviceOf(messages, part)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{codeRepository.total}</th>
            <td class="number">{messages.number(score)}</td>
            <td class="number">
              {messages.number(parts.reduce((sum, { possible }) => sum + Math.max(possible, 0), 0))}
            </td>
            <td />
          </tr>
        </tbody>
      </table>
    </section>
  );
}

/** What gives less than it could, or takes what it need not. */
function isToDo({ points, possible }: ScorePart): boolean {
  return possible > 0 ? points < possible : points < 0;
}

/** What to do where there is something to do; that nobody looked, where that is so. */
function adviceOf({ code, codeRepository }: Messages, part: ScorePart): string {
  const advice = isToDo(part) ? code.reasons[part.reason][1] : '';
  return part.isKnown ? advice : `${codeRepository.notLooked} ${advice}`;
}
