import { expect, test } from 'vitest';
import { HarvestWorker } from '../../src/register/harvest/harvest-worker.ts';
import { onEachEngine } from '../support/engines.ts';
import { falseForge } from '../support/forge.ts';
import { registerOf } from '../support/register.ts';

const DAY = 86_400;
const NOON = 1_700_049_600;

onEachEngine('the harvest by the clock', (engine) => {
  async function scheduled() {
    let onAsked = () => {};
    const forge = await falseForge((path) => {
      onAsked();
      if (path === '/api/v1/users/ville') return { json: { id: 1, login: 'ville' } };
      const one = {
        id: 2,
        name: 'outil',
        html_url: `${forge.origin}/ville/outil`,
        owner: { login: 'ville' },
      };
      return path === '/api/v1/users/ville/repos'
        ? { json: [one], headers: { link: '</>; rel="first"' } }
        : { status: 404 };
    });
    const { wiki, place, git, reader } = await registerOf(
      {
        'index.md': '# Accueil',
        'greffe.yml': 'register: { accounts: comptes.yml, harvest: daily at 11:00 }\n',
        'comptes.yml': `"${forge.host}": { forge: forgejo, owners: { ville: {} } }\n`,
      },
      engine,
    );
    const told: unknown[] = [];
    const worker = () =>
      new HarvestWorker({
        // What it takes of a wiki.
        wiki: { database: wiki.database, objects: wiki.context.objects, site: wiki.site } as never,
        dataFolder: place.dataFolder,
        choices: {
          tokens: new Map(),
          privateOrigins: new Map([[forge.host, forge.origin]]),
          contact: undefined,
        },
        said: (sentence) => told.push(sentence),
        failed: (error) => told.push(error),
      });
    const askedOf = () => forge.asked.filter((path) => path === '/api/v1/users/ville').length;
    return { worker, told, askedOf, git, reader, onAsked: (work: () => void) => (onAsked = work) };
  }

  test('is done once a day, by one of the processes that share a database', async () => {
    const { worker, told, askedOf } = await scheduled();
    const [one, other] = [worker(), worker()];
    await Promise.all([one.look(NOON), other.look(NOON)]);
    await one.look(NOON + 60);
    await other.look(NOON + DAY - 7_200);
    expect([askedOf(), told]).toEqual([1, ['Harvest: 1 repositories added, 0 changed']]);
    await other.look(NOON + DAY);
    expect(askedOf()).toBe(2);
    await Promise.all([one.close(), other.close()]);
  });

  test('is left when the server stops, and taken up after', async () => {
    const { worker, told, askedOf, onAsked, reader } = await scheduled();
    const first = worker();
    onAsked(() => void first.close());
    await first.look(NOON);
    expect([told, await reader.selectFrom('lease').selectAll().execute()]).toEqual([[], []]);
    onAsked(() => {});
    const second = worker();
    await second.look(NOON + 60);
    expect(told).toEqual(['Harvest: 1 repositories added, 0 changed']);
    expect(askedOf()).toBeGreaterThan(0);
    await second.close();
  });
});
