/** Why a forge did not tell what it was asked. */
export type FaultReason =
  | 'not-found'
  | 'gone'
  | 'refused'
  | 'too-many-requests'
  | 'forge-fault'
  | 'no-answer'
  | 'private-network'
  | 'too-large'
  | 'not-json'
  | 'sign-in-page'
  | 'too-many-redirects'
  | 'budget';

/** What came of a request that gave nothing; the account stays as it was. */
export class ForgeFault extends Error {
  readonly reason: FaultReason;
  readonly url: string;
  /** What the forge answered, where that is why. */
  readonly status: number | undefined;

  constructor(reason: FaultReason, url: string, status?: number) {
    super(`${url}: ${reason}`);
    this.reason = reason;
    this.url = url;
    this.status = status;
  }
}
