import type { Child } from 'hono/jsx';
import type { DiffLine, Hunk } from '../../wiki/text-diff.ts';
import type { Messages } from '../messages/messages.ts';
import type { Link } from './link.ts';

interface DiffTableProps {
  readonly messages: Messages;
  readonly hunks: readonly Pick<Hunk, 'oldStart' | 'newStart' | 'lines'>[];
  readonly language: string;
  /** What is shown below a line. */
  readonly below?: BelowLine | undefined;
  /** Where a line leads from its number; nowhere by default. */
  readonly lineLink?: LineLink | undefined;
}

export type BelowLine = (line: DiffLine) => Child;

export type LineLink = (line: DiffLine) => Link | undefined;

/** Hunks of a unified diff, one `<tbody>` each. */
export function DiffTable({ messages, hunks, language, below, lineLink }: DiffTableProps) {
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
          {lines.map((line) => {
            const under = below?.(line);
            const link = lineLink?.(line);
            return (
              <>
                <tr class={`line-${line.kind}`}>
                  <td class="line-number">
                    <LineNumber number={line.oldLine} link={line.newLine === undefined ? link : undefined} />
                  </td>
                  <td class="line-number">
                    <LineNumber number={line.newLine} link={link} />
                  </td>
                  <td class="line-text">
                    <LineText messages={messages} line={line} language={language} />
                  </td>
                </tr>
                {under && (
                  <tr class="line-below">
                    <td colspan={3}>{under}</td>
                  </tr>
                )}
              </>
            );
          })}
        </tbody>
      ))}
    </table>
  );
}

function LineNumber({
  number,
  link,
}: {
  readonly number: number | undefined;
  readonly link: Link | undefined;
}) {
  if (number === undefined) return null;
  return link ? (
    <a href={link.href} aria-label={link.label}>
      {number}
    </a>
  ) : (
    number
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
