import { expect, test } from 'vitest';
import { dataFileAt, entryAt } from '../src/store/data-files.ts';
import { onEachEngine } from './support/engines.ts';
import { submodule, symlink } from './support/git.ts';
import { type IndexedWiki, indexed } from './support/wiki.ts';

const calendar = (...events: string[]) =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nX-WR-CALNAME:Réunions\r\n${events.join('')}END:VCALENDAR\r\n`;
const event = (uid: string, summary: string, start = '20250101T100000Z') =>
  `BEGIN:VEVENT\r\nUID:${uid}\r\nDTSTART:${start}\r\nSUMMARY:${summary}\r\nEND:VEVENT\r\n`;

/** The addresses of the entries of a file, in order. */
async function addresses({ database }: IndexedWiki, path: string): Promise<string[]> {
  const entries = await database.reader
    .selectFrom('entry')
    .select('address')
    .where('path', '=', path)
    .execute();
  return entries.map(({ address }) => address).sort();
}

onEachEngine('the index of data', (engine) => {
  test('holds each row of a table under its own address, with its words', async () => {
    const wiki = await indexed(
      { 'd/a b.csv': 'Id,Logiciel,Rôle\n1,Éditeur,écrire\nx/2,Navigateur,lire\n' },
      { place: await engine.place() },
    );
    expect(await addresses(wiki, 'd/a b.csv')).toEqual([
      '/-/table/d/a%20b.csv#row=1',
      '/-/table/d/a%20b.csv#row=x%2F2',
    ]);
    expect(await wiki.ask(entryAt, '/-/table/d/a%20b.csv#row=1')).toEqual({
      address: '/-/table/d/a%20b.csv#row=1',
      path: 'd/a b.csv',
      kind: 'row',
      title: 'Éditeur',
      text: '1 Éditeur écrire',
    });
  });

  test('counts the rows of a table and keeps its faults with their lines', async () => {
    const wiki = await indexed({ 'a.csv': 'A,B\n1,2\n1,2,3\n' }, { place: await engine.place() });
    const file = await wiki.ask(dataFileAt, 'a.csv');
    expect(file).toMatchObject({ kind: 'table', title: 'A', entries: 2, problem_count: 1 });
    expect(JSON.parse(file?.problems ?? '')).toMatchObject([{ line: 3 }]);
  });

  test('holds each event of a calendar under its own address', async () => {
    const wiki = await indexed(
      { 'rdv.ics': calendar(event('a@x', 'Accueil'), event('b@x', 'Bilan')) },
      { place: await engine.place() },
    );
    expect(await addresses(wiki, 'rdv.ics')).toEqual([
      '/-/calendar/rdv.ics#event=a%40x',
      '/-/calendar/rdv.ics#event=b%40x',
    ]);
    expect(await wiki.ask(entryAt, '/-/calendar/rdv.ics#event=a%40x')).toMatchObject({
      kind: 'event',
      title: 'Accueil',
    });
    expect(await wiki.ask(dataFileAt, 'rdv.ics')).toMatchObject({ title: 'Réunions', entries: 2 });
  });

  test('reads a calendar again when the zone of the settings changes', async () => {
    // Ten o’clock of nowhere in particular is before 09:30 UTC in Paris, and after it in Reykjavík
    const meeting = event('a@x', 'Accueil', '20250101T100000').replace(
      'SUMMARY',
      'DTEND:20250101T093000Z\r\nSUMMARY',
    );
    const wiki = await indexed(
      { 'greffe.yml': 'timezone: Europe/Paris\n', 'rdv.ics': calendar(meeting) },
      { place: await engine.place() },
    );
    expect(await wiki.ask(dataFileAt, 'rdv.ics')).toMatchObject({ problem_count: 0 });
    await wiki.repository.commit('Déménage', { 'greffe.yml': 'timezone: Atlantic/Reykjavik\n' });
    await wiki.update();
    expect(await wiki.ask(dataFileAt, 'rdv.ics')).toMatchObject({ problem_count: 1 });
  });

  test('follows a table that changes, moves and goes', async () => {
    const wiki = await indexed({ 'a.csv': 'n\nun\n' }, { place: await engine.place() });
    await wiki.repository.commit('Ajoute', { 'a.csv': 'n\nun\ndeux\n' });
    await wiki.update();
    expect(await addresses(wiki, 'a.csv')).toEqual(['/-/table/a.csv#row=deux', '/-/table/a.csv#row=un']);
    await wiki.repository.rename('a.csv', 'b.csv');
    await wiki.update();
    expect(await addresses(wiki, 'a.csv')).toEqual([]);
    expect(await addresses(wiki, 'b.csv')).toHaveLength(2);
    await wiki.repository.remove('b.csv');
    await wiki.update();
    expect(await addresses(wiki, 'b.csv')).toEqual([]);
    expect(await wiki.ask(dataFileAt, 'b.csv')).toBeUndefined();
  });

  test.each([
    ['a schema', 'd/a.schema.json', '{"primaryKey":"b","fields":[{"name":"a"},{"name":"b"}]}'],
    [
      'a data package',
      'datapackage.json',
      '{"resources":[{"name":"a","path":"d/a.csv","schema":{"primaryKey":"b","fields":[{"name":"a"},{"name":"b"}]}}]}',
    ],
  ])('names the rows anew when %s comes, changes and goes', async (_, path, content) => {
    const wiki = await indexed({ 'd/a.csv': 'a,b\n1,x\n2,y\n' }, { place: await engine.place() });
    const [byA, byB] = ['12', 'xy'].map((keys) => [...keys].map((key) => `/-/table/d/a.csv#row=${key}`));
    expect(await addresses(wiki, 'd/a.csv')).toEqual(byA);
    await wiki.repository.commit('Décrit', { [path]: content });
    await wiki.update();
    expect(await addresses(wiki, 'd/a.csv')).toEqual(byB);
    await wiki.repository.commit('Change', {
      [path]: content.replace('"primaryKey":"b"', '"primaryKey":"a"'),
    });
    await wiki.update();
    expect(await addresses(wiki, 'd/a.csv')).toEqual(byA);
    await wiki.repository.commit('Revient', { [path]: content });
    await wiki.repository.remove(path);
    await wiki.update();
    expect(await addresses(wiki, 'd/a.csv')).toEqual(byA);
  });

  test('holds one entry for rows and events that have one name', async () => {
    const wiki = await indexed(
      {
        'a.csv': 'n,m\nun,1\nun,2\n',
        'a.schema.json': '{"primaryKey":"n","fields":[{"name":"n"},{"name":"m"}]}',
        'a.ics': calendar(event('a@x', 'Un'), event('a@x', 'Deux', '20250102T100000Z')),
      },
      { place: await engine.place() },
    );
    expect(await addresses(wiki, 'a.csv')).toEqual(['/-/table/a.csv#row=un', '/-/table/a.csv#row=un~2']);
    const events = await addresses(wiki, 'a.ics');
    expect(new Set(events).size).toBe(events.length);
  });

  test('takes what no database keeps: NUL, half a character, a very long key', async () => {
    const wiki = await indexed(
      {
        'a.csv': Buffer.concat([
          Buffer.from('n,m\nun\0,1\ndeux,\0\n'),
          Buffer.from([0xed, 0xa0, 0x80]),
          Buffer.from(`,2\n${'é'.repeat(5_000)},3\n`),
        ]),
        'a.ics': calendar(event('a\0b', 'Nul\0'), event('u'.repeat(5_000), 'Longue')),
      },
      { place: await engine.place() },
    );
    expect(await wiki.ask(dataFileAt, 'a.csv')).toMatchObject({ entries: 4 });
    expect(await addresses(wiki, 'a.csv')).toHaveLength(4);
    expect(await addresses(wiki, 'a.ics')).toHaveLength(2);
  });

  test('holds nothing of what is no file, and is not stopped by it', async () => {
    const wiki = await indexed(
      {
        'a.csv': symlink('/etc/passwd'),
        'b.csv': submodule(),
        'c.ics': submodule(),
        'd.csv': 'n\nun\n',
        'd.schema.json': submodule(),
        'e.csv': 'n\nun\n',
        'e.schema.json': symlink('/etc/passwd'),
        'datapackage.json': submodule(),
      },
      { place: await engine.place() },
    );
    for (const path of ['a.csv', 'b.csv', 'c.ics']) expect(await wiki.ask(dataFileAt, path)).toBeUndefined();
    expect(await addresses(wiki, 'd.csv')).toEqual(['/-/table/d.csv#row=un']);
    expect(await wiki.ask(dataFileAt, 'e.csv')).toMatchObject({ entries: 1, problem_count: 0 });
  });

  test('takes files that are not what their names say', async () => {
    const wiki = await indexed(
      {
        'a.csv': '',
        'b.csv': '"jamais fermé\nun,deux\n',
        'b.schema.json': '[not json',
        'c.ics': 'rien',
        'd.ics': '',
        'e.csv': 'n\nun\n',
        'datapackage.json': '{"resources":[null,{"path":"e.csv","schema":"../../../etc/passwd"}]}',
      },
      { place: await engine.place() },
    );
    expect(await wiki.ask(dataFileAt, 'a.csv')).toMatchObject({ entries: 0 });
    expect((await wiki.ask(dataFileAt, 'b.csv'))?.problem_count).toBeGreaterThan(0);
    expect((await wiki.ask(dataFileAt, 'c.ics'))?.problem_count).toBeGreaterThan(0);
    expect(await wiki.ask(dataFileAt, 'e.csv')).toMatchObject({ entries: 1 });
  });
});
