import { type FileHandle, open } from 'node:fs/promises';
import { SEVERITIES, type Severity } from '../../config/check-rules.ts';
import { Invalid } from '../../config/errors.ts';
import { readPubliccode } from '../../register/publiccode/check.ts';
import { MAX_BYTES } from '../../register/publiccode/read-yaml.ts';
import { choice } from '../choice.ts';
import { type Command, DONE, FAILED, type Values } from '../command.ts';
import { writeOut } from '../write-out.ts';
import { type CheckedFile, countBySeverity, jsonReport, textReport } from './report.ts';

const FORMATS = ['text', 'json'] as const;
const FAILING = [...SEVERITIES, 'never'] as const;

export const publiccodeCheck: Command = {
  name: 'check',
  summary: 'say what is wrong in publiccode.yml files',
  help: `Usage: greffe publiccode check FILE… [--format text|json] [--fail-on error|warning|note|never]

Checks files by the version of the publiccode.yml standard that each of them claims (0.1 to 0.7, and 1): keys, values,
what is mandatory, deprecated, or gone. Nothing is asked of the network.

  FILE             a publiccode.yml; - is the standard input
  --format FORMAT  text (default): file:line:column: severity: what is wrong, what to do [rule]; or json
  --fail-on LEVEL  the least severity that makes the exit code 1 (default: warning)

Exit codes: 0 nothing of that severity, 1 something, 2 the command was misused or a file cannot be read.
`,
  options: { format: { type: 'string' }, 'fail-on': { type: 'string' } },
  positionals: Number.POSITIVE_INFINITY,
  async run(values: Values, paths: readonly string[]) {
    if (paths.length === 0)
      throw new Invalid('Which file is to be checked is not said.', 'Name one, or - for the standard input.');
    const format = choice(values, 'format', FORMATS) ?? 'text';
    const failOn = choice(values, 'fail-on', FAILING) ?? 'warning';
    const today = new Date().toISOString().slice(0, 10);
    const files: CheckedFile[] = [];
    for (const path of paths) {
      const { version, findings } = readPubliccode(await readBounded(path), { today });
      files.push({ path: path === '-' ? '(standard input)' : path, version, findings });
    }
    await writeOut(format === 'json' ? jsonReport(files) : textReport(files));
    return isFailing(files, failOn) ? FAILED : DONE;
  },
};

function isFailing(files: readonly CheckedFile[], failOn: Severity | 'never'): boolean {
  const counts = countBySeverity(files);
  return (
    failOn !== 'never' && SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1).some((one) => counts[one] > 0)
  );
}

/** The bytes of a file, or as many as show that it is too large. */
async function readBounded(path: string): Promise<Uint8Array> {
  if (path === '-') return await firstBytes(process.stdin);
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    return await firstBytes(file.createReadStream({ end: MAX_BYTES }));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new Invalid(`There is no file ${path}.`, 'Look at its name.');
    if (code === 'EISDIR') throw new Invalid(`${path} is a folder.`, 'Name the publiccode.yml in it.');
    if (code === 'EACCES' || code === 'EPERM')
      throw new Invalid(`${path} may not be read.`, 'Look at who may read it.');
    throw error;
  } finally {
    await file?.close();
  }
}

async function firstBytes(stream: NodeJS.ReadableStream): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MAX_BYTES) break;
  }
  return Buffer.concat(chunks);
}
