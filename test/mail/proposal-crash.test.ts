import { spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { tokenHash } from '../../src/mail/tokens.ts';
import { decideWith } from '../../src/proposals/decide.ts';
import { proposalToken } from '../../src/store/proposal-tokens.ts';
import { proposalNumbered } from '../../src/store/proposals.ts';
import { placeOn } from '../support/engines.ts';
import { git } from '../support/git.ts';
import { proposing, proposingSettings } from '../support/proposing.ts';

const script = fileURLToPath(new URL('../support/proposal-process.ts', import.meta.url));

/** How many processes are killed; hundreds where there is time. */
const KILLS = Number(process.env.GREFFE_TEST_KILLS ?? 16);
const PROPOSALS = 8;

/** Numbers that look random and are the same in each run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

test(`a worker killed ${KILLS} times at any instant applies each proposal once, and tells it once`, {
  timeout: 60_000 + KILLS * 3_000,
}, async () => {
  const next = random(7);
  const place = await placeOn('sqlite');
  const here = await proposing({ 'index.md': '# Accueil\n' }, { place });
  const clone = await here.clone();
  for (let at = 1; at <= PROPOSALS; at++) {
    await git(clone.folder, ['reset', '--quiet', '--hard', 'origin/main']);
    await clone.commit(`Page ${at}`, { [`page-${at}.md`]: `# Page ${at}\n` });
    await here.receive(...(await clone.mails()));
  }
  const tokens: string[] = [];
  for (const { to, text } of await here.sent()) {
    const token = /\/decide\/([a-z2-7]+)/.exec(text)?.[1];
    if (to === 'mona@office.example' && token) tokens.push(token);
  }
  expect(tokens).toHaveLength(PROPOSALS);
  await here.worker.close();
  const run = async (ms: number | undefined) => {
    const child = spawn(process.execPath, [script, place.dataFolder, here.wiki.path, proposingSettings], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise((resolve) => child.once('close', resolve));
    const said = (word: string) =>
      new Promise<void>((resolve) =>
        child.stdout.on('data', (text: Buffer) => text.includes(word) && resolve()),
      );
    const settled = said('settled');
    await said('ready');
    await (ms === undefined ? settled : Promise.race([settled, setTimeout(ms)]));
    child.kill('SIGKILL');
    await ended;
  };
  for (let kill = 0; kill < KILLS; kill++) {
    // One more is decided now and then, so that there is always something to do.
    const token = kill % Math.ceil(KILLS / PROPOSALS) === 0 ? tokens.pop() : undefined;
    if (token && (await proposalToken(here.database.reader, tokenHash(token))))
      await here.database.write((writer) =>
        decideWith(writer, token, { kind: 'apply', because: '' }, here.deciders),
      );
    await run(next() * 400);
  }
  for (const token of tokens)
    await here.database.write((writer) =>
      decideWith(writer, token, { kind: 'apply', because: '' }, here.deciders),
    );
  await run(undefined);
  const subjects = (await git(here.wiki.path, ['log', '--format=%s', 'main'])).split('\n');
  const posted = await here.posted();
  for (let number = 1; number <= PROPOSALS; number++) {
    const proposal = await proposalNumbered(here.database.reader, number);
    expect(proposal).toMatchObject({ state: 'applied', asked: '' });
    expect(subjects.filter((subject) => subject === `Page ${number}`)).toHaveLength(1);
    const told = posted.filter(
      (text) => text.includes(`Page ${number} »`) || text.includes(`Page ${number}\u00a0»`),
    );
    expect(told, `proposal ${number}`).toHaveLength(1);
  }
  expect(await git(here.wiki.path, ['fsck', '--no-dangling'])).toBe('');
});
