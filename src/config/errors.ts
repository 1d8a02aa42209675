/**
 * The family of errors of this program. Each says, for a person, what happened and what to do about it; each is thrown
 * where it is found and becomes an HTTP status or an exit code in one place (`web/failures.tsx`, `cli/command.ts`).
 */
export abstract class GreffeError extends Error {
  /** The HTTP status that says the same thing. */
  abstract readonly status: 400 | 404 | 403 | 409 | 503;

  /** What the person can do, as one sentence. */
  readonly remedy: string | undefined;

  constructor(message: string, remedy?: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.remedy = remedy;
  }
}

/** What was asked for does not exist. */
export class NotFound extends GreffeError {
  readonly status = 404;
}

/** What was asked for is understood and not allowed. */
export class Refused extends GreffeError {
  readonly status = 403;
}

/** The input cannot be understood. */
export class Invalid extends GreffeError {
  readonly status = 400;
}

/** Somebody else holds, or has changed, what is needed. */
export class Conflict extends GreffeError {
  readonly status = 409;
}

/** It should work, and does not now: a missing program, a full disk, an object that is not here. */
export class Unavailable extends GreffeError {
  readonly status = 503;
}

/** It works, and too many ask for it at once. */
export class Busy extends Unavailable {
  /** When to ask again, in seconds from now (RFC 9110, section 10.2.3). */
  readonly retryAfter = 5;
}
