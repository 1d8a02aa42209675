import type { AccessRequestTable, AuditTable, Role } from '../../../store/member-tables.ts';
import type { Moment } from '../../lists/moment.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Link } from '../link.ts';
import { When } from '../lists/moment.tsx';
import { GrantFields } from './grant-fields.tsx';
import { GrantsTable, type GrantView } from './grants-table.tsx';
import { TrailList } from './trail-list.tsx';

interface MembersPageProps {
  readonly messages: Messages;
  readonly action: string;
  /** Those that may be granted. */
  readonly roles: readonly Role[];
  readonly requests: readonly (AccessRequestTable & { readonly asked: Moment })[];
  /** Maintainers by the settings of the wiki. */
  readonly moderators: readonly string[];
  readonly grants: readonly GrantView[];
  /** Where those that nobody uses are shown, or all of them. */
  readonly filter: Link | undefined;
  /** What to say where none is shown. */
  readonly empty: string;
  readonly trail: readonly (AuditTable & { readonly when: Moment })[];
  readonly blockedHref: string;
  readonly undoHref: string;
  /** Where all of it is; undefined for who may not read it. */
  readonly trailHref?: string;
  /** What came of the form that was sent. */
  readonly told?: { readonly fault: boolean; readonly text: string };
}

/** Who has a role, who asks for one, and what members did. */
export function MembersPage(props: MembersPageProps) {
  const { messages, action, roles, requests, grants, moderators, filter, trail, trailHref, told } = props;
  const words = messages.members;
  return (
    <article class="member-page">
      <header class="page-header">
        <h1>{words.membersTitle}</h1>
      </header>
      <ul class="page-meta">
        <li>
          <a href={props.blockedHref}>{messages.abuse.blockedTitle}</a>
        </li>
        <li>
          <a href={props.undoHref}>{messages.abuse.undoTitle}</a>
        </li>
      </ul>
      {told && (
        <p class={told.fault ? 'mail-wrong' : undefined} role={told.fault ? 'alert' : 'status'}>
          {told.fault && <strong>{messages.grants.notGiven}. </strong>}
          {told.text}
        </p>
      )}
      <h2>{words.requests}</h2>
      {requests.length === 0 && <p class="empty">{words.noRequests}</p>}
      {requests.map((request) => (
        <Request messages={messages} action={action} roles={roles} request={request} />
      ))}
      <h2>{words.all}</h2>
      {filter && (
        <p>
          <a href={filter.href}>{filter.label}</a>
        </p>
      )}
      {grants.length + moderators.length === 0 ? (
        <p class="empty">{props.empty}</p>
      ) : (
        <GrantsTable messages={messages} action={action} moderators={moderators} grants={grants} />
      )}
      <Give messages={messages} action={action} roles={roles} />
      {trailHref && (
        <>
          <h2>{words.trail}</h2>
          <TrailList messages={messages} trail={trail} />
          <p>
            <a href={trailHref}>{words.allTrail}</a>
          </p>
        </>
      )}
    </article>
  );
}

type FormProps = Pick<MembersPageProps, 'messages' | 'action' | 'roles'>;

function Request({
  messages,
  action,
  roles,
  request: { folded, name, address, reason, asked },
}: FormProps & { readonly request: MembersPageProps['requests'][number] }) {
  const words = messages.members;
  return (
    <section class="member-request" aria-label={name}>
      <p>
        <strong>{name}</strong>, {address}, <When moment={asked} />
      </p>
      <p class="line-note">{reason}</p>
      <form class="mail-form" action={action} method="post">
        <input type="hidden" name="id" value={folded} />
        <GrantFields messages={messages} id={folded} roles={roles} />
        <div class="held-buttons">
          <button type="submit" class="button button-strong" name="do" value="grant">
            {words.grant}
          </button>
          <button type="submit" class="button" name="do" value="refuse">
            {words.refuse}
          </button>
        </div>
      </form>
    </section>
  );
}

function Give({ messages, action, roles }: FormProps) {
  const words = messages.grants;
  return (
    <details class="member-give">
      <summary>{words.giveTitle}</summary>
      <form class="mail-form" action={action} method="post">
        <p>{words.giveIntro}</p>
        <div class="mail-field">
          <label for="give-address">{words.address}</label>
          <input id="give-address" name="address" type="email" maxlength={254} required />
        </div>
        <div class="mail-field">
          <label for="give-name">{words.name}</label>
          <input id="give-name" name="name" maxlength={100} required />
        </div>
        <GrantFields messages={messages} id="give" roles={roles} />
        <button type="submit" class="button button-strong" name="do" value="give">
          {words.give}
        </button>
      </form>
    </details>
  );
}
