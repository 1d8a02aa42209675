import { expect, test } from 'vitest';
import { Analyser } from '../wiki/search/analyse.ts';
import { readMailQuery } from './mail-query.ts';

const analyser = new Analyser('fr');
const day = (text: string) => Date.parse(`${text}T00:00:00Z`) / 1000;
const read = (text: string) => readMailQuery(text, 'contributions', analyser, day);
const wanted = (text: string) => JSON.stringify(read(text).match?.all);

test('every search is of one list', () => {
  expect(wanted('licence')).toContain('{"tokens":["l.contributions"]}');
});

test('a word is looked for by its stems, whatever its accents and its case', () => {
  expect(wanted('Numérisés')).toBe(wanted('numérisés'));
  expect([...read('numerises').stems].some((stem) => read('numérisés').stems.has(stem))).toBe(true);
});

test('s: and f: mark their words, and other prefixes are words', () => {
  expect(wanted('s:licence')).toContain('"s.licenc');
  expect(wanted('f:anna')).toContain('"f.anna"');
  expect(wanted('zz:licence')).toContain('"zz"');
});

test('a span of days is that of the site, its last day included, in both spellings', () => {
  const span = { since: day('2026-03-10'), until: day('2026-03-12') };
  expect(read('d:20260310..20260311').match).toMatchObject(span);
  expect(read('d:2026-03-10..2026-03-11').match).toMatchObject(span);
  expect(read('d:2026-03-10').match).toMatchObject({ since: span.since, until: day('2026-03-11') });
  expect(read('d:..2026-03-11').match).not.toHaveProperty('since');
});

test('what cannot be searched by is said', () => {
  expect(read('licence status:ouvert is:open d:hier d:2026-02-30').unknown).toEqual([
    'status:ouvert',
    'is:open',
    'd:hier',
    'd:2026-02-30',
  ]);
});

test('m: names one message, with its angle brackets or without', () => {
  expect(read('m:a+b@x.example').messageId).toBe('a+b@x.example');
  expect(read('m:<a+b@x.example>').messageId).toBe('a+b@x.example');
});

test('a minus leaves out, of all messages when it is alone', () => {
  expect(read('licence -brouillon').match?.none).toHaveLength(1);
  expect(read('-brouillon').match?.none).toHaveLength(1);
  expect(wanted('-brouillon')).toBe('[{"tokens":["l.contributions"]}]');
  expect(read('peut-être').match?.none).toEqual([]);
});

test('OR and brackets group, closed or not', () => {
  expect(wanted('(licence OR guide) f:anna')).toContain('{"any":[');
  expect(wanted('(licence OR (guide')).toContain('{"any":[');
  expect(wanted('licence OR')).not.toContain('any');
});

test('nothing, marks alone and a thousand brackets ask for nothing', () => {
  for (const text of ['', '   ', '""', '()', '-', '('.repeat(1_000), '\0\0'])
    expect(read(text).match).toBeUndefined();
});

test('a search of ten thousand words is bounded, and read soon', () => {
  const start = performance.now();
  const tokens = wanted(Array.from({ length: 10_000 }, (_, at) => `mot${at}`).join(' ')).match(/tokens/g);
  expect(tokens?.length).toBeLessThanOrEqual(33);
  expect(performance.now() - start).toBeLessThan(500);
});

test('nothing that is written reaches the question as anything but letters, digits, _ and .', () => {
  const { match } = read(`"a' OR 1=1" NEAR(x) ^col:* {b} \\ s:"'; drop" -"' |" é€😀`);
  const tokens = [...JSON.stringify(match).matchAll(/"tokens":\[([^\]]*)\]/g)].flatMap(([, list]) =>
    JSON.parse(`[${list}]`),
  );
  for (const token of tokens) expect(token).toMatch(/^[\p{L}\p{N}\p{M}_.+#]+$/u);
});
