import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Reader } from '../store/database.ts';
import { queueLength } from '../store/deliveries.ts';
import { countProposals, OPEN_STATES } from '../store/proposals.ts';
import type { Wiki } from '../wiki/wiki.ts';
import type { AnswerCache } from './answer-cache.ts';

/** Seconds: from a page found ready to one made of a large table. */
const BUCKETS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** What a server counts of its work, as Prometheus reads it (text exposition format 0.0.4). */
export class Metrics {
  readonly contentType: string;
  readonly #registry = new Registry();
  readonly #making: Histogram<'status'>;
  /** Plain numbers: what is counted at each of forty thousand requests a second has no time for labels. */
  readonly #kept = new Map<number, number>();

  constructor(wiki: Wiki, cache: AnswerCache) {
    const registers = [this.#registry];
    this.contentType = this.#registry.contentType;
    collectDefaultMetrics({ register: this.#registry });
    const kept = this.#kept;
    new Counter({
      name: 'greffe_kept_answers_sent_total',
      help: 'Requests answered with bytes that were ready.',
      labelNames: ['status'],
      registers,
      collect() {
        this.reset();
        for (const [status, count] of kept) this.inc({ status }, count);
      },
    });
    this.#making = new Histogram({
      name: 'greffe_request_duration_seconds',
      help: 'Requests whose answer was looked for or made, by the time they took.',
      labelNames: ['status'],
      buckets: BUCKETS,
      registers,
    });
    new Counter({
      name: 'greffe_index_failures_total',
      help: 'Attempts to bring the index up to date that failed.',
      registers,
      collect() {
        this.reset();
        this.inc(wiki.health.failures);
      },
    });
    this.#mail(wiki);
    for (const [name, help, value] of gauges(wiki, cache))
      new Gauge({
        name,
        help,
        registers,
        collect() {
          this.set(value());
        },
      });
  }

  /** Asked of the database when the figures are. */
  #mail(wiki: Wiki): void {
    const { reader } = wiki.database;
    const figures: readonly (readonly [string, string, () => Promise<number>])[] = [
      ['greffe_mail_waiting', 'Copies on their way out.', async () => (await queueLength(reader)).waiting],
      [
        'greffe_mail_put_off',
        'Those of them that failed at least once.',
        async () => (await queueLength(reader)).putOff,
      ],
      [
        'greffe_proposals_open',
        'Proposals of which nobody has decided for good.',
        async () => await openCount(reader),
      ],
    ];
    for (const [name, help, value] of figures)
      new Gauge({
        name,
        help,
        registers: [this.#registry],
        async collect() {
          this.set(await value());
        },
      });
  }

  sentKept(status: number): void {
    this.#kept.set(status, (this.#kept.get(status) ?? 0) + 1);
  }

  answered(status: number, milliseconds: number): void {
    this.#making.observe({ status }, milliseconds / 1_000);
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }
}

function gauges(wiki: Wiki, cache: AnswerCache): readonly (readonly [string, string, () => number])[] {
  return [
    ['greffe_index_generation', 'Grows by one with each change of the index.', () => wiki.generation],
    [
      'greffe_index_looked_at_timestamp_seconds',
      'When the repository was last seen, and the index found or made true to it.',
      () => (wiki.health.updatedAt ?? 0) / 1_000,
    ],
    [
      'greffe_index_failing',
      '1 while the last attempt to bring the index up to date has failed.',
      () => (wiki.health.failedAt === undefined ? 0 : 1),
    ],
    ['greffe_kept_answers', 'Answers held in memory.', () => cache.size],
    ['greffe_kept_answers_bytes', 'What they take.', () => cache.bytes],
  ];
}

async function openCount(reader: Reader): Promise<number> {
  const counts = await countProposals(reader);
  return OPEN_STATES.reduce((sum, state) => sum + (counts.get(state) ?? 0), 0);
}
