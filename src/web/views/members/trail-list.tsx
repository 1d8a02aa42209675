import type { AuditTable } from '../../../store/member-tables.ts';
import type { Moment } from '../../lists/moment.ts';
import type { Messages } from '../../messages/messages.ts';
import { When } from '../lists/moment.tsx';

/** What members did, a line each. */
export function TrailList({
  messages,
  trail,
}: {
  readonly messages: Messages;
  readonly trail: readonly (AuditTable & { readonly when: Moment })[];
}) {
  const words = messages.members;
  return (
    <ul class="member-trail">
      {trail.map(({ when, who, what, about, detail }) => (
        <li>
          <When moment={when} /> {who}: {words.what[what] ?? what}
          {about !== '' && about !== who && `, ${about}`}
          {detail !== '' && ` (${detail})`}
        </li>
      ))}
    </ul>
  );
}
