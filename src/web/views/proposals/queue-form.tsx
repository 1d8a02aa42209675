import type { Messages } from '../../messages/messages.ts';
import { type AskedQueue, QUEUE_ORDERS, QUEUE_STATES } from '../../proposals/queue.ts';

export interface QueueFormProps {
  readonly action: string;
  readonly asked: AskedQueue;
  /** The lists that its reader may choose among. */
  readonly lists: readonly { readonly name: string; readonly title: string }[];
  /** What the address says besides. */
  readonly hidden: Readonly<Record<string, string>>;
  /** The same without filters. */
  readonly clearHref: string;
}

/** The filters of the queue: a form that is an address. */
export function QueueForm({
  messages,
  action,
  asked,
  lists,
  hidden,
  clearHref,
}: QueueFormProps & { readonly messages: Messages }) {
  const words = messages.queue;
  const { list, from, path, text, state, order } = asked;
  const isFiltered = [list, from, path, text].some((one) => one !== '') || order !== 'changed';
  return (
    <details class="queue-filters" open={isFiltered}>
      <summary>{words.filter}</summary>
      <form class="queue-form" action={action} method="get">
        {Object.entries(hidden).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <Typed name="q" label={words.text} value={text} />
        <Typed name="from" label={words.from} value={from} />
        <Typed name="path" label={words.path} value={path} help={words.pathHelp} />
        <Chosen
          name="state"
          label={words.state}
          options={[
            ['', messages.proposals.open],
            ...QUEUE_STATES.map((one) => [one, messages.proposals.states[one]] as const),
          ]}
          value={state ?? ''}
        />
        {lists.length > 1 && (
          <Chosen
            name="list"
            label={words.list}
            options={[['', words.every], ...lists.map(({ name, title }) => [name, title] as const)]}
            value={list}
          />
        )}
        <Chosen
          name="sort"
          label={words.order}
          options={QUEUE_ORDERS.map((one) => [one, words.orders[one]] as const)}
          value={order}
        />
        <p class="queue-buttons">
          <button type="submit" class="button">
            {words.show}
          </button>{' '}
          {isFiltered && <a href={clearHref}>{words.clear}</a>}
        </p>
      </form>
    </details>
  );
}

function Typed({
  name,
  label,
  value,
  help,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly help?: string;
}) {
  return (
    <div class="mail-field">
      <label for={`queue-${name}`}>{label}</label>
      <input
        id={`queue-${name}`}
        name={name}
        value={value}
        maxlength={200}
        {...(help !== undefined && { 'aria-describedby': `queue-${name}-help` })}
      />
      {help !== undefined && (
        <p class="mail-help" id={`queue-${name}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}

function Chosen({
  name,
  label,
  options,
  value,
}: {
  readonly name: string;
  readonly label: string;
  readonly options: readonly (readonly [string, string])[];
  readonly value: string;
}) {
  return (
    <div class="mail-field">
      <label for={`queue-${name}`}>{label}</label>
      <select id={`queue-${name}`} name={name}>
        {options.map(([option, text]) => (
          <option value={option} selected={option === value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
