import type { ErrorMessage, Messages } from '../messages/messages.ts';

export interface ErrorPageProps {
  readonly messages: Messages;
  /** HTTP status. */
  readonly status: number;
  /** What happened, when more exact than the words of the status. */
  readonly sentence?: string;
  readonly remedy?: string;
  /** What the operator's log calls the request, where they may be asked about it. */
  readonly request?: string | undefined;
  readonly homeHref: string;
}

const words: Readonly<Record<number, keyof Omit<Messages['errors'], 'code' | 'request'>>> = {
  400: 'badRequest',
  403: 'refused',
  405: 'methodNotAllowed',
  409: 'unavailable',
  500: 'internal',
  503: 'unavailable',
};

/** A failure said in one sentence, with what to do about it. */
export function ErrorPage({ messages, status, sentence, remedy, request, homeHref }: ErrorPageProps) {
  const said = errorMessage(messages, status);
  return (
    <article class="error-page">
      <header class="page-header">
        <p class="error-code">{messages.errors.code(status)}</p>
        <h1>{said.title}</h1>
        <p class="description">{sentence ?? said.sentence}</p>
      </header>
      <p>{remedy ?? said.remedy}</p>
      {request !== undefined && (
        <p>
          {messages.errors.request} <code>{request}</code>
        </p>
      )}
      <p>
        <a class="button" href={homeHref}>
          {messages.notFound.home}
        </a>
      </p>
    </article>
  );
}

/** The words of an HTTP status, its `title` among them for the document's. */
export function errorMessage(messages: Messages, status: number): ErrorMessage {
  return messages.errors[words[status] ?? (status < 500 ? 'badRequest' : 'internal')];
}
