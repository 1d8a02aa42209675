import { TOKEN_SCOPES, type TokenScope } from '../../../members/token-scopes.ts';
import type { Moment } from '../../lists/moment.ts';
import type { Messages } from '../../messages/messages.ts';
import { Small } from './small.tsx';

/** What a form of a new token has wrong. */
export type TokenFault = 'scopes' | 'days' | 'many';

export interface TokensProps {
  readonly messages: Messages;
  readonly action: string;
  /** A token that was just made. */
  readonly token: string | undefined;
  readonly tokenFault?: TokenFault;
  readonly tokens: readonly {
    readonly id: string;
    readonly label: string;
    readonly scopes: readonly TokenScope[];
    readonly expires: Moment;
    readonly used: Moment | undefined;
  }[];
}

/** What stands for somebody in programs, and the form that makes one more. */
export function TokensSection({ messages, action, token, tokenFault, tokens }: TokensProps) {
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
          <p class="mail-help">{messages.tokens.apiUse}</p>
        </div>
      )}
      <ul class="member-list">
        {tokens.map(({ id, label, scopes, expires, used }) => (
          <li>
            <span>
              {label} (<code>{scopes.join(' ')}</code>), {words.until(expires.text)},{' '}
              {used ? words.lastUsed(used.text) : words.neverUsed}
            </span>
            <Small
              action={action}
              what="revoke-token"
              id={id}
              label={words.revoke}
              about={messages.tokens.revokeOf(label)}
            />
          </li>
        ))}
      </ul>
      <TokenForm messages={messages} action={action} fault={tokenFault} />
    </section>
  );
}

function TokenForm({
  messages: { members: words, tokens },
  action,
  fault,
}: Pick<TokensProps, 'messages' | 'action'> & { readonly fault: TokenFault | undefined }) {
  return (
    <form class="mail-form" action={action} method="post">
      {fault && (
        <p class="mail-wrong" role="alert">
          {tokens.faults[fault]}
        </p>
      )}
      <div class="mail-field">
        <label for="token-label">{words.tokenLabel}</label>
        <input id="token-label" name="label" maxlength={100} required />
      </div>
      <fieldset class="mail-modes">
        <legend>{tokens.scopesLegend}</legend>
        {TOKEN_SCOPES.map((scope) => (
          <label>
            <input type="checkbox" name="scope" value={scope} checked={scope === 'push'} />
            <span>
              <code>{scope}</code>: {tokens.scopes[scope]}
            </span>
          </label>
        ))}
      </fieldset>
      <div class="mail-field">
        <label for="token-days">{tokens.days}</label>
        <input
          id="token-days"
          name="days"
          type="number"
          min={1}
          max={365}
          value="90"
          required
          aria-describedby="token-days-help"
        />
        <p class="mail-help" id="token-days-help">
          {tokens.daysHelp}
        </p>
      </div>
      <button type="submit" class="button" name="do" value="token">
        {words.tokenButton}
      </button>
    </form>
  );
}
