import { mailSite } from '../../../mail/mail-site.ts';
import { type Confirmable, confirm, confirmable } from '../../../mail/subscriptions/confirm.ts';
import {
  subscriberOfLink,
  unfollowByLink,
  unsubscribeByLink,
} from '../../../mail/subscriptions/unsubscribe.ts';
import type { Answer } from '../../answer.ts';
import { askedLanguage, type Context, messagesOf, ownAction } from '../../context.ts';
import type { FormPage } from '../../forms/form.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Link } from '../../views/link.ts';
import { MailNotice } from '../../views/mail-form.tsx';
import { allLists, backTo, listNamed, listTitle } from './lists.ts';
import { mailAnswer } from './mail-answer.tsx';

const seconds = ({ now }: Context) => Math.floor(now / 1000);

const lastSegment = ({ path }: Context) => path.slice(path.lastIndexOf('/') + 1);

/** What a token is about to do, with the button that does it: programs that open links confirm nothing. `/-/confirm/TOKEN`. */
export async function confirmPage(context: Context): Promise<Answer> {
  const token = lastSegment(context);
  const asked = await confirmable(context.wiki.database.reader, token, {
    lists: allLists(context),
    now: seconds(context),
  });
  if (!asked) return await expired(context);
  const language = languageFor(context, asked);
  const words = messagesOf(context, language).subscription;
  const { title, text } = question(words, asked, language);
  return await notice(context, language, title, text, {
    button: { action: ownAction(context), label: words.confirm },
  });
}

/** Does what a token stands for. */
export const confirmForm: FormPage = async (context) => {
  const place = { lists: allLists(context), site: mailSite(context.site), now: seconds(context) };
  const done = await context.wiki.database.write((writer) => confirm(writer, lastSegment(context), place));
  if (!done) return await expired(context);
  const language = languageFor(context, done);
  const { title, text } = result(messagesOf(context, language).subscription, done, language);
  return await notice(context, language, title, text, { list: done.list });
};

type Words = Messages['subscription'];

function question(words: Words, { action, list, what = '' }: Confirmable, language: string) {
  const name = list ? listTitle(list, language) : '';
  return {
    subscribe: { title: words.confirmSubscription(name), text: words.confirmSubscriptionText },
    unsubscribe: { title: words.confirmUnsubscription(name), text: words.leaveNowText },
    follow: { title: words.confirmFollow(what), text: words.confirmFollowText },
  }[action];
}

function result(words: Words, { action, list, what = '' }: Confirmable, language: string) {
  const name = list ? listTitle(list, language) : '';
  return {
    subscribe: { title: words.subscribed(name), text: words.subscribedText },
    unsubscribe: { title: words.left(name), text: words.leftText },
    follow: { title: words.following(what), text: words.followingText },
  }[action];
}

/** One's own page to leave a list: `/-/lists/NAME/unsubscribe/SIGNED`. */
export async function leavePage(context: Context): Promise<Answer> {
  const list = listNamed(context, context.path);
  const subscriber = await subscriberOfLink(context.wiki.database.reader, list.name, lastSegment(context));
  if (!subscriber) return await expired(context);
  const language = languageFor(context, subscriber);
  const words = messagesOf(context, language).subscription;
  return await notice(context, language, words.leaveTitle(listTitle(list, language)), words.leaveNowText, {
    button: { action: ownAction(context), label: words.leaveByLink },
  });
}

/** Leaves at once (RFC 8058): what a mail client sends for its own button, and the button of {@link leavePage}. */
export const leaveForm: FormPage = async (context) => {
  const list = listNamed(context, context.path);
  await context.wiki.database.write((writer) => unsubscribeByLink(writer, list.name, lastSegment(context)));
  const language = askedLanguage(context);
  const words = messagesOf(context, language).subscription;
  return await notice(context, language, words.left(listTitle(list, language)), words.leftText, { list });
};

/** One's own page to be told of a page's changes no longer: `/-/follow/stop/SIGNED`. */
export async function unfollowPage(context: Context): Promise<Answer> {
  const language = askedLanguage(context);
  const words = messagesOf(context, language).subscription;
  return await notice(context, language, words.unfollow, words.unfollowText, {
    button: { action: ownAction(context), label: words.unfollowButton },
  });
}

export const unfollowForm: FormPage = async (context) => {
  await context.wiki.database.write((writer) => unfollowByLink(writer, lastSegment(context)));
  const language = askedLanguage(context);
  const words = messagesOf(context, language).subscription;
  return await notice(context, language, words.unfollowed, words.unfollowedText);
};

async function expired(context: Context): Promise<Answer> {
  const language = askedLanguage(context);
  const words = messagesOf(context, language).subscription;
  const content = <MailNotice title={words.expired} paragraphs={[words.expiredText]} />;
  return await mailAnswer(context, { language, status: 404, title: words.expired, content });
}

async function notice(
  context: Context,
  language: string,
  title: string,
  text: string,
  more: {
    readonly button?: { readonly action: string; readonly label: string };
    readonly list?: Confirmable['list'];
  } = {},
): Promise<Answer> {
  const links: Link[] =
    more.list && more.list.settings.read === 'everyone' ? [backTo(context, more.list, language)] : [];
  return await mailAnswer(context, {
    language,
    title,
    content: (
      <MailNotice
        title={title}
        paragraphs={[text]}
        links={links}
        {...(more.button && { button: more.button })}
      />
    ),
  });
}

/** The language in which somebody asked, where the address names none. */
function languageFor(context: Context, { language }: { readonly language: string }): string {
  const { site, query } = context;
  return !query.has('lang') && site.languages.includes(language) ? language : askedLanguage(context);
}
