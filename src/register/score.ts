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
  /** Whether anybody looked: what is unknown gives nothing and takes nothing. */
  readonly isKnown: boolean;
}

/** The score of a repository for how open it is, reason by reason, in the order of the settings. */
export function scoreParts(record: RepositoryRecord, settings: ScoreSettings): readonly ScorePart[] {
  const when = (reason: Exclude<ScoreReason, 'forks' | 'watchers'>, applies: boolean | null) => ({
    reason,
    points: applies === true ? settings[reason] : 0,
    possible: settings[reason],
    isKnown: applies !== null,
  });
  const above = (reason: 'forks' | 'watchers', count: number | null) => ({
    reason,
    points: settings[reason].find((step) => (count ?? 0) > step.above)?.points ?? 0,
    possible: Math.max(0, ...settings[reason].map(({ points }) => points)),
    isKnown: count !== null,
  });
  return [
    // A forge that names no licence may have overlooked it: only who read the files knows that there is none.
    when(
      'licence',
      record.spdx_id !== null ? true : record.license === null && record.has_readme === null ? null : false,
    ),
    when('template', record.is_template),
    when('publiccode', record.has_publiccode),
    when('readme', record.has_readme),
    when('contributing', record.has_contributing),
    when('changelog', record.has_changelog),
    when('withoutDescription', (record.description ?? '').trim() === ''),
    when('archived', record.is_archived),
    when('fork', record.is_fork),
    above('forks', record.forks_count),
    above('watchers', record.watchers_count),
  ];
}

export function scoreOf(record: RepositoryRecord, settings: ScoreSettings): number {
  return scoreParts(record, settings).reduce((sum, { points }) => sum + points, 0);
}
