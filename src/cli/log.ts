import { pino } from 'pino';
import { GreffeError, Invalid } from '../config/errors.ts';
import type { RequestLog } from '../web/request-log.ts';

/** What `greffe serve` says while it serves. */
export interface Log extends RequestLog {
  /** Something went as it should. */
  readonly said: (sentence: string) => void;
  /** Something is not as it should be, and the server goes on. */
  readonly warned: (sentence: string) => void;
}

const FORMATS: Readonly<Record<string, () => Log>> = { text: textLog, json: jsonLog };

/** The log in the form that `--log` names. Throws {@link Invalid} when there is no such form. */
export function openLog(format = 'text'): Log {
  const open = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  if (!open)
    throw new Invalid(
      `There is no log of the form ${JSON.stringify(format)}.`,
      `--log takes ${Object.keys(FORMATS).join(' or ')}.`,
    );
  return open();
}

/** Sentences for a person: what goes well on the standard output, what does not on the error output; no requests. */
function textLog(): Log {
  const warned = (sentence: string) => void process.stderr.write(`greffe: ${sentence}\n`);
  return {
    said: (sentence) => void process.stdout.write(`${sentence}\n`),
    warned,
    failed: (error, request) =>
      warned(request?.id === undefined ? sentenceOf(error) : `${sentenceOf(error)} (request ${request.id})`),
  };
}

/** A JSON value a line, on the standard output: each request, and all the rest (`level` in words, `time` in RFC 3339). */
function jsonLog(): Log {
  const log = pino({
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (level) => ({ level }) },
    messageKey: 'message',
  });
  return {
    said: (sentence) => log.info(sentence),
    warned: (sentence) => log.warn(sentence),
    failed: (error, request) =>
      log.error(
        { ...request, ...(isFault(error) && { stack: (error as Error).stack }) },
        (error as Error).message,
      ),
    answered: (request) => log.info(request, 'request'),
  };
}

function isFault(error: unknown): boolean {
  return !(error instanceof GreffeError);
}

function sentenceOf(error: unknown): string {
  if (error instanceof GreffeError) return `${error.message} ${error.remedy ?? ''}`.trim();
  return (error as Error).stack ?? String(error);
}

/** Reports what lasts, and is met again every few seconds, once. */
export function failedOnce(log: Log): (error: unknown) => void {
  let last: string | undefined;
  return (error) => {
    if ((error as Error).message === last) return;
    last = (error as Error).message;
    log.failed(error);
  };
}
