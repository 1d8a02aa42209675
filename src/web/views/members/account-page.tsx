import type { Child } from 'hono/jsx';
import type { Role } from '../../../store/member-tables.ts';
import type { Moment } from '../../lists/moment.ts';
import type { Messages } from '../../messages/messages.ts';
import { When } from '../lists/moment.tsx';
import { Small } from './small.tsx';

interface AccountPageProps {
  readonly messages: Messages;
  readonly address: string;
  /** What they are called, where it is known. */
  readonly name: string;
  readonly role: Role | undefined;
  readonly action: string;
  readonly reviewHref: string;
  readonly membersHref: string;
  /** Their passkeys; nothing where there can be none. */
  readonly passkeys?: Child;
  /** Whether they wait for write access. */
  readonly hasAsked: boolean;
  /** A token that was just made. */
  readonly token: string | undefined;
  readonly tokens: readonly {
    readonly id: string;
    readonly label: string;
    readonly expires: Moment;
    readonly used: Moment | undefined;
  }[];
  readonly sessions: readonly {
    readonly id: string;
    readonly agent: string;
    readonly seen: Moment;
    readonly isThis: boolean;
  }[];
}

/** Who one is, and what one may do. */
export function AccountPage(props: AccountPageProps) {
  const { messages, address, role, action, sessions } = props;
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
        <dd>{words.roles[role ?? 'none']}</dd>
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
      {role ? <Tokens {...props} /> : <Request {...props} />}
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

function Tokens({ messages, action, token, tokens }: AccountPageProps) {
  const words = messages.members;
  return (
    <section>
      <h2>{words.tokensTitle}</h2>
      <p>{words.tokensIntro}</p>
      {token !== undefined && (
        <div class="member-token" role="status">
          <p>{words.tokenMade}</p>
          <p>
            <code>{token}</code>
          </p>
          <p class="mail-help">{words.tokenUse}</p>
        </div>
      )}
      <ul class="member-list">
        {tokens.map(({ id, label, expires, used }) => (
          <li>
            <span>
              {label}, {words.until(expires.text)}, {used ? words.lastUsed(used.text) : words.neverUsed}
            </span>
            <Small action={action} what="revoke-token" id={id} label={words.revoke} />
          </li>
        ))}
      </ul>
      <form class="mail-form" action={action} method="post">
        <div class="mail-field">
          <label for="token-label">{words.tokenLabel}</label>
          <input id="token-label" name="label" maxlength={100} required />
        </div>
        <button type="submit" class="button" name="do" value="token">
          {words.tokenButton}
        </button>
      </form>
    </section>
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
