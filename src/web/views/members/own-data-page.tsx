import type { Messages } from '../../messages/messages.ts';

export type EraseFault = 'confirm' | 'last';

interface OwnDataPageProps {
  readonly messages: Messages;
  readonly address: string;
  readonly action: string;
  readonly exportHref: string;
  /** Who erases what is public. */
  readonly owner: string | undefined;
  readonly moderates: boolean;
  readonly isLastAdministrator: boolean;
  readonly fault?: EraseFault;
}

/** What somebody takes away of what is kept of them, and erases. */
export function OwnDataPage(props: OwnDataPageProps) {
  const { messages, address, action, exportHref, owner, moderates, isLastAdministrator, fault } = props;
  const words = messages.ownData;
  return (
    <article class="member-page">
      <header class="page-header">
        <h1>{words.title}</h1>
        <p class="description">{messages.members.signedInAs(address)}</p>
      </header>
      <h2>{words.exportTitle}</h2>
      <p>{words.exportIntro}</p>
      <p>
        <a href={exportHref}>{words.exportLink}</a>
      </p>
      <h2>{words.eraseTitle}</h2>
      <p>{words.eraseIntro}</p>
      <p>{words.eraseStays}</p>
      {owner !== undefined && <p>{words.askErasure(owner)}</p>}
      {moderates && <p>{words.moderates}</p>}
      <form class="mail-form" action={action} method="post">
        {fault && (
          <p class="mail-wrong" role="alert">
            {words.faults[fault]}
          </p>
        )}
        {isLastAdministrator && (
          <div class="mail-modes">
            <p>{words.lastAdministrator}</p>
            <label>
              <input type="checkbox" name="last" value="yes" />
              <span>{words.lastAnyway}</span>
            </label>
          </div>
        )}
        <div class="mail-field">
          <label for="erase-confirm">{words.confirm(address)}</label>
          <input id="erase-confirm" name="confirm" maxlength={254} autocomplete="off" required />
        </div>
        <button type="submit" class="button" name="do" value="erase">
          {words.eraseButton}
        </button>
      </form>
    </article>
  );
}
