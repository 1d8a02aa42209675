import type { DiffLine, Hunk } from '../../wiki/text-diff.ts';
import type { Messages } from '../messages/messages.ts';

interface DiffTableProps {
  readonly messages: Messages;
  readonly hunks: readonly Pick<Hunk, 'oldStart' | 'newStart' | 'lines'>[];
  readonly language: string;
}

/** Hunks of a unified diff, one `<tbody>` each. */
export function DiffTable({ messages, hunks, language }: DiffTableProps) {
  const words = messages.diff;
  return (
    <table class="diff">
      <caption class="visually-hidden">{words.label}</caption>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">{words.oldLineNumber}</th>
          <th scope="col">{words.newLineNumber}</th>
          <th scope="col">{words.line}</th>
        </tr>
      </thead>
      {hunks.map(({ oldStart, newStart, lines }) => (
        <tbody>
          <tr class="hunk-start">
            <th colspan={3} scope="rowgroup">
              {words.hunk(oldStart, newStart)}
            </th>
          </tr>
          {lines.map((line) => (
            <tr class={`line-${line.kind}`}>
              <td class="line-number">{line.oldLine}</td>
              <td class="line-number">{line.newLine}</td>
              <td class="line-text">
                <LineText messages={messages} line={line} language={language} />
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

interface LineTextProps {
  readonly messages: Messages;
  readonly line: DiffLine;
  readonly language: string;
}

export function LineText({ messages, line, language }: LineTextProps) {
  const text = line.segments.map(({ text, changed }) => (changed ? <mark>{text}</mark> : text));
  switch (line.kind) {
    case 'context':
      return <span lang={language}>{text}</span>;
    case 'added':
      return (
        <>
          <span class="visually-hidden">{messages.diff.addedLine} </span>
          <ins lang={language}>{text}</ins>
        </>
      );
    case 'removed':
      return (
        <>
          <span class="visually-hidden">{messages.diff.removedLine} </span>
          <del lang={language}>{text}</del>
        </>
      );
  }
}
