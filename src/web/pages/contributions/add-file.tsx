import { fileAt } from '../../../store/files.ts';
import { findAddress } from '../../../wiki/find-address.ts';
import { isPagePath, resolvePath } from '../../../wiki/paths.ts';
import type { Answer } from '../../answer.ts';
import { askedLanguage, type Context, messagesOf, ownAddress } from '../../context.ts';
import { fileToday } from '../../contributions/edited-file.ts';
import { keepUpload } from '../../contributions/keep-upload.ts';
import { changeAt, fileFormAddress, type OwnChange } from '../../contributions/own-change.ts';
import type { UploadedFile } from '../../forms/form.ts';
import { Limiter } from '../../forms/limiter.ts';
import type { MemberPage } from '../../members/visitor.ts';
import { MailNotice } from '../../views/mail-form.tsx';
import { mailAnswer } from '../mail/mail-answer.tsx';
import { tooMany } from '../mail/subscribe.tsx';
import { gone, isOpen, MAX_FILES } from './change-file.tsx';
import { leadTo } from './edit.tsx';

/** How many pages and files a client may add to changes in an hour. */
const MAX_PER_CLIENT = 100;

/** Adds a page, a picture or a document to a change: `/-/contribution/TOKEN/add`. */
export function addFilePage(): MemberPage {
  const limiter = new Limiter(MAX_PER_CLIENT);
  return async (context, visitor, sent, uploads = []) => {
    const change = await changeAt(context);
    if (!change || change.row.state === 'asked' || !(await isOpen(context, change)))
      return await gone(context);
    if (!sent) return leadTo(context, change.address);
    if (!limiter.take(visitor.client) || change.files.length >= MAX_FILES) return await tooMany(context);
    if (sent.get('do') === 'file') return await addUpload(context, change, sent.get('folder') ?? '', uploads);
    const path = await pathNamed(context, sent.get('page') ?? '');
    const words = messagesOf(context, askedLanguage(context)).contribution;
    if (path === undefined || !(await fileToday(context, path)))
      return await refused(context, change, words.noSuchPage);
    return leadTo(context, fileFormAddress(change, path));
  };
}

async function addUpload(
  context: Context,
  change: OwnChange,
  typedFolder: string,
  [upload]: readonly UploadedFile[],
): Promise<Answer> {
  const words = messagesOf(context, askedLanguage(context)).contribution;
  const folder = resolvePath('', typedFolder.replace(/^\/+|\/+$/g, ''));
  const kept = upload && folder !== undefined ? await keepUpload(context, change, folder, upload) : 'kind';
  return typeof kept === 'string'
    ? await refused(context, change, words.uploadFaults[kept])
    : leadTo(context, change.address);
}

/** The file that somebody means by an address, a path, or the name of a page that is not there yet. */
export async function pathNamed(context: Context, typed: string): Promise<string | undefined> {
  const { ask, site, origin } = context;
  const said = typed
    .trim()
    .replace(origin, '')
    .replace(/[?#].*$/s, '');
  const address = decoded(said)
    .replace(/^\/?-\/(?:table|calendar|edit|raw|history)\//, '')
    .replace(/^\/+/, '');
  const path = resolvePath('', address);
  if (path === undefined || path === '') return path === undefined ? undefined : await pageOf(context, '/');
  if (await ask(fileAt, path)) return path;
  const found = await pageOf(context, `/${address}`);
  if (found !== undefined) return found;
  const moved = await findAddress(ask, `/${path}`, site);
  if (moved.kind === 'moved') return await pageOf(context, decoded(moved.to));
  return /\.\w+$/.test(path) || isPagePath(path) ? path : `${path}.md`;
}

async function pageOf({ ask, site }: Context, address: string): Promise<string | undefined> {
  const found = await findAddress(ask, address, site);
  return found.kind === 'page' ? found.page.path : undefined;
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

async function refused(context: Context, change: OwnChange, why: string): Promise<Answer> {
  const language = askedLanguage(context);
  const words = messagesOf(context, language).contribution;
  const links = [{ label: words.backToChange, href: ownAddress(context.site, change.address, language) }];
  return await mailAnswer(context, {
    language,
    status: 400,
    title: words.notAdded,
    content: <MailNotice title={words.notAdded} paragraphs={[why]} links={links} />,
  });
}
