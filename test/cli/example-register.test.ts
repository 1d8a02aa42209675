import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { serveForges } from '../../examples/forges/serve.ts';
import { example } from '../support/example.ts';
import { temporaryFolder } from '../support/folder.ts';
import { finished, isBuilt, serving } from '../support/greffe.ts';

const text = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe.skipIf(!isBuilt)('the example', () => {
  test('harvested from two forges of its own, is browsed, searched, exported, cloned and followed', {
    timeout: 180_000,
  }, async () => {
    const wiki = await example();
    const site = await serving(wiki);
    await using forges = await serveForges();
    const env = { GREFFE_HARVEST_PRIVATE: forges.addresses };
    const harvested = await finished(['harvest', '--wiki', wiki, '--data', site.data], { env });
    expect(harvested.said).toMatch('20 repositories added, 0 changed');
    expect(harvested.code).toBe(0);
    const again = await finished(['harvest', '--wiki', wiki, '--data', site.data], { env });
    expect(again.said).toMatch('20 as before: nothing new');

    // The server follows what another process recorded.
    await expect
      .poll(async () => text((await site.get('/-/code?lang=en')).text), { timeout: 20_000 })
      .toContain('20 repositories');
    expect((await site.get('/-/code?q=mar%C3%A9es')).text).toContain('ports/marees');
    expect((await site.get('/-/code?organisation=culture')).text).toContain('pret-entre-iles');
    expect((await site.get('/-/code/repository/git.ports.example/ports/marees')).text).toContain('Python');
    expect((await site.get('/-/code/dependencies/pkg:npm/vue')).text).toContain('places-a-quai');
    expect((await site.get('/-/code/remarkable')).text).toContain('fonds-marins');

    const { text: csv } = await site.get('/-/code/repositories.csv');
    expect(csv.trimEnd().split('\r\n')).toHaveLength(21);
    const { text: followed } = await site.get('/-/code/statistics/accounts-followers.csv');
    expect(followed).toContain('"Atelier du logiciel libre",5,214');
    expect((await site.get('/-/code/forges.csv')).text).toContain('"git.ports.example","gitlab",2,6,"ports"');
    const { text: feed } = await site.get('/-/code/latest-releases.xml?q=mar%C3%A9es');
    expect(XMLValidator.validate(feed)).toBe(true);
    expect(feed).toContain('marees 5.0.0');

    const clone = join(await temporaryFolder('clone'), 'register');
    await promisify(execFile)('git', [
      'clone',
      '--quiet',
      `http://localhost:${site.port}/-/code/register.git`,
      clone,
    ]);
    const { stdout } = await promisify(execFile)('git', ['-C', clone, 'log', '--format=%s']);
    expect(stdout.trim()).toBe('Harvest of 2 forges');
  });
});
