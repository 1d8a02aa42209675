import type { Wiki } from '../wiki/wiki.ts';

const INTERVAL_MS = 100;
const BAR_WIDTH = 30;

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

/** A bar that grows, on a terminal; nothing elsewhere. */
export function showBar(): {
  readonly show: (step: string, done: number, total: number) => void;
  readonly end: () => void;
} {
  const { stderr } = process;
  if (!stderr.isTTY) return { show: () => {}, end: () => {} };
  let shownAt = 0;
  let shown = '';
  return {
    show(step, done, total) {
      const now = performance.now();
      if (step === shown && now - shownAt < INTERVAL_MS) return;
      shown = step;
      shownAt = now;
      const full = Math.round((BAR_WIDTH * done) / Math.max(total, 1));
      const bar = '█'.repeat(full) + '░'.repeat(BAR_WIDTH - full);
      stderr.write(`\r\x1b[K${step} ${bar} ${done} of ${total}`);
    },
    end() {
      if (shown !== '') stderr.write('\r\x1b[K');
      shown = '';
    },
  };
}

/** A number that grows, on a terminal; nothing elsewhere. */
export function showCount(): {
  readonly show: (what: string, done: number) => void;
  readonly end: () => void;
} {
  const { stderr } = process;
  if (!stderr.isTTY) return { show: () => {}, end: () => {} };
  return {
    show: (what, done) => stderr.write(`\r\x1b[K${what}: ${done}`),
    end: () => stderr.write('\r\x1b[K'),
  };
}
