import { posix } from 'node:path';
import { encodeAddress } from '../addresses.ts';
import { folderOf, withoutExtension } from '../paths.ts';
import { nearestAddresses } from '../suggestions.ts';

/** The name of a place in a page that is nearest to one that it does not have. */
export function nearestAnchor(anchors: readonly string[], anchor: string): string | undefined {
  const simple = (text: string) =>
    text
      .normalize('NFD')
      .replace(/[^\p{L}\p{N}]+/gu, '')
      .toLowerCase();
  const same = anchors.find((known) => simple(known) === simple(anchor));
  return same ?? nearestAddresses(anchors, anchor)[0];
}

/** A target, written as `target` is (from the root, or without extension), that leads from a page to a file. */
export function retarget(target: string, page: string, path: string): string {
  const [, reference = '', end = ''] = /^([^?#]*)(.*)$/s.exec(target) ?? [];
  const named =
    /\.(?:md|markdown)$/i.test(reference) || !/\.(?:md|markdown)$/i.test(path)
      ? path
      : withoutExtension(path);
  const from = reference.startsWith('/') ? `/${named}` : posix.relative(`/${folderOf(page)}`, `/${named}`);
  return encodeAddress(from || './') + end;
}
