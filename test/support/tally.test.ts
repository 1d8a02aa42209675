import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from './folder.ts';

async function tally(report: unknown, ...checks: readonly string[]) {
  const path = join(await temporaryFolder('tally'), 'report.json');
  if (report) writeFileSync(path, JSON.stringify(report));
  const script = join(import.meta.dirname, 'tally.ts');
  const { stdout, status } = spawnSync('node', [script, path, ...checks], { encoding: 'utf8' });
  return { last: stdout.trim(), status };
}

const file = (status: string, ...tests: readonly string[]) => ({
  status,
  assertionResults: tests.map((test) => ({ status: test })),
});

test('tests and checks are counted, and all passing is a success', async () => {
  const report = { testResults: [file('passed', 'passed', 'passed'), file('passed', 'passed', 'skipped')] };
  expect(await tally(report, 'lint=0', 'types=0', 'tests=0')).toEqual({
    last: '5 passed, 0 failed, 1 skipped',
    status: 0,
  });
});

test('a failed test, a failed check and a file that cannot be loaded each count', async () => {
  const report = { testResults: [file('failed', 'passed', 'failed'), file('failed')] };
  expect(await tally(report, 'lint=1', 'types=0', 'tests=1')).toEqual({
    last: '2 passed, 3 failed',
    status: 1,
  });
});

test('a run that failed with no failed test, or left no report, is a failure', async () => {
  const report = { testResults: [file('passed', 'passed')] };
  expect(await tally(report, 'tests=1')).toEqual({ last: '1 passed, 1 failed', status: 1 });
  expect(await tally(null, 'tests=1')).toEqual({ last: '0 passed, 1 failed', status: 1 });
});
