import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { serveForges } from './serve.ts';

/** Runs `greffe harvest` with these arguments while the forges of the example are there; ends as it does. */
await using forges = await serveForges();
const greffe = fileURLToPath(new URL('../../bin/greffe', import.meta.url));
const child = spawn(greffe, ['harvest', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, GREFFE_HARVEST_PRIVATE: forges.addresses },
});
const [status] = (await once(child, 'exit')) as [number | null];
process.exitCode = status ?? 1;
