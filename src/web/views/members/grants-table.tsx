import type { Scope } from '../../../members/scope.ts';
import type { Role } from '../../../store/member-tables.ts';
import type { Moment } from '../../lists/moment.ts';
import type { Messages } from '../../messages/messages.ts';
import { When } from '../lists/moment.tsx';
import { Small } from './small.tsx';

/** A role that somebody was granted, as it is listed. */
export interface GrantView {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly role: Role;
  readonly scope: Scope;
  readonly since: Moment;
  readonly ends: Moment | undefined;
  readonly used: Moment | undefined;
  /** For how many months at least it was of no use; undefined when it was. */
  readonly unusedMonths: number | undefined;
}

interface GrantsTableProps {
  readonly messages: Messages;
  readonly action: string;
  /** Maintainers by the settings of the wiki. */
  readonly moderators: readonly string[];
  readonly grants: readonly GrantView[];
}

/** Who has a role, where, since when, and whether it is of use. */
export function GrantsTable({ messages, action, moderators, grants }: GrantsTableProps) {
  const words = messages.members;
  return (
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
          {grants.map((grant) => (
            <GrantRow messages={messages} action={action} grant={grant} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function GrantRow({
  messages,
  action,
  grant: { id, name, address, role, scope, since, ends, used, unusedMonths },
}: Pick<GrantsTableProps, 'messages' | 'action'> & { readonly grant: GrantView }) {
  const words = messages.members;
  return (
    <tr>
      <th scope="row">
        {name}, {address}
      </th>
      <td>
        <RoleOf messages={messages} role={role} scope={scope} />
        {ends && `, ${words.until(ends.text)}`}
      </td>
      <td>
        <When moment={since} />
      </td>
      <td>
        {used ? <When moment={used} /> : words.neverUsed}
        {unusedMonths !== undefined && (
          <strong class="member-unused">{messages.grants.unused(unusedMonths)}</strong>
        )}
      </td>
      <td>
        <Small
          action={action}
          what="revoke"
          id={id}
          label={words.revoke}
          about={messages.grants.revokeOf(name)}
        />
      </td>
    </tr>
  );
}

/** What a role lets one do, and where. */
export function RoleOf({
  messages: { members, grants },
  role,
  scope: { paths, lists },
}: {
  readonly messages: Messages;
  readonly role: Role;
  readonly scope: Scope;
}) {
  return (
    <>
      {members.roles[role]}
      {paths.length > 0 && (
        <>
          , <span class="member-scope">{grants.onlyPaths(paths.join(', '))}</span>
        </>
      )}
      {lists.length > 0 && (
        <>
          , <span class="member-scope">{grants.onlyLists(lists.join(', '))}</span>
        </>
      )}
    </>
  );
}
