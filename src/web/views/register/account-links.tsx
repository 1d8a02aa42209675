import type { Link } from '../link.ts';

export interface AccountLink extends Link {
  /** Its address: two accounts may have one name. */
  readonly detail: string;
  readonly count: string;
}

/** Accounts, each with how many repositories it has; one that the register does not know leads to its forge. */
export function AccountLinks({ accounts }: { readonly accounts: readonly AccountLink[] }) {
  return (
    <ul class="counted">
      {accounts.map(({ label, href, detail, count }) => (
        <li>
          <span>
            <a href={href} rel={href.startsWith('/') ? undefined : 'external nofollow'}>
              {label}
            </a>
            {detail !== label && <small>{detail}</small>}
          </span>{' '}
          <span class="count">{count}</span>
        </li>
      ))}
    </ul>
  );
}
