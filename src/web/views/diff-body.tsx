import type { CalendarDifference } from '../../wiki/differences/calendar-difference.ts';
import type { PageDifference } from '../../wiki/differences/page-difference.ts';
import type { TableDifference } from '../../wiki/differences/table-difference.ts';
import type { Column } from '../../wiki/tables/column.ts';
import type { Hunk } from '../../wiki/text-diff.ts';
import type { Messages } from '../messages/messages.ts';
import { EventsDiff } from './diff-events.tsx';
import { type FileVersion, PicturesDiff } from './diff-pictures.tsx';
import { type BlockLink, RenderedDiff } from './diff-rendered.tsx';
import { RowsDiff } from './diff-rows.tsx';
import { SplitDiff } from './diff-split.tsx';
import { type BelowLine, DiffTable, type LineLink } from './diff-table.tsx';

/** What there is to show, or why there is nothing. */
export type DiffBody =
  | {
      readonly kind: 'lines' | 'split';
      readonly hunks: readonly Hunk[];
      readonly added: number;
      readonly removed: number;
    }
  | { readonly kind: 'page'; readonly difference: PageDifference; readonly whole: boolean }
  | {
      readonly kind: 'table';
      readonly difference: TableDifference;
      readonly before: readonly Column[];
      readonly after: readonly Column[];
    }
  | { readonly kind: 'calendar'; readonly difference: CalendarDifference }
  | {
      readonly kind: 'pictures';
      readonly shown: boolean;
      readonly before?: FileVersion;
      readonly after?: FileVersion;
    }
  | { readonly kind: 'mode' | 'name'; readonly before: string; readonly after: string }
  | { readonly kind: 'identical' | 'tooLarge' | 'unfollowed' };

interface DiffContentProps {
  readonly messages: Messages;
  readonly body: DiffBody;
  /** Of what is compared (BCP 47). */
  readonly language: string;
  readonly sourceHref: string;
  /** What is shown below a line of the source. */
  readonly below?: BelowLine | undefined;
  /** Where a line of the source leads. */
  readonly lineLink?: LineLink | undefined;
  /** Where a block of a page leads. */
  readonly blockLink?: BlockLink | undefined;
}

export function DiffContent({
  messages,
  body,
  language,
  sourceHref,
  below,
  lineLink,
  blockLink,
}: DiffContentProps) {
  switch (body.kind) {
    case 'lines':
      return (
        <DiffTable
          messages={messages}
          hunks={body.hunks}
          language={language}
          below={below}
          lineLink={lineLink}
        />
      );
    case 'split':
      return <SplitDiff messages={messages} hunks={body.hunks} language={language} />;
    case 'page':
      return (
        <RenderedDiff
          messages={messages}
          difference={body.difference}
          language={language}
          whole={body.whole}
          sourceHref={sourceHref}
          blockLink={blockLink}
        />
      );
    case 'table':
      return <RowsDiff messages={messages} {...body} language={language} sourceHref={sourceHref} />;
    case 'calendar':
      return (
        <EventsDiff
          messages={messages}
          difference={body.difference}
          language={language}
          sourceHref={sourceHref}
        />
      );
    case 'pictures':
      return <PicturesDiff messages={messages} {...body} />;
    case 'mode':
    case 'name':
      return (
        <p class="empty">
          {messages.difference.only[body.kind]} <code>{body.before}</code> → <code>{body.after}</code>
        </p>
      );
    default:
      return <p class="empty">{messages.diff[body.kind]}</p>;
  }
}

interface DiffFact {
  /** A class, to find it by; none for most. */
  readonly kind: string;
  readonly text: string;
}

/** How much changed, in a few words each. */
export function diffFacts(messages: Messages, body: DiffBody): DiffFact[] {
  const words = messages.difference;
  switch (body.kind) {
    case 'lines':
    case 'split':
      return [
        { kind: 'added-count', text: messages.diff.added(body.added) },
        { kind: 'removed-count', text: messages.diff.removed(body.removed) },
      ];
    case 'table': {
      const { added, removed, changed, moved, unchanged } = body.difference.counts;
      return [
        ...some('added-count', added, words.rowsAdded),
        ...some('removed-count', removed, words.rowsRemoved),
        ...some('', changed, words.rowsChanged),
        ...some('', moved, words.rowsMoved),
        { kind: '', text: words.rowsUnchanged(unchanged) },
      ];
    }
    case 'calendar': {
      const { added, removed, changed, unchanged } = body.difference;
      return [
        ...some('added-count', added.length, words.eventsAdded),
        ...some('removed-count', removed.length, words.eventsRemoved),
        ...some('', changed.length, words.eventsChanged),
        { kind: '', text: words.eventsUnchanged(unchanged) },
      ];
    }
    default:
      return [];
  }
}

function some(kind: string, count: number, words: (count: number) => string) {
  return count === 0 ? [] : [{ kind, text: words(count) }];
}
