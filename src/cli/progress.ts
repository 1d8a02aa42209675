import type { Wiki } from '../wiki/wiki.ts';

const INTERVAL_MS = 100;

/** Shows on a terminal how far the making of an index is; nothing elsewhere. Returns what ends it. */
export function showProgress(wiki: Wiki): () => void {
  const { stderr } = process;
  if (!stderr.isTTY) return () => {};
  const timer = setInterval(() => {
    if (!wiki.progress) return;
    const { done, total } = wiki.progress;
    stderr.write(
      `\r\x1b[KIndexing: ${done} of ${total} files (${Math.floor((100 * done) / Math.max(total, 1))} %)`,
    );
  }, INTERVAL_MS);
  return () => {
    clearInterval(timer);
    stderr.write('\r\x1b[K');
  };
}
