import { raw } from 'hono/html';
import type { Published } from '../../../members/publish.ts';
import { pagesAt } from '../../../store/pages.ts';
import { encodeAddress, familyOf, readPageName } from '../../../wiki/addresses.ts';
import { addressOfPath } from '../../../wiki/find-address.ts';
import { readFacts, readPage } from '../../../wiki/page.ts';
import { isPagePath } from '../../../wiki/paths.ts';
import { renderPage } from '../../../wiki/render.ts';
import { diffTexts } from '../../../wiki/text-diff.ts';
import type { Answer } from '../../answer.ts';
import { askedLanguage, type Context, messagesOf, ownAddress } from '../../context.ts';
import { contentOf, type EditedFile } from '../../contributions/edited-file.ts';
import type { EditedAs } from '../../contributions/who.ts';
import { showDirective } from '../../directives.tsx';
import type { ContributionFault } from '../../messages/contribution-messages.ts';
import { type EditFields, EditPage } from '../../views/contributions/edit-page.tsx';
import type { EditPreview } from '../../views/contributions/edit-preview.tsx';
import { mailAnswer } from '../mail/mail-answer.tsx';

/** A form to show, with what was typed in it. */
export interface Editing {
  readonly file: EditedFile;
  readonly fields: EditFields;
  readonly action: string;
  readonly as: EditedAs;
  readonly faults?: readonly ContributionFault[];
  readonly meanwhile?: 'merged' | 'conflict';
  /** Whether the page is shown as it would be. */
  readonly previews?: boolean;
  /** Why it was not published. */
  readonly refusal?: Exclude<Published, 'landed'>;
}

/** The form in which a file is changed: what was typed is in it, whatever happens. */
export async function editForm(context: Context, editing: Editing): Promise<Answer> {
  const { file, fields, action, as, faults = [], meanwhile, previews = false, refusal } = editing;
  const language = askedLanguage(context);
  const messages = messagesOf(context, language);
  const isNew = file.former === undefined;
  const words = messages.contribution;
  const [page] = await context.ask(pagesAt, [file.path]);
  const title = page?.title ?? file.path;
  return await mailAnswer(context, {
    language,
    status: meanwhile || refusal ? 409 : faults.length > 0 ? 400 : 200,
    title: isNew ? words.newTitle(file.path) : words.editTitle(title),
    content: (
      <EditPage
        messages={messages}
        path={file.path}
        title={title}
        isPage={isPagePath(file.path)}
        isNew={isNew}
        action={action}
        fields={fields}
        language={languageOf(context, file.path)}
        as={as}
        {...(refusal && { refusal })}
        faults={faults}
        {...(meanwhile && { meanwhile })}
        {...((previews || meanwhile) && { preview: await previewOf(context, file, fields.text, language) })}
        backHref={(await addressOfPath(context.ask, file.path)) ?? encodeAddress(`/-/raw/${file.path}`)}
        byMailHref={ownAddress(context.site, '/-/contribute', language, { page: file.path })}
      />
    ),
  });
}

function languageOf({ site }: Context, path: string): string {
  return (isPagePath(path) ? readPageName(path, site).language : undefined) ?? site.defaultLanguage;
}

async function previewOf(
  context: Context,
  file: EditedFile,
  text: string,
  language: string,
): Promise<EditPreview> {
  const hunks = diffTexts(file.former?.text ?? '', text.endsWith('\n') || text === '' ? text : `${text}\n`);
  if (!isPagePath(file.path)) return { hunks, findings: [] };
  const { ask, site } = context;
  const bytes = Buffer.from(contentOf(file, text));
  const { page, findings } = readPage(file.path, bytes, site);
  const { html } = await renderPage(
    ask,
    {
      page: { path: file.path, family: familyOf(readPageName(file.path, site)), language },
      bytes,
      labels: messagesOf(context, language).markdown,
      titled: readFacts(page.facts).titled,
      directive: (directive) => showDirective(context, { folder: page.folder, language }, directive),
    },
    site,
  );
  const body = (
    <>
      <p class="edit-preview-heading">{page.title}</p>
      <div class="prose" lang={page.language}>
        {raw(html)}
      </div>
    </>
  );
  return { body, hunks, findings };
}
