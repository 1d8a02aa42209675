import { SETTINGS_FILE } from '../config/settings.ts';
import type { AccessGrantTable, Role } from '../store/member-tables.ts';
import { matchesPattern, readPattern } from './path-pattern.ts';

/** What a role is for: paths, lists, both, or the whole wiki where both are empty. */
export interface Scope {
  /** Patterns: a path is of the scope when it is of one of them. */
  readonly paths: readonly string[];
  readonly lists: readonly string[];
}

export const WHOLE_WIKI: Scope = { paths: [], lists: [] };

const MAX_PATTERNS = 50;

/** Why a scope may not be given, and what is at fault. */
export type ScopeFault =
  | { readonly kind: 'pattern' | 'list'; readonly subject: string }
  | { readonly kind: 'too-many' | 'administrator' | 'committer'; readonly subject: '' };

/**
 * Reads what is typed as a scope: patterns and names of lists, parted by white space or commas. Only the whole wiki has
 * administrators, and only proposals come by a list: a committer's paths are not limited so.
 */
export function readScope(
  typed: { readonly paths: string; readonly lists: string },
  { role, known }: { readonly role: Role; readonly known: readonly string[] },
): Scope | { readonly fault: ScopeFault } {
  const paths: string[] = [];
  for (const text of words(typed.paths)) {
    const pattern = readPattern(text);
    if (pattern === undefined) return { fault: { kind: 'pattern', subject: text } };
    paths.push(pattern);
  }
  const lists = words(typed.lists);
  const unknown = lists.find((list) => !known.includes(list));
  if (unknown !== undefined) return { fault: { kind: 'list', subject: unknown } };
  if (paths.length > MAX_PATTERNS) return { fault: { kind: 'too-many', subject: '' } };
  if (role === 'administrator' && paths.length + lists.length > 0)
    return { fault: { kind: 'administrator', subject: '' } };
  if (role === 'committer' && lists.length > 0) return { fault: { kind: 'committer', subject: '' } };
  return { paths: sorted(paths), lists: sorted(lists) };
}

const words = (text: string) => text.split(/[\s,]+/).filter((word) => word !== '');
const sorted = (texts: readonly string[]) => [...new Set(texts)].toSorted();

/** A scope as the database keeps it: the same one is kept the same. */
export function keptScope({ paths, lists }: Scope): { readonly paths: string; readonly lists: string } {
  return { paths: JSON.stringify(paths), lists: JSON.stringify(lists) };
}

export function scopeOf({ paths, lists }: Pick<AccessGrantTable, 'paths' | 'lists'>): Scope {
  return { paths: JSON.parse(paths), lists: JSON.parse(lists) };
}

export function isWhole({ paths, lists }: Scope): boolean {
  return paths.length === 0 && lists.length === 0;
}

/** Whether a path is of a scope. The settings, which say who keeps the lists, are of the whole wiki alone. */
export function hasPath({ paths }: Scope, path: string): boolean {
  if (paths.length === 0) return true;
  return path !== SETTINGS_FILE && paths.some((pattern) => matchesPattern(pattern, path));
}

/** A scope as people read and type it: `guides/**, index.md`. */
export function scopeText({ paths, lists }: Scope): string {
  return [...paths, ...lists].join(', ');
}
