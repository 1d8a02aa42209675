/** Why a patch does not apply to a file. */
export interface ApplyFault {
  readonly kind: 'differs' | 'missing' | 'exists' | 'corrupt' | 'path' | 'other';
  /** The file, where git says which. */
  readonly path: string | undefined;
  /** The line where the hunk should have applied, or of the patch where it is corrupt. */
  readonly line: number | undefined;
}

const FAULTS: readonly (readonly [RegExp, ApplyFault['kind']])[] = [
  [/^patch failed: (?<path>.+):(?<line>\d+)$/, 'differs'],
  [/^(?<path>.+): (?:does not exist in index|No such file or directory)$/, 'missing'],
  [/^(?<path>.+): already exists in (?:index|working directory)$/, 'exists'],
  [/^corrupt (?:binary )?patch at line (?<line>\d+)/, 'corrupt'],
  [/^patch fragment without header at line (?<line>\d+)/, 'corrupt'],
  [/^(?:No valid patches in input|patch with only garbage at line (?<line>\d+))/, 'corrupt'],
  [/^git (?:diff )?header lacks filename information/, 'corrupt'],
  [/^git apply: bad git-diff - .* on line (?<line>\d+)/, 'corrupt'],
  [/^invalid path '(?<path>.+)'$/, 'path'],
  [/^(?<path>.+): is beyond a symbolic link$/, 'path'],
  [/^(?<path>.+): patch does not apply$/, 'differs'],
  [/^(?<path>.+): wrong type$/, 'missing'],
];

/** What `git apply` says is wrong, each once. */
export function applyFaults(stderr: string): ApplyFault[] {
  const faults: ApplyFault[] = [];
  for (const [, said = ''] of stderr.matchAll(/^(?:error|fatal): (.*)$/gm)) {
    const found = FAULTS.map(([pattern, kind]) => ({ kind, match: pattern.exec(said) })).find(
      ({ match }) => match,
    );
    const { path, line } = found?.match?.groups ?? {};
    const fault: ApplyFault = {
      kind: found?.kind ?? 'other',
      path,
      line: line === undefined ? undefined : Number(line),
    };
    // What is said of a hunk is said of its file again.
    const isSaid = faults.some((known) => known.path === fault.path && known.kind === fault.kind);
    if (!isSaid) faults.push(fault);
  }
  return faults.length > 0 ? faults : [{ kind: 'other', path: undefined, line: undefined }];
}
