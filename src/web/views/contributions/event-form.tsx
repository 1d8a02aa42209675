import type { EditableEvent } from '../../../wiki/calendars/edit-event.ts';
import type { EventForm } from '../../contributions/data-form.ts';
import type { Messages } from '../../messages/messages.ts';
import { Field } from './who-form.tsx';

/** An event to add to a calendar, or to change in it. */
export function EventFields({
  messages,
  form: { event, faults, uid },
}: {
  readonly messages: Messages;
  readonly form: EventForm;
}) {
  const words = messages.contribution.event;
  return (
    <fieldset class="edit-who">
      <legend id="edit-text">{uid === undefined ? words.legend : words.changeLegend}</legend>
      {uid !== undefined && <input type="hidden" name="event-uid" value={uid} />}
      {faults.length > 0 && (
        <div class="mail-wrong" role="alert">
          <ul>
            {faults.map((fault) => (
              <li>
                <a href={`#event-${FIELDS[fault]}`}>{words.faults[fault]}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <Field
        id="event-summary"
        name="event-summary"
        label={words.summary}
        value={event.summary}
        maxlength={500}
        isWrong={faults.includes('summary')}
      />
      <div class="edit-event-times">
        <Field
          id="event-date"
          name="event-date"
          type="date"
          label={words.date}
          value={event.date}
          maxlength={10}
          isWrong={faults.includes('date')}
        />
        <Field
          id="event-from"
          name="event-from"
          type="time"
          label={words.from}
          value={event.from}
          maxlength={5}
        />
        <Field
          id="event-to"
          name="event-to"
          type="time"
          label={words.to}
          value={event.to}
          maxlength={5}
          isWrong={faults.includes('end')}
        />
        <Field
          id="event-lastDate"
          name="event-lastDate"
          type="date"
          label={words.lastDate}
          value={event.lastDate}
          maxlength={10}
        />
      </div>
      <p class="mail-help">{words.timesHelp}</p>
      <Field
        id="event-location"
        name="event-location"
        label={words.location}
        value={event.location}
        maxlength={500}
      />
      <Field
        id="event-url"
        name="event-url"
        type="url"
        label={words.url}
        value={event.url}
        maxlength={500}
        isWrong={faults.includes('url')}
      />
      <div class="mail-field">
        <label for="event-description">{words.description}</label>
        <textarea id="event-description" name="event-description" rows={4}>
          {`\n${event.description}`}
        </textarea>
      </div>
      <div class="mail-field">
        <label for="event-repeats">{words.repeats}</label>
        <select id="event-repeats" name="event-repeats">
          {(['no', 'weekly', 'monthly', ...(uid === undefined ? [] : (['other'] as const))] as const).map(
            (one) => (
              <option value={one} selected={one === event.repeats}>
                {words.repeated[one]}
              </option>
            ),
          )}
        </select>
      </div>
    </fieldset>
  );
}

const FIELDS = {
  ...{ summary: 'summary', date: 'date', end: 'to', url: 'url' },
  ...{ gone: 'summary', series: 'date' },
} as const;

/** The events of a calendar, each with what shows it in the form, and what removes it: nothing is sent by that. */
export function EventsOfCalendar({
  messages,
  action,
  events,
  language,
}: {
  readonly messages: Messages;
  readonly action: string;
  readonly events: readonly EditableEvent[];
  /** Of the calendar (BCP 47). */
  readonly language: string;
}) {
  const words = messages.contribution.event;
  return (
    <details class="edit-events" open={events.length <= OPEN}>
      <summary>{words.list(events.length)}</summary>
      <ul class="member-list">
        {events.map(({ uid, event: { summary, location, date, from } }) => {
          const title = summary || location || date;
          return (
            <li>
              <span>
                <span lang={language}>{title}</span>, {messages.date(date)} {from}
              </span>
              <span class="edit-event-buttons">
                <button
                  type="submit"
                  class="button"
                  name="event-edit"
                  value={uid}
                  formaction={`${action}#edit-text`}
                  aria-label={words.changeOf(title)}
                >
                  {words.change}
                </button>
                <button
                  type="submit"
                  class="button"
                  name="event-remove"
                  value={uid}
                  aria-label={words.removeOf(title)}
                >
                  {words.remove}
                </button>
              </span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** So many are shown at once. */
const OPEN = 12;
