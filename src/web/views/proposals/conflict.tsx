import type { FileConflict } from '../../../git/merge-conflicts.ts';
import type { Messages } from '../../messages/messages.ts';

interface ConflictProps {
  readonly messages: Messages;
  readonly conflict: FileConflict;
  readonly language: string;
}

/** A file that the wiki and a proposal changed at the same places: what each says. */
export function Conflict({ messages, conflict: { path, hunks }, language }: ConflictProps) {
  const words = messages.proposals;
  return (
    <section class="proposal-conflict">
      <h2>{words.conflict(path)}</h2>
      {hunks.map(({ ours, theirs }) => (
        <dl lang={language}>
          <dt>{words.ours}</dt>
          <dd>
            <pre>{ours.join('\n')}</pre>
          </dd>
          <dt>{words.theirs}</dt>
          <dd>
            <pre>{theirs.join('\n')}</pre>
          </dd>
        </dl>
      ))}
    </section>
  );
}
