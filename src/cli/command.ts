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
  readonly positionals: number;
  run(
    values: Readonly<Record<string, string | boolean | undefined>>,
    positionals: readonly string[],
  ): Promise<number>;
}

/** Exit codes: the command did its work; it could not; it was not understood. */
export const DONE = 0;
export const FAILED = 1;
export const MISUSED = 2;

/** Runs the command that `args` name; gives the exit code. What goes wrong is said in one sentence, with the remedy. */
export async function runCommand(
  commands: readonly Command[],
  args: readonly string[],
  version: string,
): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(overview(commands));
    return name === undefined ? MISUSED : DONE;
  }
  if (name === '--version' || name === 'version') {
    process.stdout.write(`greffe ${version}\n`);
    return DONE;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) return misused(`There is no command ${JSON.stringify(name)}.`, 'See greffe --help.');
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({
      args: rest,
      options: { ...command.options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
  } catch (error) {
    const said = (error as Error).message.split('. ', 1)[0] as string;
    return misused(`${said.replace(/\.$/, '')}.`, `See greffe ${name} --help.`);
  }
  if (parsed.values.help) {
    process.stdout.write(command.help);
    return DONE;
  }
  if (parsed.positionals.length > command.positionals) {
    return misused(
      `greffe ${name} does not know what to do with ${parsed.positionals.at(-1)}.`,
      `See greffe ${name} --help.`,
    );
  }
  try {
    return await command.run(
      parsed.values as Record<string, string | boolean | undefined>,
      parsed.positionals,
    );
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

function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return [
    'greffe: a public wiki kept in Git',
    '',
    'Usage: greffe COMMAND [ARGUMENTS]',
    '',
    ...lines,
    '',
    'greffe COMMAND --help says more. Environment: GREFFE_DATA, GREFFE_DATABASE_URL, GREFFE_HOOK_TOKEN, GREFFE_METRICS_TOKEN.',
    '',
  ].join('\n');
}
