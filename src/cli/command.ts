import { type ParseArgsConfig, parseArgs } from 'node:util';
import { GreffeError, Invalid } from '../config/errors.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** The command line's words for one thing that Greffe does. */
export interface Command {
  readonly name: string;
  /** One line, for the list of commands. */
  readonly summary: string;
  readonly help: string;
  readonly options: Options;
  /** How many it takes at most. */
  readonly positionals: number;
  run(values: Values, positionals: readonly string[]): Promise<number>;
}

/** Commands that share their first word. */
export interface CommandGroup {
  readonly name: string;
  readonly summary: string;
  readonly commands: readonly (Command | CommandGroup)[];
}

export type Values = Readonly<Record<string, string | boolean | undefined>>;

/** Exit codes: the command did its work; it could not; it was not understood. */
export const DONE = 0;
export const FAILED = 1;
export const MISUSED = 2;

/** Commands by name, each of which is loaded when it is wanted. */
export type Commands = Readonly<Record<string, () => Promise<Command | CommandGroup>>>;

/** Runs the command that `args` name; gives the exit code. What goes wrong is said in one sentence, with the remedy. */
export async function runCommand(
  commands: Commands,
  [name, ...rest]: readonly string[],
  version: string,
): Promise<number> {
  if (name === '--version' || name === 'version') {
    process.stdout.write(`greffe ${version}\n`);
    return DONE;
  }
  if (isHelp(name)) {
    const all = await Promise.all(Object.values(commands).map((load) => load()));
    return helped(overview('greffe', all, 'a public wiki kept in Git'), name);
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  return await runNamed('greffe', name, await load?.(), rest);
}

async function runNamed(
  spoken: string,
  name: string,
  command: Command | CommandGroup | undefined,
  args: readonly string[],
): Promise<number> {
  const said = `${spoken} ${name}`;
  if (!command) return misused(`There is no command ${JSON.stringify(name)}.`, `See ${spoken} --help.`);
  if (!('commands' in command)) return await runOne(said, command, args);
  const [next, ...rest] = args;
  if (isHelp(next)) return helped(overview(said, command.commands, command.summary), next);
  const found = command.commands.find((candidate) => candidate.name === next);
  return await runNamed(said, next, found, rest);
}

function isHelp(name: string | undefined): name is undefined | '--help' | '-h' | 'help' {
  return name === undefined || name === '--help' || name === '-h' || name === 'help';
}

/** An overview that nobody asked for tells of a command that is missing. */
function helped(text: string, name: string | undefined): number {
  process.stdout.write(text);
  return name === undefined ? MISUSED : DONE;
}

async function runOne(spoken: string, command: Command, args: readonly string[]): Promise<number> {
  const remedy = `See ${spoken} --help.`;
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({
      args: [...args],
      options: { ...command.options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
  } catch (error) {
    const said = (error as Error).message.split('. ', 1)[0] as string;
    return misused(`${said.replace(/\.$/, '')}.`, remedy);
  }
  if (parsed.values.help) {
    process.stdout.write(command.help);
    return DONE;
  }
  if (parsed.positionals.length > command.positionals)
    return misused(`${spoken} does not know what to do with ${parsed.positionals.at(-1)}.`, remedy);
  try {
    return await command.run(parsed.values as Values, parsed.positionals);
  } catch (error) {
    if (!(error instanceof GreffeError)) throw error;
    process.stderr.write(`greffe: ${error.message}${error.remedy ? ` ${error.remedy}` : ''}\n`);
    return error instanceof Invalid ? MISUSED : FAILED;
  }
}

function misused(sentence: string, remedy: string): number {
  process.stderr.write(`greffe: ${sentence} ${remedy}\n`);
  return MISUSED;
}

const ENVIRONMENT =
  'Environment: GREFFE_DATA, GREFFE_DATABASE_URL, GREFFE_HOOK_TOKEN, GREFFE_METRICS_TOKEN, those of docs/reference/operating.md for mail, and of docs/reference/members.md for signing in.';

function overview(spoken: string, commands: readonly (Command | CommandGroup)[], about: string): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  const isWhole = spoken === 'greffe';
  return [
    `${spoken}: ${about}`,
    '',
    `Usage: ${spoken} COMMAND [ARGUMENTS]`,
    '',
    ...lines,
    '',
    `${spoken} COMMAND --help says more.${isWhole ? ` ${ENVIRONMENT}` : ''}`,
    '',
  ].join('\n');
}
