import type { Messages } from '../messages/messages.ts';
import { type ApiField, ApiForm } from './api-form.tsx';

export interface ApiOperation {
  readonly id: string;
  readonly title: string;
  readonly sentence: string;
  readonly method: string;
  /** What a token must be for; undefined where none is asked for. */
  readonly scope: string | undefined;
  /** An example of what is sent, as JSON. */
  readonly body: string | undefined;
  /** With `{path}` in it. */
  readonly address: string;
  readonly exampleUrl: string;
  readonly fields: readonly ApiField[];
}

type Status = keyof Messages['api']['problem'];

export interface ApiPageProps {
  readonly messages: Messages;
  /** Absolute address of the API. */
  readonly base: string;
  /** Where forms are sent. */
  readonly action: string;
  readonly descriptionHref: string;
  /** The operations by what they are about. */
  readonly subjects: readonly { readonly title: string; readonly operations: readonly ApiOperation[] }[];
  readonly problems: readonly { readonly id: string; readonly status: Status }[];
}

/** What the API answers, and forms to try it. */
export function ApiPage(props: ApiPageProps) {
  const { messages, base, action, descriptionHref, subjects, problems } = props;
  const words = messages.api;
  return (
    <div
      class="api-page"
      data-sending={words.sending}
      data-request-failed={words.failed}
      data-cut={words.cut}
    >
      <header class="page-header">
        <h1>{words.title}</h1>
        <p class="description">{words.intro}</p>
      </header>
      <p class="api-base">
        <code>{base}</code>
        <a href={descriptionHref}>{words.description}</a>
      </p>
      <dl class="api-rules">
        {words.rules.map(({ name, text }) => (
          <div>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <nav class="api-contents" aria-label={words.contents}>
        <h2>{words.contents}</h2>
        <div class="api-subjects">
          {subjects.map(({ title, operations }) => (
            <div>
              <h3>{title}</h3>
              <ul>
                {operations.map(({ id, title }) => (
                  <li>
                    <a href={`#${id}`}>{title}</a>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
        <p>
          <a href="#problems">{words.problems}</a>
        </p>
      </nav>
      {subjects
        .flatMap(({ operations }) => operations)
        .map((operation) => (
          <Operation messages={messages} action={action} operation={operation} />
        ))}
      <Problems words={words} problems={problems} />
    </div>
  );
}

interface OperationProps {
  readonly messages: Messages;
  readonly action: string;
  readonly operation: ApiOperation;
}

function Operation({ messages, action, operation }: OperationProps) {
  const words = messages.api;
  const { id, method, scope, title, sentence, address, fields } = operation;
  return (
    <section class="api-operation" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p class="api-address">
        <code>
          <b>{method}</b> {address}
        </code>
      </p>
      <p>{sentence}</p>
      {scope === undefined ? (
        <ApiForm messages={messages} operation={id} title={title} action={action} fields={fields} />
      ) : (
        <>
          <p>{words.needsToken(scope)}</p>
          <dl class="api-rules">
            {fields.map(({ name, about }) => (
              <div>
                <dt>
                  <code>{name}</code>
                </dt>
                <dd>{about}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <h3 class="visually-hidden">{words.command}</h3>
      <pre class="copyable api-command" tabindex={0}>
        <code>{commandOf(operation)}</code>
      </pre>
      {scope === undefined && <Result words={words} />}
    </section>
  );
}

/** Where a script puts the answer of what is tried. */
function Result({ words }: { readonly words: Messages['api'] }) {
  return (
    <div class="api-result" hidden>
      <h3>{words.answer}</h3>
      <p class="api-status" role="status" />
      <pre class="api-headers" tabindex={0}>
        <code />
      </pre>
      <pre class="api-body" tabindex={0}>
        <code />
      </pre>
    </div>
  );
}

function commandOf({ method, scope, body, exampleUrl }: ApiOperation): string {
  return [
    'curl',
    ...(method === 'GET' ? [] : [`-X ${method}`]),
    ...(scope === undefined ? [] : [`-H 'Authorization: Bearer TOKEN'`]),
    ...(body === undefined ? [] : [`-H 'Content-Type: application/json' -d '${body}'`]),
    `'${exampleUrl}'`,
  ].join(' ');
}

function Problems({ words, problems }: { words: Messages['api']; problems: ApiPageProps['problems'] }) {
  return (
    <section class="api-problems" aria-labelledby="problems">
      <h2 id="problems">{words.problems}</h2>
      <p>{words.problemsIntro}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.status}</th>
            <th scope="col">{words.meaning}</th>
          </tr>
        </thead>
        <tbody>
          {problems.map(({ id, status }) => (
            <tr id={id}>
              <th scope="row">
                {status} <code>{id}</code>
              </th>
              <td>{words.problem[status]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
