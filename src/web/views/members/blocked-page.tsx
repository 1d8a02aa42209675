import type { NotBlocked } from '../../../members/block.ts';
import type { BlockKind, BlockTable } from '../../../store/abuse-tables.ts';
import type { Moment } from '../../lists/moment.ts';
import type { Messages } from '../../messages/messages.ts';
import { When } from '../lists/moment.tsx';
import { Small } from './small.tsx';

/** What was typed to block something. */
export interface BlockFields {
  readonly kind: BlockKind;
  readonly what: string;
  readonly reason: string;
  readonly until: string;
}

/** Why it is not blocked: what was typed as its last `day` is none, too. */
export type BlockFault = NotBlocked | 'day';

const OF_DAY: readonly BlockFault[] = ['day', 'past'];

interface BlockedPageProps {
  readonly messages: Messages;
  readonly action: string;
  readonly kinds: readonly BlockKind[];
  readonly blocks: readonly (BlockTable & { readonly since: Moment; readonly ends: Moment | undefined })[];
  readonly fields?: BlockFields | undefined;
  readonly fault?: BlockFault | undefined;
}

/** What is blocked, and a form to block more. */
export function BlockedPage(props: BlockedPageProps) {
  const { messages, action, blocks } = props;
  const words = messages.abuse;
  return (
    <article class="member-page">
      <header class="page-header">
        <h1>{words.blockedTitle}</h1>
        <p class="description">{words.blockedIntro}</p>
      </header>
      {blocks.length === 0 ? (
        <p class="empty">{words.blockedNone}</p>
      ) : (
        <ul class="member-list">
          {blocks.map(({ id, kind, pattern, reason, added_by, since, ends }) => (
            <li>
              <div>
                <strong>{pattern}</strong> ({words.blockedKinds[kind]})
                <br />
                <When moment={since} />, {added_by}
                {ends ? (
                  <>
                    , {words.blockedEnds} <When moment={ends} />
                  </>
                ) : (
                  `, ${words.blockedForGood}`
                )}
                {reason !== '' && <p class="line-note">{reason}</p>}
              </div>
              <Small action={action} what="remove" id={id} label={words.blockedRemove} />
            </li>
          ))}
        </ul>
      )}
      <h2>{words.blockedAdd}</h2>
      <AddForm {...props} />
    </article>
  );
}

function AddForm({ messages, action, kinds, fields, fault }: BlockedPageProps) {
  const words = messages.abuse;
  const isOfDay = fault !== undefined && OF_DAY.includes(fault);
  const ofWhat = isOfDay ? undefined : fault;
  return (
    <form class="mail-form" action={action} method="post">
      <div class="mail-field">
        <label for="block-kind">{words.blockedKind}</label>
        <select id="block-kind" name="kind">
          {kinds.map((kind) => (
            <option value={kind} selected={kind === fields?.kind}>
              {words.blockedKinds[kind]}
            </option>
          ))}
        </select>
      </div>
      <div class="mail-field">
        <label for="block-what">{words.blockedWhat}</label>
        {ofWhat && (
          <p class="mail-wrong" id="block-wrong" role="alert">
            {words.blockedFaults[ofWhat]}
          </p>
        )}
        <input
          id="block-what"
          name="what"
          value={fields?.what}
          required
          maxlength={254}
          aria-describedby={ofWhat ? 'block-wrong block-help' : 'block-help'}
          {...(ofWhat && { 'aria-invalid': 'true' as const })}
        />
        <p class="mail-help" id="block-help">
          {words.blockedWhatHelp}
        </p>
      </div>
      <div class="mail-field">
        <label for="block-reason">{words.blockedReason}</label>
        <input id="block-reason" name="reason" value={fields?.reason} maxlength={500} />
      </div>
      <div class="mail-field">
        <label for="block-until">{words.blockedUntil}</label>
        {isOfDay && (
          <p class="mail-wrong" id="block-until-wrong" role="alert">
            {words.blockedFaults[fault]}
          </p>
        )}
        <input
          id="block-until"
          name="until"
          type="date"
          value={fields?.until}
          {...(isOfDay && { 'aria-invalid': 'true' as const, 'aria-describedby': 'block-until-wrong' })}
        />
      </div>
      <button type="submit" class="button button-strong" name="do" value="add">
        {words.blockedAdd}
      </button>
    </form>
  );
}
