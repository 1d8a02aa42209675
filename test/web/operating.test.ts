import { expect, test } from 'vitest';
import type { AnsweredRequest } from '../../src/web/request-log.ts';
import { repository } from '../support/git.ts';
import { served } from '../support/served.ts';

test('a wiki that is served is well, at the commit it shows', async () => {
  const wiki = await repository({ 'index.md': '# Accueil' });
  await using site = await served(wiki);
  const { status, headers, text } = await site.get('/-/health');
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('application/json; charset=utf-8');
  expect(headers['cache-control']).toBe('no-store');
  expect(JSON.parse(text)).toMatchObject({ status: 'ok', commit: await site.wiki.indexedCommit() });
});

test('a wiki that has no index yet cannot serve', async () => {
  await using site = await served({ 'index.md': '# Accueil' }, { indexed: false });
  const { status, text } = await site.get('/-/health');
  expect(status).toBe(503);
  expect(JSON.parse(text).status).toBe('preparing');
});

test('a wiki whose last update failed goes on, and says since when', async () => {
  const wiki = await repository({ 'index.md': '# Accueil' });
  await using site = await served(wiki);
  await wiki.git(['update-ref', '-d', 'HEAD']);
  await expect(site.wiki.update()).rejects.toThrow('no longer in the repository');
  const { status, text } = await site.get('/-/health');
  expect(status).toBe(200);
  expect(JSON.parse(text)).toMatchObject({
    status: 'behind',
    failedAt: expect.stringMatching(/^\d{4}-.*Z$/),
  });
});

test('a database that does not answer is told without its address', async () => {
  await using site = await served({ 'index.md': '# Accueil' });
  await site.wiki.database.reader.destroy();
  const { status, text } = await site.get('/-/health');
  expect(status).toBe(503);
  expect(JSON.parse(text).status).toBe('failing');
  expect(Object.keys(JSON.parse(text))).toEqual(['status', 'updatedAt']);
});

test('the metrics count the answers that were made and those that were kept', async () => {
  await using site = await served({ 'index.md': '# Accueil' });
  for (let i = 0; i < 3; i++) await site.get('/');
  const { status, headers, text } = await site.get('/-/metrics');
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
  expect(text).toContain('greffe_kept_answers_sent_total{status="200"} 2');
  expect(text).toContain('greffe_request_duration_seconds_count{status="200"} 1');
  expect(text).toContain('greffe_index_failing 0');
  expect(text).toContain('# TYPE greffe_index_failures_total counter\ngreffe_index_failures_total 0\n');
  expect(text).toMatch(/^process_resident_memory_bytes \d+/m);
});

test('every line of the metrics is one that Prometheus reads', async () => {
  await using site = await served({ 'index.md': '# Accueil' });
  const lines = (await site.get('/-/metrics')).text.trimEnd().split('\n');
  const sample = /^[a-z_][a-z0-9_]*(?:\{(?:[a-z_]+="[^"]*",?)*\})? (?:[\d.e+-]+|NaN)$/i;
  expect(
    lines.filter((line) => line !== '' && !/^# (?:HELP|TYPE) /.test(line) && !sample.test(line)),
  ).toEqual([]);
});

test('the metrics are for who names their token, where there is one', async () => {
  await using site = await served({ 'index.md': '# Accueil' }, { metricsToken: 'secret' });
  expect((await site.get('/-/metrics')).status).toBe(401);
  expect((await site.get('/-/metrics', { authorization: 'Bearer secre' })).status).toBe(401);
  expect((await site.get('/-/metrics', { authorization: 'Bearer secret' })).status).toBe(200);
});

test('the log is told of each request, under the name that a proxy gave it', async () => {
  const log: AnsweredRequest[] = [];
  await using site = await served({ 'index.md': '# Accueil' }, { answered: (line) => log.push(line) });
  const ids = [];
  for (const id of ['proxy-1', 'proxy-2', 'not one\tof ours'])
    ids.push((await site.get('/?a=b', { 'x-request-id': id })).headers['x-request-id']);
  await expect.poll(() => log.length).toBe(3);
  expect(ids.slice(0, 2)).toEqual(['proxy-1', 'proxy-2']);
  expect(ids[2]).toMatch(/^[0-9a-f-]{13}$/);
  expect(log.map(({ id }) => id)).toEqual(ids);
  expect(log[0]).toMatchObject({ method: 'GET', target: '/?a=b', status: 200 });
});

test('a page that fails gives its reader what the log calls it', async () => {
  const failures: unknown[] = [];
  await using site = await served({ 'index.md': '# Accueil' });
  await site.wiki.database.reader.destroy();
  const { status, headers, text } = await site.get('/', { 'accept-language': 'fr' });
  failures.push(...site.reports);
  expect(status).toBeGreaterThanOrEqual(500);
  expect(text).toContain(`<code>${headers['x-request-id']}</code>`);
  expect(failures).toHaveLength(1);
});

test('an index is made again from nothing while the wiki is served', async () => {
  const wiki = await repository({ 'index.md': '# Accueil', 'a.md': '# A' });
  await using site = await served(wiki);
  const rebuilding = site.wiki.update({ rebuild: true });
  const answers = await Promise.all(Array.from({ length: 20 }, () => site.get('/a')));
  await rebuilding;
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect((await site.get('/a')).status).toBe(200);
});
