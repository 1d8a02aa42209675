import names from 'spdx-license-list/spdx.json' with { type: 'json' };
import { FSF_FREE } from './fsf-free.ts';
import { licenceId, readLicenceExpression } from './spdx.ts';

export type FreedomSays = 'yes' | 'no' | 'unknown';

/** What is known of a licence by its SPDX identifier. */
export interface KnownLicence {
  /** As SPDX calls it; undefined of one that it does not know. */
  readonly name: string | undefined;
  /** Where its text is. */
  readonly href: string | undefined;
  readonly osi: FreedomSays;
  readonly fsf: FreedomSays;
  readonly isDeprecated: boolean;
}

const NAMES: Readonly<Record<string, { readonly name: string; readonly osiApproved: boolean }>> = names;

/**
 * What SPDX, the OSI and the FSF say of a licence. An expression of several is approved where each of them is: whoever
 * takes the code may be bound by any.
 */
export function knownLicence(written: string): KnownLicence {
  const single = licenceId(written);
  const expression = single ? undefined : readLicenceExpression(written);
  const ids = single ? [single.id] : expression && expression.unknown.length === 0 ? expression.ids : [];
  const all = (is: (id: string) => boolean): FreedomSays =>
    ids.length === 0 ? 'unknown' : ids.every((id) => is(withoutPlus(id))) ? 'yes' : 'no';
  return {
    name: single && NAMES[withoutPlus(single.id)]?.name,
    href: single && `https://spdx.org/licenses/${encodeURIComponent(withoutPlus(single.id))}.html`,
    osi: all((id) => NAMES[id]?.osiApproved === true),
    fsf: all((id) => FSF_FREE.has(id)),
    isDeprecated: single?.isDeprecated === true,
  };
}

function withoutPlus(id: string): string {
  return id.replace(/\+$/, '');
}
