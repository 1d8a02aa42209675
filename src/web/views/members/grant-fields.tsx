import type { Role } from '../../../store/member-tables.ts';
import type { Messages } from '../../messages/messages.ts';

interface GrantFieldsProps {
  readonly messages: Messages;
  /** Tells the fields of several forms of a page apart. */
  readonly id: string;
  /** Those that may be granted. */
  readonly roles: readonly Role[];
}

/** Which role, where, until when, and a word: of a request that is answered, or of a role that is given. */
export function GrantFields({ messages, id, roles }: GrantFieldsProps) {
  const { members: words, grants } = messages;
  return (
    <>
      <div class="mail-field">
        <label for={`role-${id}`}>{words.table.role}</label>
        <select id={`role-${id}`} name="role">
          {roles.map((role) => (
            <option value={role}>{words.roles[role]}</option>
          ))}
        </select>
      </div>
      <div class="mail-field">
        <label for={`paths-${id}`}>{grants.paths}</label>
        <input id={`paths-${id}`} name="paths" maxlength={2_000} aria-describedby={`paths-help-${id}`} />
        <p class="mail-help" id={`paths-help-${id}`}>
          {grants.pathsHelp}
        </p>
      </div>
      <div class="mail-field">
        <label for={`lists-${id}`}>{grants.lists}</label>
        <input id={`lists-${id}`} name="lists" maxlength={500} aria-describedby={`lists-help-${id}`} />
        <p class="mail-help" id={`lists-help-${id}`}>
          {grants.listsHelp}
        </p>
      </div>
      <div class="mail-field">
        <label for={`until-${id}`}>{words.untilLabel}</label>
        <input id={`until-${id}`} name="until" type="date" />
      </div>
      <div class="mail-field">
        <label for={`because-${id}`}>{words.because}</label>
        <input id={`because-${id}`} name="because" maxlength={500} />
      </div>
    </>
  );
}
