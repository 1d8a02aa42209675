import type { CodeRepositoryTable } from '../../store/code-tables.ts';
import type { Messages } from '../messages/messages.ts';

type Marked = Pick<CodeRepositoryTable, 'is_fork' | 'is_archived' | 'is_template' | 'state'>;

/** What one must know of a repository before anything else. */
export function marksOf({ is_fork, is_archived, is_template, state }: Marked, { code }: Messages): string[] {
  return [
    ...(state === 'present' ? [] : [code.marks[state]]),
    ...(is_archived === 1 ? [code.marks.archived] : []),
    ...(is_fork === 1 ? [code.marks.fork] : []),
    ...(is_template === 1 ? [code.marks.template] : []),
  ];
}
