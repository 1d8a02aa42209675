import { ZodError } from 'zod';
import type { SoftwareSettings } from '../../../config/settings.ts';
import type { OutsideSource } from '../../../config/software-settings.ts';
import type { Database } from '../../../store/database.ts';
import { keepSoftwareAnswer, softwareAnswers } from '../../../store/software-answers.ts';
import { everySoftware } from '../../../store/software-listing.ts';
import { ForgeFault } from '../../harvest/fault.ts';
import type { ForgeClient } from '../../harvest/forge-client.ts';
import type { Known } from '../compose.ts';
import type { Software } from '../software.ts';
import { CONNECTORS, sourcesOf } from './told.ts';

/** What became of the questions to one source. */
export interface SourceOutcome {
  readonly name: OutsideSource;
  readonly asked: number;
  /** Of which it said something new. */
  readonly changed: number;
  /** Of which what it said before is recent enough. */
  readonly kept: number;
  readonly faults: readonly {
    readonly url: string;
    readonly reason: ForgeFault['reason'] | 'not-understood';
  }[];
}

/** An answer is asked for again after a day. */
export const FRESH_SECONDS = 86_400;

/** A source that fails so often at once is left alone until the next time. */
const MAX_FAULTS = 5;

/**
 * Asks the sources that are on about the software of the catalogue, and keeps what they say. What a source said before stays
 * where it does not answer, or answers something else. `now` is in seconds since 1970.
 */
export async function askSources(
  database: Database,
  settings: Pick<SoftwareSettings, 'sources'>,
  {
    client,
    now,
    again = false,
  }: { readonly client: Pick<ForgeClient, 'get'>; readonly now: number; readonly again?: boolean },
): Promise<readonly SourceOutcome[]> {
  const known = (await everySoftware(database.reader)).map(({ record }): Known => {
    const { name, wikidata, sill } = JSON.parse(record) as Software;
    return { name, wikidata, sill };
  });
  const before = new Map(
    (await softwareAnswers(database.reader)).map((answer) => [`${answer.source} ${answer.subject}`, answer]),
  );
  const outcomes: SourceOutcome[] = [];
  for (const { name, url } of sourcesOf(settings)) {
    const connector = CONNECTORS[name];
    const counts = { asked: 0, changed: 0, kept: 0 };
    const faults: { url: string; reason: ForgeFault['reason'] | 'not-understood' }[] = [];
    for (const subject of connector.subjects(known)) {
      const kept = before.get(`${name} ${subject}`);
      if (kept && !again && now - kept.asked_at < FRESH_SECONDS) {
        counts.kept++;
        continue;
      }
      if (faults.length >= MAX_FAULTS) break;
      const address = connector.address(url ?? connector.url, subject);
      counts.asked++;
      try {
        const { value, headers, status } = await client.get(address, kept?.etag || undefined);
        const said = status === 304 && kept ? kept.value : JSON.stringify(connector.read(value, subject));
        if (said !== kept?.value) counts.changed++;
        const etag = status === 304 ? (kept?.etag ?? '') : (headers.etag ?? '');
        await keepSoftwareAnswer(database, { source: name, subject, etag, value: said, asked_at: now });
      } catch (error) {
        if (!(error instanceof ForgeFault) && !(error instanceof ZodError)) throw error;
        faults.push({ url: address, reason: error instanceof ForgeFault ? error.reason : 'not-understood' });
      }
    }
    outcomes.push({ name, ...counts, faults });
  }
  return outcomes;
}
