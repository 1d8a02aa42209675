import type { Messages } from '../../messages/messages.ts';

export interface DecisionProps {
  readonly action: string;
  /** The commit that is shown. */
  readonly seen: string;
  readonly canApply: boolean;
  /** Whether there are older versions; undefined where what belongs together is not corrected here. */
  readonly hasFormer?: boolean;
  /** Why what was pressed was not done. */
  readonly failure?: string;
  /** Why the home of the wiki, elsewhere, has not taken what is approved. */
  readonly waiting?: string;
}

/** What one who keeps the list can do with a proposal. */
export function DecisionForm({
  messages,
  action,
  seen,
  canApply,
  hasFormer,
  failure,
  waiting,
}: DecisionProps & { readonly messages: Messages }) {
  const words = messages.proposals;
  return (
    <section class="proposal-decision">
      <h2>{words.decide}</h2>
      {failure && (
        <p class="mail-wrong" role="alert">
          {failure}
        </p>
      )}
      {waiting && <p class="mail-wrong">{words.waitsForHome(waiting)}</p>}
      <form class="mail-form" action={action} method="post">
        <input type="hidden" name="seen" value={seen} />
        <div class="mail-field">
          <label for="because">{words.because}</label>
          <textarea id="because" name="because" rows={3} maxlength={2_000} />
        </div>
        <div class="held-buttons">
          {canApply && (
            <button type="submit" class="button button-strong" name="decision" value="apply">
              {words.apply}
            </button>
          )}
          <button type="submit" class="button" name="decision" value="approve">
            {words.approve}
          </button>
          <button type="submit" class="button" name="decision" value="revise">
            {words.revise}
          </button>
          <button type="submit" class="button" name="decision" value="reject">
            {words.reject}
          </button>
        </div>
        <p class="mail-help">{words.decideHelp}</p>
      </form>
      {hasFormer !== undefined && <Regrouping messages={messages} action={action} hasFormer={hasFormer} />}
    </section>
  );
}

/** Which versions belong together. */
function Regrouping({
  messages,
  action,
  hasFormer,
}: Required<Pick<DecisionProps, 'action' | 'hasFormer'>> & { readonly messages: Messages }) {
  const words = messages.proposals;
  return (
    <details class="proposal-regroup">
      <summary>{words.regroup}</summary>
      <form class="mail-form" action={action} method="post">
        <div class="mail-field">
          <label for="into">{words.joinLabel}</label>
          <input id="into" name="into" type="number" min={1} required />
        </div>
        <button type="submit" class="button" name="regroup" value="join">
          {words.join}
        </button>
      </form>
      {hasFormer && (
        <form class="mail-form" action={action} method="post">
          <p>{words.separateHelp}</p>
          <button type="submit" class="button" name="regroup" value="separate">
            {words.separate}
          </button>
        </form>
      )}
    </details>
  );
}
