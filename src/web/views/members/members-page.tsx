import type { AccessRequestTable, AuditTable, MemberTable, Role } from '../../../store/member-tables.ts';
import type { Moment } from '../../lists/moment.ts';
import type { Messages } from '../../messages/messages.ts';
import { When } from '../lists/moment.tsx';
import { Small } from './small.tsx';

interface MembersPageProps {
  readonly messages: Messages;
  readonly action: string;
  /** Those that may be granted. */
  readonly roles: readonly Role[];
  readonly requests: readonly (AccessRequestTable & { readonly asked: Moment })[];
  /** Maintainers by the settings of the wiki. */
  readonly moderators: readonly string[];
  readonly members: readonly (MemberTable & {
    readonly since: Moment;
    readonly ends: Moment | undefined;
    readonly used: Moment | undefined;
  })[];
  readonly trail: readonly (AuditTable & { readonly when: Moment })[];
  readonly exportHref?: string;
  readonly blockedHref: string;
  readonly undoHref: string;
}

/** Who has a role, who asks for one, and what members did. */
export function MembersPage(props: MembersPageProps) {
  const { messages, action, requests, members, moderators, trail, exportHref } = props;
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
      <h2>{words.requests}</h2>
      {requests.length === 0 && <p class="empty">{words.noRequests}</p>}
      {requests.map((request) => (
        <Request {...props} request={request} />
      ))}
      <h2>{words.all}</h2>
      {members.length + moderators.length === 0 && <p class="empty">{words.nobody}</p>}
      <section class="table-scroll" tabindex={0} aria-label={words.all}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.table.who}</th>
              <th scope="col">{words.table.role}</th>
              <th scope="col">{words.table.since}</th>
              <th scope="col">{words.table.used}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {moderators.map((address) => (
              <tr>
                <th scope="row">{address}</th>
                <td>{words.roles.maintainer}</td>
                <td>{words.bySettings}</td>
                <td />
                <td />
              </tr>
            ))}
            {members.map(({ folded, name, address, role, since, ends, used }) => (
              <tr>
                <th scope="row">
                  {name}, {address}
                </th>
                <td>
                  {words.roles[role]}
                  {ends && `, ${words.until(ends.text)}`}
                </td>
                <td>
                  <When moment={since} />
                </td>
                <td>{used ? <When moment={used} /> : words.neverUsed}</td>
                <td>
                  <Small action={action} what="revoke" id={folded} label={words.revoke} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {exportHref && (
        <>
          <h2>{words.trail}</h2>
          <ul class="member-trail">
            {trail.map(({ when, who, what, about, detail }) => (
              <li>
                <When moment={when} /> {who}: {words.what[what] ?? what}
                {about !== '' && about !== who && `, ${about}`}
                {detail !== '' && ` (${detail})`}
              </li>
            ))}
          </ul>
          <p>
            <a href={exportHref}>{words.exportTrail}</a>
          </p>
        </>
      )}
    </article>
  );
}

function Request({
  messages,
  action,
  roles,
  request: { folded, name, address, reason, asked },
}: MembersPageProps & { readonly request: MembersPageProps['requests'][number] }) {
  const words = messages.members;
  return (
    <section class="member-request" aria-label={name}>
      <p>
        <strong>{name}</strong>, {address}, <When moment={asked} />
      </p>
      <p class="line-note">{reason}</p>
      <form class="mail-form" action={action} method="post">
        <input type="hidden" name="id" value={folded} />
        <div class="mail-field">
          <label for={`role-${folded}`}>{words.table.role}</label>
          <select id={`role-${folded}`} name="role">
            {roles.map((role) => (
              <option value={role}>{words.roles[role]}</option>
            ))}
          </select>
        </div>
        <div class="mail-field">
          <label for={`until-${folded}`}>{words.untilLabel}</label>
          <input id={`until-${folded}`} name="until" type="date" />
        </div>
        <div class="mail-field">
          <label for={`because-${folded}`}>{words.because}</label>
          <input id={`because-${folded}`} name="because" maxlength={500} />
        </div>
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
