import { MAX_UPLOADS_BYTES, uploadFault, uploadName } from '../../../contributions/uploads.ts';
import { refusalOf } from '../../../git/refused-changes.ts';
import { indexedCommit } from '../../../store/commits.ts';
import { keepContributionFile, updateContribution } from '../../../store/contributions.ts';
import { fileAt } from '../../../store/files.ts';
import { findAddress } from '../../../wiki/find-address.ts';
import { isPagePath, joinPath, resolvePath } from '../../../wiki/paths.ts';
import type { Answer } from '../../answer.ts';
import { askedLanguage, type Context, messagesOf, ownAddress } from '../../context.ts';
import { fileToday } from '../../contributions/edited-file.ts';
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

/** Puts an uploaded file in a change; gives its path, or why it is not taken. */
export async function keepUpload(
  context: Context,
  { row, files }: Pick<OwnChange, 'row' | 'files'>,
  folder: string,
  { name, bytes }: UploadedFile,
): Promise<{ readonly path: string } | 'kind' | 'large' | 'not-what-it-says' | 'active'> {
  const fault = uploadFault(name, bytes);
  if (fault) return fault;
  const all = files.reduce((sum, { content }) => sum + (content?.length ?? 0), bytes.length);
  if (all > MAX_UPLOADS_BYTES) return 'large';
  const path = await freePath(context, files, folder, uploadName(name));
  if (refusalOf({ path, oldMode: '100644', mode: '100644' }, { gitFiles: false })) return 'kind';
  const base = await context.ask(indexedCommit);
  await context.wiki.database.write(async (writer) => {
    await keepContributionFile(writer, row.hash, { path, content: Buffer.from(bytes), base });
    if (row.state === 'sent') await updateContribution(writer, row.hash, { unsent: 1 });
  });
  return { path };
}

/** A path of which neither the wiki nor the change has a file: with a number where it must. */
async function freePath(
  { ask }: Context,
  files: OwnChange['files'],
  folder: string,
  name: string,
): Promise<string> {
  for (let number = 1; ; number++) {
    const path = joinPath(folder, number === 1 ? name : name.replace(/(?=\.\w+$)/, `-${number}`));
    const isTaken = files.some((file) => file.path === path) || (await ask(fileAt, path)) !== undefined;
    if (!isTaken) return path;
  }
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
