import type { Messages } from '../messages/messages.ts';

export interface PreparingPageProps {
  readonly messages: Messages;
  /** Commits read, of how many; absent while nothing is known. */
  readonly progress?: { readonly done: number; readonly total: number };
  /** How often the client script asks for news; without it, `Layout`'s `refreshSeconds` does. */
  readonly refreshSeconds: number;
}

/** 503 while the first index is being made. */
export function PreparingPage({ messages, progress, refreshSeconds }: PreparingPageProps) {
  const words = messages.preparing;
  return (
    <article class="error-page preparing-page" data-refresh={refreshSeconds}>
      <header class="page-header">
        <h1>{words.title}</h1>
        <p class="description">{words.sentence}</p>
      </header>
      <p class="progress">
        <label for="progress">{words.progress}</label>
        {progress ? (
          <>
            <progress id="progress" max={Math.max(progress.total, 1)} value={progress.done} />
            <span class="count">{words.progressOf(progress.done, progress.total)}</span>
          </>
        ) : (
          <progress id="progress" />
        )}
      </p>
      <p class="count">{words.refresh}</p>
    </article>
  );
}
