import { Invalid } from '../../config/errors.ts';
import type { Fault } from './problem.ts';

/** Parameters that cannot be understood, with what was expected of each. */
export class BadQuery extends Invalid {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faults.map(({ parameter, detail }) => `${parameter}: ${detail}`).join('; '));
    this.faults = faults;
  }
}
