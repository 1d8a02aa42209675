import { type Expression, parseExpression } from './pattern-syntax.ts';

/**
 * The regular expression of a schema, run in time proportional to the text: it comes from whoever can propose a change, and
 * a backtracking engine can be made to run for hours.
 */
export interface Pattern {
  readonly source: string;
  /** Whether the whole text matches, and how many steps it took to know. */
  test(text: string): { readonly matches: boolean; readonly steps: number };
}

type Instruction =
  | { readonly kind: 'character'; readonly accepts: (character: string) => boolean }
  | { readonly kind: 'split'; readonly first: number; second: number }
  | { readonly kind: 'jump'; target: number }
  | { readonly kind: 'match' };

const MAX_INSTRUCTIONS = 1_000;

/** Reads a regular expression; a text says what of it cannot be used. */
export function readPattern(source: string): Pattern | string {
  const expression = parseExpression(source);
  if (typeof expression === 'string') return expression;
  const program: Instruction[] = [];
  if (!emit(expression, program)) return 'it is too long, repetitions counted';
  program.push({ kind: 'match' });
  return { source, test: (text) => run(program, text) };
}

/** Writes the instructions of an expression; false when they are too many. */
function emit(expression: Expression, program: Instruction[]): boolean {
  if (program.length > MAX_INSTRUCTIONS) return false;
  switch (expression.kind) {
    case 'character':
      program.push(expression);
      return true;
    case 'sequence':
      return expression.items.every((item) => emit(item, program));
    case 'choice':
      return emitChoice(expression.items, program);
    case 'repeat':
      return emitRepeat(expression, program);
  }
}

function emitChoice(items: readonly Expression[], program: Instruction[]): boolean {
  const jumps: { target: number }[] = [];
  for (const [index, item] of items.entries()) {
    const split = { kind: 'split' as const, first: program.length + 1, second: 0 };
    const more = index < items.length - 1;
    if (more) program.push(split);
    if (!emit(item, program)) return false;
    if (!more) break;
    const jump = { kind: 'jump' as const, target: 0 };
    program.push(jump);
    jumps.push(jump);
    split.second = program.length;
  }
  for (const jump of jumps) jump.target = program.length;
  return true;
}

function emitRepeat({ item, min, max }: Expression & { kind: 'repeat' }, program: Instruction[]): boolean {
  for (let count = 0; count < min; count += 1) if (!emit(item, program)) return false;
  if (max === Number.POSITIVE_INFINITY) {
    const split = { kind: 'split' as const, first: program.length + 1, second: 0 };
    const start = program.push(split) - 1;
    if (!emit(item, program)) return false;
    program.push({ kind: 'jump', target: start });
    split.second = program.length;
    return true;
  }
  const splits: { second: number }[] = [];
  for (let count = min; count < max; count += 1) {
    const split = { kind: 'split' as const, first: program.length + 1, second: 0 };
    program.push(split);
    splits.push(split);
    if (!emit(item, program)) return false;
  }
  for (const split of splits) split.second = program.length;
  return true;
}

/** Follows all the ways through the program at once (Thompson's construction). */
function run(program: readonly Instruction[], text: string): { matches: boolean; steps: number } {
  const marks = new Int32Array(program.length).fill(-1);
  let steps = 0;
  const reach = (states: number[], start: number, mark: number) => {
    const pending = [start];
    for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
      if (marks[at] === mark) continue;
      marks[at] = mark;
      steps += 1;
      const instruction = program[at] as Instruction;
      if (instruction.kind === 'jump') pending.push(instruction.target);
      else if (instruction.kind === 'split') pending.push(instruction.second, instruction.first);
      else states.push(at);
    }
  };
  let states: number[] = [];
  let mark = 0;
  reach(states, 0, mark);
  for (const character of text) {
    const next: number[] = [];
    mark += 1;
    for (const at of states) {
      const instruction = program[at] as Instruction;
      if (instruction.kind === 'character' && instruction.accepts(character)) reach(next, at + 1, mark);
    }
    states = next;
    if (states.length === 0) return { matches: false, steps };
  }
  return { matches: states.some((at) => program[at]?.kind === 'match'), steps };
}
