import { listsOf, type MailList } from '../../../mail/list.ts';
import { mailSite } from '../../../mail/mail-site.ts';
import { postReview } from '../../../proposals/review/post-review.ts';
import { newLines, type Quote } from '../../../proposals/review/quote-lines.ts';
import { messageNamed } from '../../../store/mail-messages.ts';
import { type Answer, movedAnswer } from '../../answer.ts';
import { askedLanguage, type Context, messagesOf, ownAction, ownAddress } from '../../context.ts';
import { blocked, notTaken } from '../../forms/gate.tsx';
import { Limiter } from '../../forms/limiter.ts';
import { type Member, type MemberPage, memberOf, secondsOf } from '../../members/visitor.ts';
import { PROPOSALS } from '../../proposals/addresses.ts';
import { askedLines, quoteOf, type ReviewedLines } from '../../proposals/reviewed-lines.ts';
import { mayAnswer, nameOfMember } from '../../proposals/reviewer.ts';
import type { ShownProposal } from '../../proposals/shown-proposal.ts';
import { proposalFor } from '../../proposals/take-decision.ts';
import { MailNotice } from '../../views/mail-form.tsx';
import { CommentPage, type ReviewFault } from '../../views/proposals/comment-page.tsx';
import { mailAnswer } from '../mail/mail-answer.tsx';
import { tooMany } from '../mail/subscribe.tsx';
import { oneLine } from '../members/one-line.ts';
import { missingPage } from '../missing.tsx';

/** How many messages somebody may write in an hour. */
const MAX_PER_MEMBER = 60;

const MAX_NAME = 100;
const MAX_COMMENT = 10_000;

/** What a reviewer typed. */
interface Typed {
  readonly name: string;
  readonly comment: string;
  /** Undefined where lines are not to be worded. */
  readonly wording: string | undefined;
}

/** Who reviews what. */
interface Reviewing {
  readonly member: Member;
  readonly list: MailList;
  readonly shown: ShownProposal;
  readonly asked: ReviewedLines | undefined;
  /** What is quoted of the lines that are asked for. */
  readonly quote: Quote | undefined;
}

/**
 * What somebody who is signed in says of a proposal, or of lines of it, and how they would word them:
 * `/-/proposals/N/review/comment?file=PATH&side=new&from=3&to=4`.
 */
export function commentPage(): MemberPage {
  const limiter = new Limiter(MAX_PER_MEMBER);
  return async (context, visitor, fields) => {
    const language = askedLanguage(context);
    const member = await memberOf(context, visitor);
    if (!member) {
      const back = ownAddress(context.site, context.path, language, [...context.query]);
      const query: Record<string, string> = fields ? {} : { return: back };
      return movedAnswer(ownAddress(context.site, '/-/sign-in', language, query), 303);
    }
    const number = Number(/^\/-\/proposals\/(\d{1,9})\/review\/comment$/.exec(context.path)?.[1]);
    const shown = (await proposalFor(context, member, number, language))?.shown;
    const list = listsOf(context.site.settings).find(({ name }) => name === shown?.proposal.list);
    if (!shown || shown.revision.proposal !== number || !list) return await missingPage(context, language);
    if (!(await mayAnswer(context, list, member))) return await mayNotAnswer(context);
    const asked = askedLines(fields ?? context.query);
    const quote = asked && (await quoteOf(context, shown, asked));
    const reviewing = { member, list, shown, asked, quote };
    if (!fields) return await form(context, reviewing, { faults: asked && !quote ? ['lines'] : [] });
    const typed = readTyped(fields);
    const faults = faultsOf(reviewing, typed, fields.get('seen') ?? '');
    if (faults.length > 0) return await form(context, reviewing, { faults, typed });
    if (!limiter.take(member.folded)) return await tooMany(context);
    const texts = [typed.comment, typed.wording ?? ''];
    if (await blocked(context, { addresses: [member.address], client: visitor.client, texts }))
      return await notTaken(context);
    await post(context, reviewing, typed);
    const answer = movedAnswer(
      ownAddress(context.site, `${PROPOSALS}${number}/review`, language, { said: '1' }),
      303,
    );
    return { ...answer, headers: { ...answer.headers, 'cache-control': 'no-store' } };
  };
}

function readTyped(fields: URLSearchParams): Typed {
  const text = (name: string) => (fields.get(name) ?? '').replace(/\r\n?/g, '\n').toWellFormed();
  return {
    name: oneLine(fields, 'name', MAX_NAME),
    comment: text('comment').trim(),
    wording: fields.has('wording') ? text('wording').replace(/\n$/, '') : undefined,
  };
}

/** The lines of a wording that is another one than theirs. */
function otherWording(quote: Quote | undefined, wording: string | undefined): string[] | undefined {
  if (!quote || wording === undefined || wording === newLines(quote.lines).join('\n')) return undefined;
  return wording === '' ? [] : wording.split('\n');
}

/** What is in the way, in the order of the form. */
function faultsOf(
  { shown, asked, quote }: Reviewing,
  { name, comment, wording }: Typed,
  seen: string,
): ReviewFault[] {
  if (asked && seen !== (shown.revision.tip ?? '')) return ['changed'];
  if (asked && !quote) return ['lines'];
  const faults: ReviewFault[] = [];
  if (comment === '' && !otherWording(quote, wording)) faults.push('empty');
  if (comment.length + (wording?.length ?? 0) > 2 * MAX_COMMENT || comment.length > MAX_COMMENT)
    faults.push('long');
  if (!/\p{L}/u.test(name)) faults.push('name');
  return faults;
}

async function post(
  context: Context,
  { member, list, shown, quote }: Reviewing,
  { name, comment, wording }: Typed,
): Promise<void> {
  const { wiki, site } = context;
  const { database } = wiki;
  const [root] = shown.messages;
  if (!root) return;
  const patch = await messageNamed(database.reader, list.name, root.message_id);
  const subject = patch && patch !== 'erased' ? patch.subject : shown.proposal.title;
  const place = {
    list,
    site: mailSite(site),
    proposal: shown.proposal,
    patch: { messageId: root.message_id, subject },
    reviewer: { name, address: member.address },
    now: secondsOf(context),
  };
  const review = { quote, comment, wording: otherWording(quote, wording) };
  await database.write((writer) => postReview(writer, place, review));
  context.proposals?.posted();
}

async function form(
  context: Context,
  { member, shown, asked, quote }: Reviewing,
  { faults, typed }: { readonly faults: readonly ReviewFault[]; readonly typed?: Typed },
): Promise<Answer> {
  const language = askedLanguage(context);
  const messages = messagesOf(context, language);
  const words = messages.review;
  const title = asked
    ? words[asked.side === 'old' ? 'removedTitle' : 'linesTitle'](asked.path, asked.from, asked.to)
    : words.wholeTitle;
  const former = quote && newLines(quote.lines);
  return await mailAnswer(context, {
    language,
    title,
    status: faults.includes('changed') ? 409 : faults.length > 0 ? 400 : 200,
    content: (
      <CommentPage
        messages={messages}
        title={title}
        language={context.site.defaultLanguage}
        action={ownAction(context)}
        seen={shown.revision.tip ?? ''}
        lines={asked}
        quote={quote}
        comment={typed?.comment ?? ''}
        wording={
          former && former.length > 0 && asked?.side === 'new'
            ? (typed?.wording ?? former.join('\n'))
            : typed?.wording
        }
        name={typed?.name ?? (await nameOfMember(context, member)) ?? ''}
        address={member.address}
        faults={faults}
        back={{
          label: `${words.back} (${shown.proposal.title})`,
          href: ownAddress(context.site, `${PROPOSALS}${shown.proposal.number}/review`, language, {
            view: 'source',
          }),
        }}
      />
    ),
  });
}

async function mayNotAnswer(context: Context): Promise<Answer> {
  const language = askedLanguage(context);
  const words = messagesOf(context, language).review;
  const content = <MailNotice title={words.mayNot} paragraphs={[words.mayNotText]} />;
  return await mailAnswer(context, { language, status: 403, title: words.mayNot, content });
}
