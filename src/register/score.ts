import type { ScoreSettings } from '../config/register-settings.ts';
import type { RepositoryRecord } from './record.ts';

/** One reason for points, given or not. */
export type ScoreReason = keyof ScoreSettings;

/** What one reason adds to the score of a repository; 0 where it does not apply. */
export interface ScorePart {
  readonly reason: ScoreReason;
  readonly points: number;
  /** What it would give, or spare, at most. */
  readonly possible: number;
}

/** The score of a repository for how open it is, reason by reason, in the order of the settings. */
export function scoreParts(record: RepositoryRecord, settings: ScoreSettings): readonly ScorePart[] {
  const when = (reason: Exclude<ScoreReason, 'forks' | 'watchers'>, applies: boolean) => ({
    reason,
    points: applies ? settings[reason] : 0,
    possible: settings[reason],
  });
  const above = (reason: 'forks' | 'watchers', count: number | null) => ({
    reason,
    points: settings[reason].find((step) => (count ?? 0) > step.above)?.points ?? 0,
    possible: Math.max(0, ...settings[reason].map(({ points }) => points)),
  });
  return [
    when('licence', record.spdx_id !== null),
    when('template', record.is_template === true),
    when('publiccode', record.has_publiccode === true),
    when('readme', record.has_readme === true),
    when('contributing', record.has_contributing === true),
    when('changelog', record.has_changelog === true),
    when('withoutDescription', (record.description ?? '').trim() === ''),
    when('archived', record.is_archived === true),
    when('fork', record.is_fork === true),
    above('forks', record.forks_count),
    above('watchers', record.watchers_count),
  ];
}

export function scoreOf(record: RepositoryRecord, settings: ScoreSettings): number {
  return scoreParts(record, settings).reduce((sum, { points }) => sum + points, 0);
}
