import type { Child } from 'hono/jsx';
import type { Effort } from '../../wiki/differences/align-words.ts';
import { diffWords, type Segment } from '../../wiki/text-diff.ts';
import type { Messages } from '../messages/messages.ts';

/** A value that was one and became another; without one, there was none or there is none any more. */
export interface ChangedValue {
  readonly label: string;
  readonly before?: string;
  readonly after?: string;
  /** Compare what stands between commas, not words: a time is read whole. */
  readonly byParts?: boolean;
}

interface ChangeTableProps {
  readonly messages: Messages;
  /** What the labels are: columns, fields. */
  readonly head: string;
  /** What the values are of. */
  readonly caption: Child;
  readonly values: readonly ChangedValue[];
  /** What may be spent on marking words, shared by the tables of a page. */
  readonly effort: Effort;
  /** Of the values (BCP 47). */
  readonly language: string;
}

/** Enough for the words of all that fits on a page, and less than half a second. */
export function pageEffort(): Effort {
  return { left: 10_000_000 };
}

/** Values before and after, with the words that changed marked. */
export function ChangeTable({ messages, head, caption, values, effort, language }: ChangeTableProps) {
  const words = messages.difference;
  return (
    <table class="changes">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">{words.before}</th>
          <th scope="col">{words.after}</th>
        </tr>
      </thead>
      <tbody>
        {values.map(({ label, before = '', after = '', byParts }) => {
          const marked = byParts ? diffParts(before, after) : diffWords(before, after, effort);
          return (
            <tr>
              <th scope="row">{label}</th>
              <td data-label={words.before}>
                <Value messages={messages} segments={marked.before} tag="del" language={language} />
              </td>
              <td data-label={words.after}>
                <Value messages={messages} segments={marked.after} tag="ins" language={language} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function diffParts(before: string, after: string) {
  const [old, recent] = [before.split(/(, )/), after.split(/(, )/)];
  const segments = (own: readonly string[], other: readonly string[]): Segment[] =>
    own.map((text, at) => ({ text, changed: text !== other[at] }));
  return { before: segments(old, recent), after: segments(recent, old) };
}

interface ValueProps {
  readonly messages: Messages;
  readonly segments: readonly Segment[];
  readonly tag: 'ins' | 'del';
  readonly language: string;
}

function Value({ messages, segments, tag, language }: ValueProps) {
  if (segments.length === 0) return <span class="nothing">{messages.difference.nothing}</span>;
  const text = segments.map((segment) => (segment.changed ? <mark>{segment.text}</mark> : segment.text));
  return tag === 'ins' ? <ins lang={language}>{text}</ins> : <del lang={language}>{text}</del>;
}
