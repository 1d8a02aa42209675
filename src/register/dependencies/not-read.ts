/** Why a file that should tell dependencies tells none. */
export type DependencyFault = 'file-size' | 'encoding' | 'syntax' | 'other-format';

/** Thrown by the reader of a kind of file, caught where files are read. */
export class NotRead extends Error {
  readonly fault: DependencyFault;

  constructor(fault: DependencyFault) {
    super(fault);
    this.fault = fault;
  }
}
