import { BLOCK_KINDS } from '../../../mail/moderation/blocks.ts';
import { addBlock, endBlock } from '../../../members/block.ts';
import { isAtLeast } from '../../../members/roles.ts';
import { allBlocks } from '../../../store/blocks.ts';
import type { Answer } from '../../answer.ts';
import { askedLanguage, type Context, messagesOf, ownAction } from '../../context.ts';
import { moment } from '../../lists/moment.ts';
import { endOfDay } from '../../members/end-of-day.ts';
import { notAllowed } from '../../members/keeper.tsx';
import { type MemberPage, memberOf, secondsOf } from '../../members/visitor.ts';
import { BlockedPage, type BlockFault, type BlockFields } from '../../views/members/blocked-page.tsx';
import { mailAnswer } from '../mail/mail-answer.tsx';
import { oneLine } from './one-line.ts';

const MAX_WHAT = 254;
const MAX_REASON = 500;

/** What is blocked: for those who keep the wiki. `/-/members/blocked` */
export const blockedPage: MemberPage = async (context, visitor, sent) => {
  const member = await memberOf(context, visitor);
  if (!member || !isAtLeast(member.role, 'maintainer')) return await notAllowed(context);
  const { site, wiki } = context;
  const place = { lists: site.settings.lists, by: member.address, now: secondsOf(context) };
  if (sent?.get('do') === 'remove')
    await wiki.database.write((writer) => endBlock(writer, { id: sent.get('id') ?? '' }, place));
  if (sent?.get('do') !== 'add') return await shown(context);
  const fields = fieldsOf(sent);
  const until = endOfDay(sent);
  if (until === undefined) return await shown(context, { fields, fault: 'day' });
  const blocking = { ...fields, typed: fields.what, until };
  const block = await wiki.database.write((writer) => addBlock(writer, blocking, place));
  return 'fault' in block ? await shown(context, { fields, fault: block.fault }) : await shown(context);
};

function fieldsOf(sent: URLSearchParams): BlockFields {
  return {
    kind: BLOCK_KINDS.find((kind) => kind === sent.get('kind')) ?? 'address',
    what: oneLine(sent, 'what', MAX_WHAT),
    reason: oneLine(sent, 'reason', MAX_REASON),
    until: sent.get('until') ?? '',
  };
}

async function shown(
  context: Context,
  wrong?: { readonly fields: BlockFields; readonly fault: BlockFault },
): Promise<Answer> {
  const language = askedLanguage(context);
  const messages = messagesOf(context, language);
  const { site, wiki } = context;
  return await mailAnswer(context, {
    language,
    title: messages.abuse.blockedTitle,
    status: wrong ? 400 : 200,
    content: (
      <BlockedPage
        messages={messages}
        action={ownAction(context)}
        kinds={BLOCK_KINDS}
        blocks={(await allBlocks(wiki.database.reader)).map((block) => ({
          ...block,
          since: moment(site, messages, block.added_at),
          ends: block.until === null ? undefined : moment(site, messages, block.until),
        }))}
        {...wrong}
      />
    ),
  });
}
