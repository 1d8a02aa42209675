import type { AuditTable } from '../../store/member-tables.ts';
import { rfc3339 } from '../rfc3339.ts';

/** An entry of the trail, for programs. */
export function trailEntry({ id, at, who, what, about, detail }: AuditTable) {
  return { id, at: rfc3339(at), who, what, about, detail };
}
