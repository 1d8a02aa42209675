import { raw } from 'hono/html';
import type { UploadFault } from '../../../contributions/uploads.ts';
import type { Published } from '../../../members/publish.ts';
import { pagesAt } from '../../../store/pages.ts';
import { encodeAddress, familyOf, readPageName } from '../../../wiki/addresses.ts';
import { type EditableEvent, editableEvents } from '../../../wiki/calendars/edit-event.ts';
import type { Occurrence } from '../../../wiki/calendars/event.ts';
import { past, upcoming } from '../../../wiki/calendars/occurrences.ts';
import { readCalendar } from '../../../wiki/calendars/read-calendar.ts';
import { dataKind } from '../../../wiki/data-addresses.ts';
import { addressOfPath } from '../../../wiki/find-address.ts';
import type { MoveFault } from '../../../wiki/move-page.ts';
import { readFacts, readPage } from '../../../wiki/page.ts';
import { isPagePath } from '../../../wiki/paths.ts';
import { renderPage } from '../../../wiki/render.ts';
import { diffTexts } from '../../../wiki/text-diff.ts';
import type { Answer } from '../../answer.ts';
import { shownEvent } from '../../calendar-view.ts';
import { askedLanguage, type Context, messagesOf, ownAddress } from '../../context.ts';
import {
  type EventForm,
  eventFormOf,
  type FormKind,
  formKind,
  newProblems,
  tableForm,
} from '../../contributions/data-form.ts';
import { contentOf, type EditedFile } from '../../contributions/edited-file.ts';
import { originalOf } from '../../contributions/original.ts';
import type { EditedAs } from '../../contributions/who.ts';
import { showDirective } from '../../directives.tsx';
import type { ContributionFault } from '../../messages/contribution-messages.ts';
import { type EditFields, EditPage, type EditPageProps } from '../../views/contributions/edit-page.tsx';
import type { EditPreview } from '../../views/contributions/edit-preview.tsx';
import { FileProblems } from '../../views/file-problems.tsx';
import { FormerEvents } from '../../views/former-events.tsx';
import { mailAnswer } from '../mail/mail-answer.tsx';

/** A form to show, with what was typed in it. */
export interface Editing {
  readonly file: EditedFile;
  readonly fields: EditFields;
  readonly action: string;
  readonly as: EditedAs;
  /** As what it is edited; what suits the file, unless told. */
  readonly kind?: FormKind;
  /** An event that could not be added. */
  readonly event?: EventForm;
  readonly faults?: readonly ContributionFault[];
  readonly meanwhile?: 'merged' | 'conflict';
  /** Whether the page is shown as it would be. */
  readonly previews?: boolean;
  /** Why it is not moved. */
  readonly moveFault?: MoveFault;
  /** Why a picture is not put in it. */
  readonly pictureFault?: UploadFault;
  /** Where the text goes on (UTF-16 units), as the address says. */
  readonly at?: string | undefined;
  /** Why it was not published. */
  readonly refusal?: Exclude<Published, 'landed'>;
}

/** The form in which a file is changed: what was typed is in it, whatever happens. */
export async function editForm(context: Context, editing: Editing): Promise<Answer> {
  const {
    file,
    fields,
    action,
    as,
    kind = formKind(context, file.path),
    event,
    faults = [],
    meanwhile,
    previews = false,
    refusal,
    moveFault,
    pictureFault,
    at,
  } = editing;
  const language = askedLanguage(context);
  const messages = messagesOf(context, language);
  const isNew = file.former === undefined;
  const words = messages.contribution;
  const [page] = await context.ask(pagesAt, [file.path]);
  const original = await originalOf(context, file.path);
  const title = page?.title ?? file.path;
  return await mailAnswer(context, {
    language,
    status: meanwhile || refusal ? 409 : faults.length > 0 || moveFault || pictureFault ? 400 : 200,
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
        {...(original && { original })}
        {...(as.kind === 'first' &&
          !isNew &&
          page && { name: familyOf(readPageName(file.path, context.site)) })}
        {...(moveFault && { moveFault })}
        {...(pictureFault && { pictureFault })}
        {...(at !== undefined && /^\d{1,9}$/.test(at) && { at })}
        {...(await dataProps(context, file, fields.text, kind, event))}
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

/** What is edited of a table or a calendar, and the way to its text or back. */
async function dataProps(
  context: Context,
  file: EditedFile,
  text: string,
  kind: FormKind,
  event?: EventForm,
): Promise<Pick<EditPageProps, 'table' | 'event' | 'events' | 'problems' | 'otherHref'>> {
  const { path, former } = file;
  if (formKind({ query: new URLSearchParams() }, path) === 'text' || former === undefined) return {};
  const language = askedLanguage(context);
  const other = (as: Readonly<Record<string, string>>) =>
    ownAddress(context.site, encodeAddress(context.path), language, as);
  if (kind === 'event') {
    const { timezone } = context.site.settings;
    return {
      // An event's own page leads to the form of it.
      event: event ?? eventFormOf(text, context.query.get('event') ?? '', timezone),
      events: listedEvents(text, timezone),
      otherHref: other({ as: 'text' }),
    };
  }
  const table = dataKind(path) === 'table' ? await tableForm(context, path, text) : undefined;
  if (kind === 'text' || !table)
    return kind === 'text' && (table || dataKind(path) === 'calendar') ? { otherHref: other({}) } : {};
  const before = await tableForm(context, path, former.text);
  return { table, problems: newProblems(before, table), otherHref: other({ as: 'text' }) };
}

/** More are changed as a text. */
const MAX_EVENTS = 500;

/** The events that the form may change, the last ones first. */
function listedEvents(text: string, zone: string): readonly EditableEvent[] {
  return editableEvents(text, zone)
    .toSorted((a, b) => (a.event.date < b.event.date ? 1 : -1))
    .slice(0, MAX_EVENTS);
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
  if (dataKind(file.path) === 'calendar') return { hunks, findings: [], body: eventsOf(context, file, text) };
  if (!isPagePath(file.path)) return { hunks, findings: [] };
  const { ask, site } = context;
  const bytes = Buffer.from(contentOf(file, text));
  const { document, page, findings } = readPage(file.path, bytes, site);
  const { html } = await renderPage(
    ask,
    {
      page: { path: file.path, family: familyOf(readPageName(file.path, site)), language },
      bytes,
      document,
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

/** Of each, the events that are shown as they would be. */
const PREVIEWED = 50;

/** The events that a text of a calendar would announce, and what is wrong in it. */
function eventsOf(context: Context, { path }: EditedFile, text: string) {
  const { site, now } = context;
  const language = askedLanguage(context);
  const messages = messagesOf(context, language);
  const calendar = readCalendar(text, { path, defaultZone: site.settings.timezone });
  const shown = (events: readonly Occurrence[]) =>
    events.map((event) => shownEvent(context, event, language));
  const { upcoming: coming, past: gone } = messages.calendar;
  return (
    <>
      <FileProblems messages={messages} problems={calendar.problems} problemCount={calendar.problemCount} />
      <FormerEvents
        messages={messages}
        language={site.defaultLanguage}
        words={{ upcoming: coming, past: gone, noEvent: messages.contribution.event.none }}
        upcoming={shown(upcoming([calendar], now, PREVIEWED))}
        past={shown(past([calendar], now, PREVIEWED))}
      />
    </>
  );
}
