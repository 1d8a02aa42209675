import { NotFound } from '../../../config/errors.ts';
import type { MailList } from '../../../mail/list.ts';
import { readMailAddress } from '../../../mail/mail-address.ts';
import { mailSite } from '../../../mail/mail-site.ts';
import { askToSubscribe, askToUnsubscribe } from '../../../mail/subscriptions/ask.ts';
import type { SubscriptionMode } from '../../../store/subscription-tables.ts';
import type { Answer } from '../../answer.ts';
import { askedLanguage, type Context, messagesOf, ownAddress } from '../../context.ts';
import type { Form, FormPage } from '../../forms/form.ts';
import { gate, tooMany } from '../../forms/gate.tsx';
import { Limiter } from '../../forms/limiter.ts';
import { ownPage } from '../../own-page.tsx';
import { MailFormPage, MailNotice } from '../../views/mail-form.tsx';
import { SubscribePage } from '../../views/subscribe-page.tsx';
import { allLists, backTo, listNamed, listTitle, mailLanguages } from './lists.ts';
import { mailAnswer } from './mail-answer.tsx';

/** How many mails a client may have sent in an hour. */
const MAX_PER_CLIENT = 20;

const MODES: readonly string[] = ['each', 'digest', 'mine'] satisfies readonly SubscriptionMode[];

/** The form with which one subscribes: `/-/lists/NAME/subscribe`. */
export function subscribePage(context: Context): Promise<Answer> {
  return subscribeForm(context, openList(context));
}

async function subscribeForm(
  context: Context,
  list: MailList,
  { wrong, mode }: { readonly wrong?: string; readonly mode?: string } = {},
): Promise<Answer> {
  const { site } = context;
  const language = askedLanguage(context);
  const messages = messagesOf(context, language);
  const title = listTitle(list, language);
  const address = (page: string) => ownAddress(site, `/-/lists/${list.name}/${page}`, language);
  return await ownPage(context, {
    language,
    status: wrong === undefined ? 200 : 400,
    title: messages.subscription.title(title),
    content: (
      <SubscribePage
        messages={messages}
        list={list}
        title={title}
        language={language}
        languages={mailLanguages(context)}
        action={address('subscribe')}
        leaveHref={address('unsubscribe')}
        {...(wrong !== undefined && { wrong })}
        {...(mode !== undefined && { mode })}
      />
    ),
  });
}

/** The form with which one leaves without the link of a message: `/-/lists/NAME/unsubscribe`. */
export function unsubscribePage(context: Context): Promise<Answer> {
  return unsubscribeForm(context, listNamed(context, context.path));
}

async function unsubscribeForm(context: Context, list: MailList, wrong?: string): Promise<Answer> {
  const language = askedLanguage(context);
  const messages = messagesOf(context, language);
  const words = messages.subscription;
  const title = words.leaveTitle(listTitle(list, language));
  return await ownPage(context, {
    language,
    status: wrong === undefined ? 200 : 400,
    title,
    content: (
      <MailFormPage
        messages={messages}
        title={title}
        intro={words.leaveIntro}
        action={ownAddress(context.site, `/-/lists/${list.name}/unsubscribe`, language)}
        button={words.leaveButton}
        {...(wrong !== undefined && { wrong })}
      />
    ),
  });
}

/** A list to which anybody may subscribe. */
function openList(context: Context): MailList {
  const list = listNamed(context, context.path);
  if (list.settings.read !== 'everyone') throw new NotFound('There is no such list.');
  return list;
}

/** Takes the two forms. What is answered depends on what was typed alone, never on who is subscribed. */
export function subscribing(): { readonly subscribe: FormPage; readonly unsubscribe: FormPage } {
  const limiter = new Limiter(MAX_PER_CLIENT);
  return {
    subscribe: async (context, form) => {
      const list = openList(context);
      const mode = form.fields.get('mode') ?? 'each';
      const asking = askingOf(context, list, form);
      if (readMailAddress(asking.address) === undefined)
        return await subscribeForm(context, list, { wrong: asking.address, mode });
      if (!limiter.take(form.client)) return await tooMany(context);
      const gated = await gate(context, { ...form, address: asking.address });
      if (gated.kind === 'answer') return gated.answer;
      if (gated.kind === 'dropped') return await sent(context, list, asking.address);
      await context.wiki.database.write((writer) =>
        askToSubscribe(writer, {
          ...asking,
          now: gated.at,
          mode: (MODES.includes(mode) ? mode : 'each') as SubscriptionMode,
        }),
      );
      return await sent(context, list, asking.address);
    },
    unsubscribe: async (context, form) => {
      const list = listNamed(context, context.path);
      const asking = askingOf(context, list, form);
      if (readMailAddress(asking.address) === undefined)
        return await unsubscribeForm(context, list, asking.address);
      if (!limiter.take(form.client)) return await tooMany(context);
      const gated = await gate(context, { ...form, address: asking.address, isLeaving: true });
      if (gated.kind === 'answer') return gated.answer;
      if (gated.kind === 'taken')
        await context.wiki.database.write((writer) => askToUnsubscribe(writer, { ...asking, now: gated.at }));
      return await sent(context, list, asking.address);
    },
  };
}

export function askingOf(context: Context, list: MailList, { fields }: Form) {
  const languages = mailLanguages(context).map(([language]) => language);
  const asked = fields.get('language') ?? askedLanguage(context);
  return {
    lists: allLists(context),
    list,
    site: mailSite(context.site),
    address: (fields.get('address') ?? '').trim().slice(0, 300),
    language: languages.includes(asked) ? asked : (languages[0] as string),
    via: 'web' as const,
    now: Math.floor(context.now / 1000),
  };
}

/** The same answer whatever was, or was not, sent. */
export async function sent(context: Context, list: MailList | undefined, address: string): Promise<Answer> {
  const language = askedLanguage(context);
  const words = messagesOf(context, language).subscription;
  return await mailAnswer(context, {
    language,
    title: words.sentTitle,
    content: (
      <MailNotice
        title={words.sentTitle}
        paragraphs={[words.sent(address), words.sentNext, words.sentNothing]}
        links={list ? [backTo(context, list, language)] : []}
      />
    ),
  });
}

export { tooMany };
