import { Busy, GreffeError } from '../config/errors.ts';
import type { Progress } from '../wiki/wiki.ts';
import { type Answer, htmlAnswer } from './answer.ts';
import type { Assets } from './assets.ts';
import { messagesByLocale } from './messages/locales.ts';
import type { InterfaceLocale, Messages } from './messages/messages.ts';
import { renderDocument } from './views/document.ts';
import { ErrorPage, errorMessage } from './views/error-page.tsx';
import { Layout } from './views/layout.tsx';
import { PreparingPage } from './views/preparing-page.tsx';

// What fails may be the index itself: these pages ask it nothing, and speak the language the browser asks for.

const REFRESH_SECONDS = 2;

const NOT_KEPT = { 'cache-control': 'no-store' };

/**
 * An error as a page: what happened and what to do; nothing of the program's insides. `request` is what the operator's log
 * calls the request that failed.
 */
export function failurePage(
  assets: Assets,
  locale: InterfaceLocale,
  error: unknown,
  request?: string,
): Answer {
  const known = error instanceof GreffeError ? error : undefined;
  const headers: Record<string, string> =
    error instanceof Busy ? { 'retry-after': String(error.retryAfter) } : {};
  return statusPage(assets, locale, known?.status ?? 500, headers, request);
}

/** A page that says what a status means. */
export function statusPage(
  assets: Assets,
  locale: InterfaceLocale,
  status: number,
  headers: Readonly<Record<string, string>> = {},
  request?: string,
): Answer {
  const messages = messagesByLocale[locale];
  const html = renderDocument(
    <Layout {...frame(assets, messages)} title={errorMessage(messages, status).title} unlisted>
      <ErrorPage messages={messages} status={status} homeHref="/" request={request} />
    </Layout>,
  );
  return htmlAnswer(status, html, { ...NOT_KEPT, ...headers });
}

/** 503 while the first index is made; the page asks again by itself. */
export function preparingPage(
  assets: Assets,
  locale: InterfaceLocale,
  progress: Progress | undefined,
): Answer {
  const messages = messagesByLocale[locale];
  const html = renderDocument(
    <Layout
      {...frame(assets, messages)}
      title={messages.preparing.title}
      unlisted
      refreshSeconds={REFRESH_SECONDS}
    >
      <PreparingPage messages={messages} refreshSeconds={REFRESH_SECONDS} {...(progress && { progress })} />
    </Layout>,
  );
  return htmlAnswer(503, html, { ...NOT_KEPT, 'retry-after': String(REFRESH_SECONDS) });
}

function frame({ stylesheet, script, icon }: Assets, messages: Messages) {
  return {
    messages,
    contentLanguage: messages.locale,
    assets: { stylesheets: [stylesheet], script, icon },
    site: { title: 'Greffe', homeHref: '/', navigation: [] },
  };
}
