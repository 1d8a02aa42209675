import { LISTS } from './list-addresses.ts';

/** What of a message may be asked for, by what its address ends with. */
const FORMS = {
  '': 'message',
  raw: 'raw',
  't/': 'nested',
  'T/': 'flat',
  't.mbox.gz': 'mbox',
  't.atom': 'feed',
  't.json': 'feed',
} as const;

const OF_LIST = { '': 'list', 'new.atom': 'feed', 'new.json': 'feed', 'all.mbox.gz': 'mbox' } as const;

/** What is asked for under `/-/lists/`. */
export type AskedOfLists =
  | { readonly kind: 'lists' }
  | {
      readonly kind: 'list';
      readonly name: string;
      readonly form: (typeof OF_LIST)[keyof typeof OF_LIST];
      readonly format: 'atom' | 'json';
    }
  | {
      readonly kind: 'message';
      readonly name: string;
      readonly messageId: string;
      readonly form: (typeof FORMS)[keyof typeof FORMS];
      readonly format: 'atom' | 'json';
    }
  | {
      readonly kind: 'attachment';
      readonly name: string;
      readonly messageId: string;
      readonly number: number;
    }
  /** It lacks its final slash. */
  | { readonly kind: 'unfinished'; readonly name: string; readonly messageId?: string };

/** Reads a decoded path. A Message-ID may hold slashes: what follows the last one that belongs to it is read first. */
export function askedOfLists(path: string): AskedOfLists | undefined {
  if (path === LISTS) return { kind: 'lists' };
  const [, name, rest] = /^\/-\/lists\/([a-z0-9.-]+)(?:\/(.*))?$/s.exec(path) ?? [];
  if (name === undefined) return undefined;
  if (rest === undefined) return { kind: 'unfinished', name };
  const format = rest.endsWith('.json') ? 'json' : 'atom';
  if (Object.hasOwn(OF_LIST, rest))
    return { kind: 'list', name, form: OF_LIST[rest as keyof typeof OF_LIST], format };
  return ofMessage(name, rest);
}

function ofMessage(name: string, rest: string): AskedOfLists | undefined {
  for (const [end, form] of Object.entries(FORMS)) {
    if (end === '' || !rest.endsWith(`/${end}`)) continue;
    const format = end.endsWith('.json') ? 'json' : 'atom';
    return { kind: 'message', name, messageId: rest.slice(0, -end.length - 1), form, format };
  }
  const [, before, number] = /^(.+)\/(\d{1,5})-[^/]*$/s.exec(rest) ?? [];
  if (before !== undefined) return { kind: 'attachment', name, messageId: before, number: Number(number) };
  if (rest.endsWith('/'))
    return { kind: 'message', name, messageId: rest.slice(0, -1), form: 'message', format: 'atom' };
  return { kind: 'unfinished', name, messageId: rest };
}
