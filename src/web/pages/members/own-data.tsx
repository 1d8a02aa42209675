import { commandAddress } from '../../../mail/addresses.ts';
import { foldAddress } from '../../../mail/mail-address.ts';
import { erasePerson, isLastAdministrator, ownData } from '../../../members/own-data.ts';
import { type Answer, movedAnswer, textAnswer } from '../../answer.ts';
import { askedLanguage, type Context, messagesOf, ownAction, ownAddress } from '../../context.ts';
import { setCookie } from '../../members/cookies.ts';
import { type Member, type MemberPage, memberList, memberOf, secondsOf } from '../../members/visitor.ts';
import { rfc3339 } from '../../rfc3339.ts';
import { MailNotice } from '../../views/mail-form.tsx';
import { type EraseFault, OwnDataPage } from '../../views/members/own-data-page.tsx';
import { mailAnswer } from '../mail/mail-answer.tsx';

export const OWN_DATA = '/-/account/data';

/** What somebody takes away of what is kept of them, and erases: `/-/account/data`. */
export const ownDataPage: MemberPage = async (context, visitor, fields) => {
  const member = await memberOf(context, visitor);
  if (!member) return toSignIn(context);
  if (!fields) return await shown(context, member);
  const { folded } = member;
  if (fields.get('do') !== 'erase' || foldAddress((fields.get('confirm') ?? '').trim()) !== folded)
    return await shown(context, member, 'confirm');
  const knowsLast = fields.get('last') === 'yes';
  const done = await context.wiki.database.write((writer) =>
    erasePerson(writer, { folded, knowsLast }, secondsOf(context)),
  );
  return done === 'last' ? await shown(context, member, 'last') : await erased(context);
};

/** All that is kept of who is signed in and is not public: `/-/account/data.json`. */
export const ownDataFile: MemberPage = async (context, visitor) => {
  const member = await memberOf(context, visitor);
  if (!member) return toSignIn(context);
  const { address, folded } = member;
  const data = await ownData(context.wiki.database.reader, folded);
  const value = { site: context.origin, address, exportedAt: rfc3339(secondsOf(context)), ...data };
  return textAnswer(`${JSON.stringify(value, null, 2)}\n`, 'application/json', {
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex',
    'content-disposition': 'attachment; filename="data.json"',
  });
};

function toSignIn(context: Context): Answer {
  const made = movedAnswer(ownAddress(context.site, '/-/sign-in', askedLanguage(context)), 303);
  return { ...made, headers: { ...made.headers, 'cache-control': 'no-store' } };
}

async function shown(
  context: Context,
  { address, folded, held }: Member,
  fault?: EraseFault,
): Promise<Answer> {
  const language = askedLanguage(context);
  const messages = messagesOf(context, language);
  const list = memberList(context);
  return await mailAnswer(context, {
    language,
    ...(fault && { status: fault === 'last' ? 409 : 400 }),
    title: messages.ownData.title,
    content: (
      <OwnDataPage
        messages={messages}
        address={address}
        action={ownAction(context)}
        exportHref={`${OWN_DATA}.json`}
        owner={list && commandAddress(list, 'owner')}
        moderates={held.some(({ grant }) => grant === undefined)}
        isLastAdministrator={
          await isLastAdministrator(context.wiki.database.reader, folded, secondsOf(context))
        }
        {...(fault && { fault })}
      />
    ),
  });
}

async function erased(context: Context): Promise<Answer> {
  const language = askedLanguage(context);
  const words = messagesOf(context, language).ownData;
  const list = memberList(context);
  const paragraphs = [words.erasedText, ...(list ? [words.askErasure(commandAddress(list, 'owner'))] : [])];
  const made = await mailAnswer(context, {
    language,
    title: words.erased,
    content: <MailNotice title={words.erased} paragraphs={paragraphs} />,
  });
  return { ...made, headers: { ...made.headers, 'set-cookie': setCookie(context, undefined) } };
}
