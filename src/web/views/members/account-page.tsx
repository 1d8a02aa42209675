import type { Child } from 'hono/jsx';
import type { Held } from '../../../members/roles.ts';
import type { Role } from '../../../store/member-tables.ts';
import type { Moment } from '../../lists/moment.ts';
import { When } from '../lists/moment.tsx';
import { RoleOf } from './grants-table.tsx';
import { Small } from './small.tsx';
import { type TokensProps, TokensSection } from './tokens-section.tsx';

interface AccountPageProps extends TokensProps {
  readonly address: string;
  /** What they are called, where it is known. */
  readonly name: string;
  /** In the whole wiki. */
  readonly role: Role | undefined;
  /** Wherever they are for. */
  readonly held: readonly Held[];
  readonly ownDataHref: string;
  readonly reviewHref: string;
  readonly membersHref: string;
  /** Their keys of SSH; nothing for who may not push. */
  readonly sshKeys?: Child;
  /** Their passkeys; nothing where there can be none. */
  readonly passkeys?: Child;
  /** Whether they wait for write access. */
  readonly hasAsked: boolean;
  readonly sessions: readonly {
    readonly id: string;
    readonly agent: string;
    readonly seen: Moment;
    readonly isThis: boolean;
  }[];
}

/** Who one is, and what one may do. */
export function AccountPage(props: AccountPageProps) {
  const { messages, address, role, held, action, sessions } = props;
  const words = messages.members;
  const mayKeep = role === 'maintainer' || role === 'administrator';
  return (
    <article class="member-page">
      <header class="page-header">
        <h1>{words.accountTitle}</h1>
        <p class="description">{words.signedInAs(address)}</p>
      </header>
      <dl class="held-facts">
        <dt>{words.role}</dt>
        <dd>
          {held.length === 0 && words.roles.none}
          {held.map((one) => (
            <div>
              <RoleOf messages={messages} role={one.role} scope={one.scope} />
            </div>
          ))}
        </dd>
      </dl>
      <ul class="page-meta">
        <li>
          <a href={props.reviewHref}>{messages.queue.mine}</a>
        </li>
        {mayKeep && (
          <li>
            <a href={props.membersHref}>{words.membersTitle}</a>
          </li>
        )}
      </ul>
      {held.length > 0 ? <TokensSection {...props} /> : <Request {...props} />}
      {props.sshKeys}
      {props.passkeys}
      <h2>{words.sessionsTitle}</h2>
      <ul class="member-list">
        {sessions.map(({ id, agent, seen, isThis }) => (
          <li>
            <span>
              {agent}, <When moment={seen} />
              {isThis && ` (${words.thisSession})`}
            </span>
            {!isThis && <Small action={action} what="end-session" id={id} label={words.endSession} />}
          </li>
        ))}
      </ul>
      <p>
        <a href={props.ownDataHref}>{messages.ownData.link}</a>
      </p>
      <form class="held-buttons" action={action} method="post">
        <button type="submit" class="button" name="do" value="sign-out">
          {words.signOut}
        </button>
        <button type="submit" class="button" name="do" value="sign-out-everywhere">
          {messages.signIn.everywhere}
        </button>
      </form>
    </article>
  );
}

function Request({ messages, action, hasAsked, name }: AccountPageProps) {
  const words = messages.members;
  return (
    <section>
      <h2>{words.requestTitle}</h2>
      {hasAsked ? (
        <p role="status">{words.requestWaits}</p>
      ) : (
        <form class="mail-form" action={action} method="post">
          <p>{words.requestIntro}</p>
          <div class="mail-field">
            <label for="request-name">{words.requestName}</label>
            <input id="request-name" name="name" value={name} maxlength={100} autocomplete="name" required />
          </div>
          <div class="mail-field">
            <label for="request-reason">{words.requestReason}</label>
            <textarea id="request-reason" name="reason" rows={4} maxlength={2_000} required />
          </div>
          <button type="submit" class="button button-strong" name="do" value="request">
            {words.requestButton}
          </button>
        </form>
      )}
    </section>
  );
}
