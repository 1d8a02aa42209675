/**
 * The door of `script/bench`: [serving] [start] [push] [build] [check] [tables] [search] [mail] [lists] [proposals] [contributions] [code] [register-harvest] [exports] [--large] [--pages N] [--install]
 *
 * Prints one table and writes what it was made from to bench/results/.
 */
import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, release, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from './build.ts';
import { check } from './check.ts';
import { code } from './code.ts';
import { contributions } from './contributions.ts';
import { lists } from './lists.ts';
import { mail } from './mail.ts';
import { has } from './process.ts';
import { proposals } from './proposals.ts';
import { push } from './push.ts';
import { registerExport } from './register-export.ts';
import { registerHarvest } from './register-harvest.ts';
import { type Result, type Row, table } from './result.ts';
import { search } from './search.ts';
import { serving } from './serving.ts';
import { start } from './start.ts';
import { tables } from './tables.ts';

const benches: Readonly<Record<string, (pages: number) => Promise<Result>>> = {
  serving,
  start,
  push,
  build,
  check,
  tables,
  mail,
  lists,
  proposals,
  contributions,
  'register-harvest': registerHarvest,
  code: () => code(values.large ? 1_000_000 : 50_000),
  exports: registerExport,
  search: () => search([10_000, ...(values.large ? [1_000_000] : [])]),
};
const peers = ['hugo', 'nginx', 'wrk'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    large: { type: 'boolean', default: false },
    pages: { type: 'string' },
    install: { type: 'boolean', default: false },
  },
});
const names = positionals.length ? positionals : Object.keys(benches);
const unknown = names.find((name) => !benches[name]);
if (unknown) {
  console.error(`bench: there is no ${unknown}; there are ${Object.keys(benches).join(', ')}`);
  process.exit(64);
}
if (values.install) execFileSync('apt-get', ['install', '-y', '-qq', ...peers], { stdio: 'inherit' });
const absent = peers.filter((peer) => !has(peer));
if (absent.length) console.error(`Left out, not installed: ${absent.join(', ')} (--install installs them)`);

const sizes = values.pages ? [Number(values.pages)] : [10_000, ...(values.large ? [100_000] : [])];
const rows: Row[] = [];
for (const pages of sizes) {
  for (const name of names) {
    if (!ofPages(name) && pages !== sizes[0]) continue;
    const result = await benches[name]?.(pages);
    if (!result) continue;
    rows.push(
      ...result.rows.map((row) => ({
        ...row,
        work: ofPages(name) ? `${pages.toLocaleString('en')} pages: ${row.work}` : row.work,
      })),
    );
    await keep(name, pages, result);
  }
}
console.log(`\n${table(rows)}`);

/** Whether what is measured depends on how many pages the wiki has. */
function ofPages(name: string): boolean {
  return !['tables', 'search', 'code', 'register-harvest', 'exports', 'mail', 'lists'].includes(name);
}

async function keep(name: string, pages: number, result: Result): Promise<void> {
  const folder = fileURLToPath(new URL('results/', import.meta.url));
  const date = new Date();
  const machine = {
    processor: cpus()[0]?.model,
    cores: cpus().length,
    memory: totalmem(),
    kernel: release(),
    node: process.version,
  };
  const stamp = date.toISOString().slice(0, 16).replace(/:/g, '');
  const content = { name, pages, date, commit: commit(), machine, ...result };
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}${stamp}-${name}-${pages}.json`, `${JSON.stringify(content, null, 2)}\n`);
}

/** The commit measured, `+` when files had changed since; `null` outside a repository. */
function commit(): string | null {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty=+'], {
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim();
  } catch {
    return null;
  }
}
