import type { Token } from 'markdown-it';

/** The language a fenced block names: the first word of its info string, in lower case; empty if none. */
export function fenceLanguage({ info }: Token): string {
  return (/^\s*\{?\.?([^\s{},]+)/.exec(info)?.[1] ?? '').toLowerCase();
}
