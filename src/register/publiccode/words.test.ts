import { expect, test } from 'vitest';
import { finding } from './finding.ts';
import { PUBLICCODE_RULE_NAMES } from './rules.ts';
import { sayFinding } from './words.ts';

const details = { found: 'FOUND', expected: 'EXPECTED' };

test.each(PUBLICCODE_RULE_NAMES)('%s is said in both languages, with a remedy', (rule) => {
  for (const given of [details, {}]) {
    const said = finding(rule, { line: 1, column: 1 }, 'some.key', given);
    for (const language of ['en', 'fr'] as const) {
      const { sentence, remedy } = sayFinding(said, language);
      expect(sentence).toMatch(/^[\p{Lu}“«s].*[.!?]$/u);
      expect(remedy).toMatch(/^\p{Lu}.*[.?]$/u);
    }
  }
});

test('French puts its own blanks before two dots', () => {
  const said = finding('not-in-list', { line: 1, column: 1 }, 'softwareType', {
    found: 'web',
    expected: 'standalone/web',
  });
  expect(sayFinding(said, 'fr')).toEqual({
    sentence: '« web » n’est pas une des valeurs de softwareType.',
    remedy: 'Vouliez-vous dire « standalone/web » ?',
  });
});
