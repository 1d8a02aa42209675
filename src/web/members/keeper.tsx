import { isAtLeast } from '../../members/roles.ts';
import type { Role } from '../../store/member-tables.ts';
import type { Answer } from '../answer.ts';
import { askedLanguage, type Context, messagesOf, ownAddress } from '../context.ts';
import { mailAnswer } from '../pages/mail/mail-answer.tsx';
import { MailNotice } from '../views/mail-form.tsx';
import { type Member, memberOf, type Visitor } from './visitor.ts';

/** Who asks, where they have a role in the whole wiki that is enough. */
export async function keeperOf(context: Context, visitor: Visitor, asked: Role): Promise<Member | undefined> {
  const member = await memberOf(context, visitor);
  return member && isAtLeast(member.role, asked) ? member : undefined;
}

/** What anybody else is told. */
export async function notAllowed(context: Context): Promise<Answer> {
  const language = askedLanguage(context);
  const words = messagesOf(context, language).members;
  return await mailAnswer(context, {
    language,
    status: 403,
    title: words.notAllowed,
    content: (
      <MailNotice
        title={words.notAllowed}
        paragraphs={[words.notAllowedText]}
        links={[{ label: words.signInTitle, href: ownAddress(context.site, '/-/sign-in', language) }]}
      />
    ),
  });
}
