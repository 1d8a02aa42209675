import { NotFound } from '../../../config/errors.ts';
import { readMailAddress } from '../../../mail/mail-address.ts';
import { askToFollow } from '../../../mail/subscriptions/ask.ts';
import { fileAt, foldersAt } from '../../../store/files.ts';
import { pageAt } from '../../../store/pages.ts';
import { folderTitle } from '../../../wiki/folder-title.ts';
import { pageOfFolder } from '../../../wiki/navigation.ts';
import { nameOf } from '../../../wiki/paths.ts';
import { siteTitle } from '../../../wiki/site.ts';
import type { Answer } from '../../answer.ts';
import { askedLanguage, type Context, messagesOf, ownAddress } from '../../context.ts';
import type { FormPage } from '../../forms/form.ts';
import { gate } from '../../forms/gate.tsx';
import { Limiter } from '../../forms/limiter.ts';
import { ownPage } from '../../own-page.tsx';
import { MailFormPage } from '../../views/mail-form.tsx';
import { allLists } from './lists.ts';
import { askingOf, sent, tooMany } from './subscribe.tsx';

const MAX_PER_CLIENT = 20;

/** What can be followed by mail: `path` is a file, a folder with a final `/`, or `/` for the whole wiki. */
interface Followable {
  readonly path: string;
  readonly title: string;
}

/** The form with which one follows by mail: `/-/follow/mail?page=PATH`, `?folder=PATH`, or the whole wiki. */
export async function followByMailPage(context: Context): Promise<Answer> {
  return await followForm(context, await followed(context, context.query));
}

async function followForm(context: Context, { path, title }: Followable, wrong?: string): Promise<Answer> {
  const { site } = context;
  const language = askedLanguage(context);
  const messages = messagesOf(context, language);
  const words = messages.subscription;
  return await ownPage(context, {
    language,
    status: wrong === undefined ? 200 : 400,
    title: words.followTitle(title),
    content: (
      <MailFormPage
        messages={messages}
        title={words.followTitle(title)}
        intro={words.followIntro}
        action={ownAddress(site, '/-/follow/mail', language)}
        button={words.follow}
        hidden={path.endsWith('/') ? { folder: path.replace(/\/$/, '') } : { page: path }}
        {...(wrong !== undefined && { wrong })}
      />
    ),
  });
}

/** Takes the form. */
export function followingByMail(): FormPage {
  const limiter = new Limiter(MAX_PER_CLIENT);
  return async (context, form) => {
    const what = await followed(context, form.fields);
    const [list] = allLists(context);
    if (!list) throw notOffered();
    const asking = askingOf(context, list, form);
    if (readMailAddress(asking.address) === undefined) return await followForm(context, what, asking.address);
    if (!limiter.take(form.client)) return await tooMany(context);
    const gated = await gate(context, { ...form, address: asking.address });
    if (gated.kind === 'answer') return gated.answer;
    if (gated.kind === 'dropped') return await sent(context, undefined, asking.address);
    await context.wiki.database.write((writer) =>
      askToFollow(writer, { ...asking, now: gated.at, path: what.path, what: what.title }),
    );
    return await sent(context, undefined, asking.address);
  };
}

/** Mails are written in the name of a list. */
function notOffered(): NotFound {
  return new NotFound('This wiki sends no mail.', 'Follow it with a feed reader: see /-/follow.');
}

async function followed(context: Context, query: URLSearchParams): Promise<Followable> {
  if (allLists(context).length === 0) throw notOffered();
  const { ask, site } = context;
  const language = askedLanguage(context);
  const path = query.get('page');
  if (path !== null) {
    const file = await ask(fileAt, path);
    if (!file) throw new NotFound('There is no such page.');
    return { path: file.path, title: (await ask(pageAt, path))?.title ?? nameOf(path) };
  }
  const folder = query.get('folder') ?? '';
  if (folder === '') return { path: '/', title: siteTitle(site, language) };
  const [known] = await ask(foldersAt, [folder]);
  if (known === undefined) throw new NotFound('There is no such folder.');
  const page = await pageOfFolder(ask, known, language, site);
  return { path: `${known}/`, title: page?.title ?? folderTitle(known, language, site) };
}
