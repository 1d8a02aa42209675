import { wikiState } from '../store/wiki-state.ts';
import type { Wiki } from '../wiki/wiki.ts';
import { type Answer, answer } from './answer.ts';

/** What `/-/health` says. Times are RFC 3339, UTC. */
interface Health {
  /** `behind`: the last look at the repository failed, and the state before is shown. */
  readonly status: 'ok' | 'behind' | 'preparing' | 'failing';
  readonly commit?: string;
  readonly progress?: { readonly done: number; readonly total: number };
  readonly updatedAt?: string;
  readonly failedAt?: string;
}

/** Whether this server can show its wiki: 200 when it can, 503 when it cannot. Says nothing of its insides. */
export async function healthAnswer(wiki: Wiki): Promise<Answer> {
  const health = await healthOf(wiki);
  const status = health.status === 'ok' || health.status === 'behind' ? 200 : 503;
  return answer(status, `${JSON.stringify(health)}\n`, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
}

async function healthOf(wiki: Wiki): Promise<Health> {
  const { updatedAt, failedAt } = wiki.health;
  const times = {
    ...(updatedAt !== undefined && { updatedAt: new Date(updatedAt).toISOString() }),
    ...(failedAt !== undefined && { failedAt: new Date(failedAt).toISOString() }),
  };
  try {
    const state = await wikiState(wiki.database.reader);
    if (wiki.generation === 0 || !state)
      return { status: 'preparing', ...(wiki.progress && { progress: wiki.progress }), ...times };
    return { status: failedAt === undefined ? 'ok' : 'behind', commit: state.commit_id, ...times };
  } catch {
    // Whatever keeps the index from answering: that is what was asked.
    return { status: 'failing', ...times };
  }
}
