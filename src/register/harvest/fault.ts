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

  constructor(reason: FaultReason, url: string) {
    super(`${url}: ${reason}`);
    this.reason = reason;
    this.url = url;
  }
}
