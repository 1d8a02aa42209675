import { mailSite } from '../../../mail/mail-site.ts';
import { parseMessage } from '../../../mail/mime/parse.ts';
import { type Decision, decide, heldByToken } from '../../../mail/moderation/decide.ts';
import { messageText } from '../../../mail/readable.ts';
import type { HeldTable } from '../../../store/held-table.ts';
import type { Answer } from '../../answer.ts';
import { askedLanguage, type Context, messagesOf, ownAction } from '../../context.ts';
import type { FormPage } from '../../forms/form.ts';
import { moment } from '../../lists/moment.ts';
import { HeldMessage } from '../../views/held-message.tsx';
import { MailNotice } from '../../views/mail-form.tsx';
import { backTo, listNamed, listTitle } from './lists.ts';
import { mailAnswer } from './mail-answer.tsx';

/** As much of a message is shown. */
const MAX_TEXT = 20_000;

/** As long may the words be that its writer is told. */
const MAX_BECAUSE = 2_000;

const lastSegment = ({ path }: Context) => path.slice(path.lastIndexOf('/') + 1);

/** A message that waits, and what can be done with it: for who has its link. `/-/lists/NAME/held/TOKEN`. */
export async function heldPage(context: Context): Promise<Answer> {
  const held = await waiting(context);
  return held ? await shown(context, held) : await gone(context);
}

/** Does what the button says that was pressed. */
export const heldForm: FormPage = async (context, { fields }) => {
  const held = await waiting(context);
  if (!held) return await gone(context);
  const decision = decisionOf(fields);
  if (!decision) return await shown(context, held, true);
  const { site, wiki, now } = context;
  const list = listNamed(context, context.path);
  const place = { lists: [list], site: mailSite(site), now: Math.floor(now / 1000) };
  const isDone = await wiki.database.write((writer) => decide(writer, held.id, decision, place));
  if (!isDone) return await gone(context);
  const language = askedLanguage(context);
  const words = messagesOf(context, language).subscription.held;
  return await mailAnswer(context, {
    language,
    title: words.done[decision.kind],
    content: (
      <MailNotice
        title={words.done[decision.kind]}
        paragraphs={[words.doneText[decision.kind]]}
        links={list.settings.read === 'everyone' ? [backTo(context, list, language)] : []}
      />
    ),
  });
};

/** The decision that a form holds; undefined for a refusal without words. */
function decisionOf(fields: URLSearchParams): Decision | undefined {
  const kind = fields.get('decision');
  if (kind === 'approve' || kind === 'discard') return { kind };
  const because = fields.get('because')?.replace(/\r\n?/g, '\n').trim().slice(0, MAX_BECAUSE) ?? '';
  return kind === 'refuse' && because !== '' ? { kind, because } : undefined;
}

async function waiting(context: Context): Promise<HeldTable | undefined> {
  const list = listNamed(context, context.path);
  const held = await heldByToken(context.wiki.database.reader, lastSegment(context));
  return held?.list === list.name ? held : undefined;
}

async function shown(context: Context, held: HeldTable, lacksWords = false): Promise<Answer> {
  const language = askedLanguage(context);
  const messages = messagesOf(context, language);
  const message = parseMessage(Buffer.from(held.raw));
  const list = listNamed(context, context.path);
  const title = messages.subscription.held.title(listTitle(list, language));
  const text = messageText(message).trimEnd();
  return await mailAnswer(context, {
    language,
    title,
    ...(lacksWords && { status: 400 }),
    content: (
      <HeldMessage
        messages={messages}
        title={title}
        action={ownAction(context)}
        from={message.from?.name ? `${message.from.name} <${held.from_address}>` : held.from_address}
        subject={held.subject}
        came={moment(context.site, messages, held.held_at)}
        reason={held.reason}
        text={text.slice(0, MAX_TEXT)}
        isCut={text.length > MAX_TEXT}
        lacksWords={lacksWords}
        maxWords={MAX_BECAUSE}
      />
    ),
  });
}

async function gone(context: Context): Promise<Answer> {
  const language = askedLanguage(context);
  const words = messagesOf(context, language).subscription.held;
  const content = <MailNotice title={words.gone} paragraphs={[words.goneText]} />;
  return await mailAnswer(context, { language, status: 404, title: words.gone, content });
}
