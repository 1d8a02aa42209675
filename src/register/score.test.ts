import { expect, test } from 'vitest';
import { DEFAULT_SCORE } from '../config/register-settings.ts';
import { mergeRepository } from './merge.ts';
import type { SaidRepository } from './record.ts';
import { scoreOf, scoreParts } from './score.ts';

const record = (said: Partial<SaidRepository> = {}) =>
  mergeRepository('k', undefined, {
    name: 'outil',
    organization_name: 'exemple',
    platform: 'GitLab',
    repository_url: 'https://gitlab.example/exemple/outil',
    description: 'Un outil.',
    ...said,
  });

test.each([
  [{}, 0],
  [{ description: null }, -100],
  [{ spdx_id: 'MIT', license: 'MIT License' }, 1_000],
  [{ license: 'Other' }, 0],
  [{ has_publiccode: true, has_readme: true, has_contributing: true, has_changelog: true }, 1_210],
  [{ is_archived: true, is_fork: true }, -2_000],
  [{ is_archived: null, is_fork: false }, 0],
  [{ forks_count: 101, watchers_count: 11 }, 1_100],
  [{ forks_count: 100, watchers_count: 1 }, 100],
  [{ forks_count: 2 }, 10],
] as const)('the formula of code.gouv.fr: %j is worth %i', (said, score) => {
  expect(scoreOf(record(said), DEFAULT_SCORE)).toBe(score);
});

test('each reason says what it gives and what it could', () => {
  expect(scoreParts(record({ forks_count: 11 }), DEFAULT_SCORE)).toContainEqual({
    reason: 'forks',
    points: 100,
    possible: 1_000,
    isKnown: true,
  });
});
