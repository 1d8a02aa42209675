/**
 * The last line of `script/test`: `N passed, N failed`, with `, N skipped` when some were; then the exit code.
 *
 *     node test/support/tally.ts REPORT lint=0 types=0 tests=1
 *
 * REPORT is vitest's JSON; each other argument a check and its exit code, counted as one more.
 */
import { existsSync, readFileSync } from 'node:fs';

interface Report {
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

const [path = '', ...checks] = process.argv.slice(2);
const report: Report | null = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;

const files = report?.testResults ?? [];
const states = files.flatMap((file) => file.assertionResults.map(({ status }) => status));
const count = (...wanted: readonly string[]) => states.filter((status) => wanted.includes(status)).length;
// A file that could not even be loaded has no test to count
const broken = files.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;

let passed = count('passed');
let failed = count('failed') + broken;
const skipped = count('skipped', 'pending', 'todo', 'disabled');
const testsFailed = failed > 0;
for (const check of checks) {
  const [name, code] = check.split('=');
  // The tests' own exit code says no more than their count, unless it failed for another reason
  if (name === 'tests' && (code === '0' || testsFailed)) continue;
  if (code === '0') passed += 1;
  else failed += 1;
}

console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exit(failed ? 1 : 0);
