import type { DiffRow, Hunk } from '../../wiki/text-diff.ts';
import type { Messages } from '../messages/messages.ts';
import { LineText } from './diff-table.tsx';

interface SplitDiffProps {
  readonly messages: Messages;
  readonly hunks: readonly Hunk[];
  readonly language: string;
}

/** Both versions of a text side by side; one under the other where there is no room. */
export function SplitDiff({ messages, hunks, language }: SplitDiffProps) {
  const words = messages.diff;
  return (
    <table class="diff diff-split">
      <caption class="visually-hidden">{words.label}</caption>
      <colgroup>
        <col class="numbers" />
        <col />
        <col class="numbers" />
        <col />
      </colgroup>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">{words.oldLineNumber}</th>
          <th scope="col">{words.before}</th>
          <th scope="col">{words.newLineNumber}</th>
          <th scope="col">{words.after}</th>
        </tr>
      </thead>
      {hunks.map(({ oldStart, newStart, rows }) => (
        <tbody>
          <tr class="hunk-start">
            <th colspan={4} scope="rowgroup">
              {words.hunk(oldStart, newStart)}
            </th>
          </tr>
          {rows.map((row) => (
            <tr class={row.before === row.after ? 'row-same' : 'row-changed'}>
              <Half messages={messages} row={row} side="before" language={language} />
              <Half messages={messages} row={row} side="after" language={language} />
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

interface HalfProps {
  readonly messages: Messages;
  readonly row: DiffRow;
  readonly side: 'before' | 'after';
  readonly language: string;
}

function Half({ messages, row, side, language }: HalfProps) {
  const line = row[side];
  const number = side === 'before' ? line?.oldLine : line?.newLine;
  return (
    <>
      <td class={`line-number half-${side}${line ? '' : ' no-line'}`}>{number}</td>
      <td class={`line-text half-${side} ${line ? `line-${line.kind}` : 'no-line'}`}>
        {line && <LineText messages={messages} line={line} language={language} />}
      </td>
    </>
  );
}
