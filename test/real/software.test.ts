import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { softwareFacts } from '../../src/register/software/catalogue.ts';
import { eventsOfCommit, softwareCommits } from '../../src/store/software-events.ts';
import { readTrainings } from '../../src/wiki/software-files/trainings.ts';
import { apiOf } from '../support/api-answers.ts';
import { Repository } from '../support/git.ts';
import { hasRealCode, hasRealWiki, realCode, realWiki } from '../support/real-wiki.ts';
import { servedSoftware } from '../support/software.ts';

const LIST = 'marches-logiciels-libres-liste-logiciels.csv';

describe.skipIf(!hasRealWiki)('the real list of supported software', () => {
  let site: Awaited<ReturnType<typeof servedSoftware>>;
  let list: string;
  beforeAll(async () => {
    const folder = await realWiki();
    list = await readFile(join(folder, LIST), 'utf8');
    const wiki = new Repository(join(folder, '.git'), 'master');
    await wiki.commit('Réglages', { 'greffe.yml': `software:\n  table: ${LIST}\n` });
    site = await servedSoftware(wiki);
  });
  afterAll(() => site?.[Symbol.asyncDispose]());
  test('is the catalogue of its 497 rows, and nothing in it is wrong', async () => {
    const { text } = await site.get('/-/software');
    expect(text).toContain('497\u00a0logiciels');
    expect(text).toMatch(/critical=yes"[^>]*>Critique <span class="count">326</);
    expect((await softwareFacts(site.wiki.database.reader))?.findings).toEqual([]);
  });

  test('is answered to programs whole, as the API describes it', async () => {
    const api = await apiOf(site);
    const { json } = await api.ask('/software?limit=500&sort=table');
    expect([json.total, json.items.length, json.next]).toEqual([497, 497, null]);
    const last = await api.ask(`/software/${json.items[496].key}`);
    expect(last.json.history).toMatchObject([{ kind: 'added' }]);
    const { json: changes } = await api.ask('/software/changes');
    expect(changes.items).toMatchObject([{ changeCount: 497 }]);
    expect(changes.items[0].changes).toHaveLength(300);
  });

  test('came whole with its first version, and its columns were only put in another order since', async () => {
    const commits = await softwareCommits(site.wiki.database.reader, { limit: 10 });
    expect(commits.map(({ count }) => count)).toEqual([497]);
    const events = await eventsOfCommit(site.wiki.database.reader, commits[0]?.commit_id ?? '', 1_000);
    expect(events.every(({ kind }) => kind === 'added')).toBe(true);
  });

  test('keeps each row through an edit, a former form without header, and a renamed column', async () => {
    const rows = list.trimEnd().split('\n');
    const names = rows.slice(1).map((row) => row.replace(/^\d+,("[^"]*"|[^,]*),.*$/s, '$1'));
    await site.push('Les noms seulement', { [LIST]: `${names.join('\n')}\n` });
    expect((await site.get('/-/software')).text).toContain('497\u00a0logiciels');
    await site.push('Le tableau à nouveau', { [LIST]: list.replace('27,Grafana,Oui', '27,Grafana,Non') });
    const page = (await site.get('/-/software/27')).text;
    expect(page).toContain('Grafana');
    expect(page.match(/Ajouté au tableau/g)).toHaveLength(1);
    await site.push('Une colonne renommée', { [LIST]: list.replace('Logiciel', 'Produit') });
    const text = (await site.get('/-/software')).text;
    expect(text).toContain('497\u00a0logiciels');
    expect(text).toContain('software.columns.name');
  });
});

describe.skipIf(!hasRealCode)('the real list of courses', () => {
  test('is read whole', async () => {
    const { value, findings } = readTrainings(
      await readFile(join(realCode, 'formations-logiciels-libres.yml'), 'utf8'),
    );
    expect(findings).toEqual([]);
    expect(value.length).toBeGreaterThan(10);
    expect(value.every(({ courses, organisation }) => organisation !== '' && courses.length > 0)).toBe(true);
  });
});
