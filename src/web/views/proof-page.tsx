import type { Messages } from '../messages/messages.ts';

interface ProofPageProps {
  readonly messages: Messages;
  readonly action: string;
  /** What was sent, to be sent again. */
  readonly fields: readonly (readonly [string, string])[];
  readonly challenge: string;
  readonly parts: number;
  readonly bits: number;
}

/** Asks a browser for a proof of work, or its reader for patience. */
export function ProofPage({ messages, action, fields, challenge, parts, bits }: ProofPageProps) {
  const words = messages.abuse;
  return (
    <article class="mail-page">
      <header class="page-header">
        <h1>{words.proofTitle}</h1>
        <p class="description">{words.proofIntro}</p>
      </header>
      <form
        class="mail-form"
        action={action}
        method="post"
        data-proof={challenge}
        data-parts={parts}
        data-bits={bits}
        data-began={words.proofBegan}
        data-half={words.proofHalf}
        data-done={words.proofDone}
      >
        {fields.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <div class="mail-field" data-proof-work hidden>
          <label for="proof-progress">{words.proofLabel}</label>
          <progress id="proof-progress" max={parts} value={0} />
          <p role="status" />
        </div>
        <div class="mail-field">
          <p class="mail-help" id="proof-none">
            {words.proofNone}
          </p>
          <button type="submit" class="button" name="proof" value="none" aria-describedby="proof-none">
            {words.proofNoneButton}
          </button>
        </div>
      </form>
    </article>
  );
}
